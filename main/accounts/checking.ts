import {
  CHECK_EVERY,
  type CheckFlag,
  checkFlags,
  type CheckItem,
  refuseCheck,
} from '../../shared/accounts/check.ts';
import type { AccountsToCheck, Waiting } from '../../shared/accounts/model.ts';
import type { Reply } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Decision, SessionContext } from '../context.ts';
import type { ReadDb } from '../vault/db.ts';
import { couldConfirm } from './proposals/commands.ts';
import {
  actorName,
  lastCheck,
  listAccounts,
  openProposals,
  ownSite,
  policyOf,
  recoveryPairs,
  rotationDue,
} from './queries.ts';

/** The accounts to be judged, with what stands out about each. */
export function toCheck(db: ReadDb, now: Instant): AccountsToCheck {
  const policy = policyOf(db);
  const last = lastCheck(db);
  return {
    lastAt: last?.at ?? null,
    lastByName: last === undefined ? null : actorName(db, last.account),
    dueAt: checkDueAt(db),
    rows: listAccounts(db)
      .filter(({ state }) => state !== 'closed')
      .map((row) => ({ ...row, flags: checkFlags(row, policy, now) })),
  };
}

/** When the accounts are to be checked again: counted from the last check, or from the founding. */
function checkDueAt(db: ReadDb): Instant {
  const since = lastCheck(db)?.at ?? Math.min(...listAccounts(db).map(({ createdAt }) => createdAt));
  return since + CHECK_EVERY;
}

/** Records a periodic check, signed. */
export function check(
  context: SessionContext,
  { items, remarks, password }: { items: readonly CheckItem[]; remarks: string; password: string },
): Promise<Reply<null>> {
  return context.attest(undefined, password, (signatory) =>
    context.change((db, now): Decision<null> => {
      const { rows } = toCheck(db, now);
      const refusal = refuseCheck(
        items,
        rows.map(({ id }) => id),
      );
      if (refusal !== undefined) return { refusal };
      const flagsOf = (id: string): CheckFlag[] => [...(rows.find((row) => row.id === id)?.flags ?? [])];
      return {
        events: [
          {
            type: 'accounts.checked',
            version: 1,
            subject: `site:${ownSite(db)?.code ?? ''}`,
            data: { items: items.map((item) => ({ ...item, flags: flagsOf(item.accountId) })), remarks },
          },
        ],
        value: null,
        signatory,
      };
    }),
  );
}

/** What waits for somebody in account work. */
export function waiting(
  { read: db, keys }: Pick<SessionContext, 'read' | 'keys'>,
  account: string,
  now: Instant,
): Waiting {
  const open = openProposals(db, now);
  return {
    toConfirm: open.filter((proposal) => couldConfirm(db, proposal, account, now)).length,
    mine: open.filter(({ madeBy }) => madeBy === account).length,
    handed: listAccounts(db).filter((row) => row.state === 'active' && row.mustChangePassword).length,
    checkDueAt: checkDueAt(db),
    recoveryMissing: recoveryPairs(db).every(({ state }) => state !== 'valid'),
    rotationDue: rotationDue(db, keys().encryption) !== null,
  };
}
