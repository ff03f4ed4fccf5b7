import type { UseQueryResult } from '@tanstack/react-query';
import { CircleAlert, Inbox, LoaderCircle, RotateCw, ShieldAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { ReadOnlyReason } from '../../shared/accounts/model.ts';
import { useRefusalText, useText } from '../app/i18n.ts';
import { Button } from './button.tsx';

/** Nothing is here yet: says so, and what to do first. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <Inbox aria-hidden size={32} className="text-ink-soft" />
      <p className="font-bold">{title}</p>
      {children === undefined ? null : <div className="max-w-prose text-sm text-ink-soft">{children}</div>}
      {action}
    </div>
  );
}

/** Something is being read. Shown only when it takes longer than 200 ms. */
export function LoadingState({ label }: { readonly label?: string }) {
  const t = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 200);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="flex min-h-10 items-center justify-center gap-2 p-6 text-ink-soft">
      {late ? (
        <>
          <LoaderCircle aria-hidden size={20} className="animate-spin" />
          {label ?? t('state.loading')}
        </>
      ) : null}
    </div>
  );
}

/** Something could not be read or done: what happened, and another try. */
export function FailedState({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const t = useText();
  const words = useRefusalText();
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-6 py-10 text-center">
      <CircleAlert aria-hidden size={32} className="text-danger" />
      <p className="font-bold">{t('state.failed')}</p>
      <p className="max-w-prose text-sm">{words(error)}</p>
      {onRetry === undefined ? null : (
        <Button icon={RotateCw} onPress={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
}

/** Nothing can be changed at present: why, what is kept, what to do. */
export function ReadOnlyBanner({
  reason,
  children,
}: {
  readonly reason: ReadOnlyReason;
  /** How to leave it. */
  readonly children?: ReactNode;
}) {
  const t = useText();
  return (
    <div
      role="alert"
      className="flex items-start gap-3 border-b-4 border-danger bg-danger-soft px-4 py-2 text-sm text-danger"
    >
      <ShieldAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p>
          <strong>{t('readOnly.title')}</strong> {t(`readOnly.${reason}`)}
        </p>
        {children}
      </div>
    </div>
  );
}

/** Shows what a query has: waiting, failed, or its data. */
export function QueryStates<T>({
  query,
  children,
}: {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  return <LoadingState />;
}
