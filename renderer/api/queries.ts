import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FeatureName } from '../../shared/contracts.ts';
import type { ChannelName, Input, Message, Output, PushName } from './bridge.ts';
import { call, onPush, type RefusalError } from './client.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: RefusalError;
  }
}

/** The one cache of what main answered. Main is always reachable: nothing is retried, nothing waits for a network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 0,
    },
    // What was sent may hold a password: it is not kept once nothing shows it any more.
    mutations: { networkMode: 'always', retry: false, gcTime: 0 },
  },
});

export interface QueryOptions {
  /** Do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the last answer while another input is being answered. */
  readonly keepPrevious?: boolean;
  /** Milliseconds for which an answer is taken as fresh. */
  readonly staleTime?: number;
  /** Ask again every so many milliseconds. */
  readonly every?: number;
}

/** The cache key of a query. */
export function keyOf<F extends FeatureName, C extends ChannelName<F>>(
  feature: F,
  channel: C,
  input: Input<F, C>,
) {
  return [feature, channel, input] as const;
}

/** Reads a channel: react-query's result, `error` a `RefusalError`. Read again when the feature says that it changed. */
export function useQueryOf<F extends FeatureName, C extends ChannelName<F>>(
  feature: F,
  channel: C,
  input: Input<F, C>,
  options: QueryOptions = {},
): UseQueryResult<Output<F, C>> {
  return useQuery<Output<F, C>>({
    queryKey: keyOf(feature, channel, input),
    queryFn: () => call(feature, channel, input),
    enabled: options.enabled ?? true,
    staleTime: options.staleTime ?? 0,
    refetchInterval: options.every ?? false,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Features whose changes {@link useChanges} hears of: reading again after the reply as well would do it twice. */
const TOLD: ReadonlySet<FeatureName> = new Set(['entries', 'accounts', 'media']);

/**
 * Calls a channel that changes something. `mutate(input)` or `mutateAsync(input)`; once done, everything shown of the feature
 * and of the trail is read again.
 */
export function useCommand<F extends FeatureName, C extends ChannelName<F>>(
  feature: F,
  channel: C,
): UseMutationResult<Output<F, C>, RefusalError, Input<F, C>> {
  return useMutation<Output<F, C>, RefusalError, Input<F, C>>({
    mutationFn: (input) => call(feature, channel, input),
    onSuccess: () => {
      if (!TOLD.has(feature)) refresh(feature);
    },
  });
}

/** Has everything that is shown of a feature, and of the trail, read again. */
export function refresh(feature: FeatureName): void {
  void queryClient.invalidateQueries({ queryKey: [feature] });
  if (feature !== 'trail') void queryClient.invalidateQueries({ queryKey: ['trail'] });
}

/** Hears a push for as long as the component stands. `heard` should be stable or cheap to replace. */
export function usePush<F extends FeatureName, P extends PushName<F>>(
  feature: F,
  push: P,
  heard: (message: Message<F, P>) => void,
): void {
  useEffect(() => onPush(feature, push, heard), [feature, push, heard]);
}

const entriesChanged = (): void => refresh('entries');
const mediaChanged = (): void => refresh('media');
const vaultChanged = (): void => refresh('vault');
const accountsChanged = (): void => refresh('accounts');

/** Reads a ledger's queries again when main says that it changed. Stands once, in the shell. */
export function useChanges(): void {
  usePush('entries', 'changed', entriesChanged);
  usePush('media', 'changed', mediaChanged);
  usePush('vault', 'changed', vaultChanged);
  usePush('accounts', 'changed', accountsChanged);
}
