import { Hourglass } from 'lucide-react';
import type { AccountRow } from '../../../shared/accounts/model.ts';
import { useFormat } from '../../ui/use-format.ts';
import { AccountStateBadge } from './account-state.tsx';
import { usePeopleText } from './text.ts';
import { useRoleWords } from './words.ts';

/** Height in pixels of {@link AccountLine}. */
export const ACCOUNT_LINE_HEIGHT = 56;

/** An account in a list: who, identifier and roles; state and last sign-in. */
export function AccountLine({
  account,
  proposed,
}: {
  readonly account: AccountRow;
  /** A proposal about it waits. */
  readonly proposed: boolean;
}) {
  const t = usePeopleText();
  const format = useFormat();
  const roles = useRoleWords();
  const { name, reading, identifier, lastSignIn } = account;
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 text-sm">
      <span className="min-w-0 leading-5">
        <span className="block truncate">
          <strong className="text-base">{name}</strong>
          <span className="ml-2 text-xs text-ink-soft">{reading}</span>
          <span className="ml-3">{identifier}</span>
        </span>
        <span className="block truncate text-xs text-ink-soft">{roles(account.roles)}</span>
      </span>
      <span className="flex flex-col items-end gap-0.5 leading-5">
        <span className="flex items-center gap-2">
          {proposed ? (
            <span className="inline-flex items-center gap-1 text-xs font-bold text-warn">
              <Hourglass aria-hidden size={14} />
              {t('list.proposed')}
            </span>
          ) : null}
          <AccountStateBadge state={account.state} />
        </span>
        <span className="text-xs text-ink-soft tabular-nums">
          {lastSignIn === null ? t('list.never') : t('list.lastSignIn', { at: format.dateTime(lastSignIn) })}
        </span>
      </span>
    </div>
  );
}
