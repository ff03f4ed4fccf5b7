import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { FeatureName } from '../../shared/contracts.ts';
import type { ChannelName, Input, Output } from './bridge.ts';
import { call, type RefusalError } from './client.ts';
import { keyOf } from './queries.ts';

interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** Channels that answer a page at a position: input with `offset` and `limit`, output with `rows` and `total`. */
type PagedChannel<F extends FeatureName> = {
  [C in ChannelName<F>]: Output<F, C> extends Page<unknown> ? C : never;
}[ChannelName<F>];

type RowOf<F extends FeatureName, C extends PagedChannel<F>> = Output<F, C> extends Page<infer T> ? T : never;

export interface Paged<T> {
  /** How many rows there are; undefined until the first page has come. */
  readonly total: number | undefined;
  /** The row at a position, undefined while its page is being read. */
  readonly rowAt: (index: number) => T | undefined;
  /** The list tells which positions it shows. */
  readonly onRange: (first: number, last: number) => void;
  readonly error: RefusalError | null;
  readonly retry: () => void;
}

/** Reads a long list by position: only the pages that are shown (`pageSize` rows each, 50 unless told, at most 100). */
export function usePaged<F extends FeatureName, C extends PagedChannel<F>>(
  feature: F,
  channel: C,
  input: Omit<Input<F, C>, 'offset' | 'limit'>,
  pageSize = 50,
): Paged<RowOf<F, C>> {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const pages: number[] = [];
  for (let page = range.first; page <= range.last; page += 1) pages.push(page);

  const results = useQueries({
    queries: pages.map((page) => {
      const whole = { ...input, offset: page * pageSize, limit: pageSize } as Input<F, C>;
      return {
        queryKey: keyOf(feature, channel, whole),
        queryFn: () => call(feature, channel, whole) as Promise<Page<RowOf<F, C>>>,
        staleTime: 5_000,
        gcTime: 60_000,
      };
    }),
  });

  const onRange = useCallback(
    (first: number, last: number) => {
      const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
      setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
    },
    [pageSize],
  );

  const rowAt = (index: number): RowOf<F, C> | undefined =>
    results[Math.floor(index / pageSize) - range.first]?.data?.rows[index % pageSize];

  const newest = results.reduce<(typeof results)[number] | undefined>(
    (best, result) =>
      result.data !== undefined && (best === undefined || result.dataUpdatedAt > best.dataUpdatedAt)
        ? result
        : best,
    undefined,
  );
  const [total, setTotal] = useState<{ readonly key: string; readonly total: number }>();
  const key = JSON.stringify([feature, channel, input]);
  const seen = newest?.data?.total;
  if (seen !== undefined && (total?.key !== key || total.total !== seen)) setTotal({ key, total: seen });

  return {
    total: seen ?? (total?.key === key ? total.total : undefined),
    rowAt,
    onRange,
    error: results.find((result) => result.error !== null)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error !== null) void result.refetch();
    },
  };
}
