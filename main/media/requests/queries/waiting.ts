import type { Role } from '../../../../shared/accounts/model.ts';
import { DAY, type Instant } from '../../../../shared/kernel/time.ts';
import type { MediaPolicy } from '../../../../shared/media/policy.ts';
import type { CarriedRow } from '../../../../shared/media/reminders/model.ts';
import type { MediaCounts } from '../../../../shared/media/requests/contract.ts';
import type { RequestRow, RequestState } from '../../../../shared/media/requests/model.ts';
import { type ReadDb, row, rows } from '../../../vault/db.ts';
import { lastReminders } from '../../reminders/queries.ts';
import { DIMS } from '../projection/counts.ts';
import { requestRows, ROW, rowMaker, type ShownRecord } from './rows.ts';

const SHOWN = 500;
/** States that wait for an officer, in the order in which they are shown. */
const WAITING = ['emergency', 'submitted', 'endorsed', 'notified'] as const satisfies readonly RequestState[];

function count(db: ReadDb, sql: string, ...values: readonly unknown[]): number {
  return row<{ n: number | null }>(db, sql, ...values)?.n ?? 0;
}

/** How many requests there are in each state, of all or of whoever asked. */
function states(db: ReadDb, dim: 'all' | 'requester', value: string): (state: RequestState) => number {
  const found = rows<{ state: RequestState; n: number }>(
    db,
    'SELECT state, sum(n) AS n FROM media_request_count WHERE dim = ? AND value = ? GROUP BY state',
    DIMS[dim],
    value,
  );
  const numbers = new Map(found.map(({ state, n }) => [state, n]));
  return (state) => numbers.get(state) ?? 0;
}

const APPROVED_BY = `EXISTS (SELECT 1 FROM media_decision d
  WHERE d.request = v.no AND d.officer = ? AND d.counts = 1 AND d.decision = 'approve')`;

/** What waits, for somebody with this account. */
export function counts(
  db: ReadDb,
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
  { remindDays }: MediaPolicy,
  now: Instant,
): MediaCounts {
  const [all, own] = [states(db, 'all', ''), states(db, 'requester', id)];
  const those = (whereabouts: 'inside' | 'outside', more = '', ...values: readonly unknown[]) =>
    count(
      db,
      `SELECT count(*) AS n FROM media_request WHERE whereabouts = '${whereabouts}'${more}`,
      ...values,
    );
  const approvedByMe = count(
    db,
    `SELECT count(*) AS n FROM media_request v WHERE v.state IN ('endorsed', 'emergency') AND ${APPROVED_BY}`,
    id,
  );
  return {
    toDecide: roles.includes('officer')
      ? WAITING.reduce((sum, state) => sum + all(state) - own(state), 0) - approvedByMe
      : 0,
    emergencies: all('emergency'),
    returned: own('returned'),
    inside: those('inside'),
    outside: those('outside'),
    overdue: those('inside', ' AND due < ?', now) + those('outside', ' AND due < ?', now),
    dueSoon: those('outside', ' AND due >= ? AND due <= ?', now, now + remindDays * DAY),
  };
}

/** What waits for this officer: emergencies first, then those whose period begins first. Neither their own, nor what they agreed to. */
export function inbox(db: ReadDb, officer: string): RequestRow[] {
  const of = (state: RequestState): ShownRecord[] =>
    rows(
      db,
      `SELECT ${ROW} FROM media_request v
       WHERE v.state = ? AND v.requester <> ? AND NOT ${APPROVED_BY} ORDER BY v.from_at, v.no LIMIT ${SHOWN}`,
      state,
      officer,
      officer,
    );
  const [emergencies = [], ...others] = WAITING.map(of);
  const found = [
    ...emergencies,
    ...others.flat().toSorted((one, other) => one.from_at - other.from_at || one.no - other.no),
  ];
  return found.slice(0, SHOWN).map(rowMaker(db));
}

/** Everything inside now and everything outside now, with its last reminder: what is due first comes first, so what is overdue stands on top. */
export function carried(db: ReadDb): {
  readonly inside: readonly CarriedRow[];
  readonly outside: readonly CarriedRow[];
} {
  const of = (whereabouts: 'inside' | 'outside') =>
    requestRows(
      db,
      `FROM media_request v WHERE v.whereabouts = '${whereabouts}' ORDER BY v.due, v.no LIMIT ${SHOWN}`,
    );
  const [inside, outside] = [of('inside'), of('outside')];
  const reminders = lastReminders(
    db,
    [...inside, ...outside].map(({ id }) => id),
  );
  const withReminder = (found: RequestRow): CarriedRow => ({
    ...found,
    reminded: reminders.get(found.id) ?? null,
  });
  return { inside: inside.map(withReminder), outside: outside.map(withReminder) };
}

/** What is allowed to come in or go out now; what ends first comes first. */
export function ready(db: ReadDb, now: Instant): RequestRow[] {
  return requestRows(
    db,
    `FROM media_request v WHERE v.whereabouts = 'not-yet' AND v.until_at >= ? AND v.from_at <= ?
       AND +v.state IN ('approved', 'notified', 'acknowledged') ORDER BY v.until_at, v.no LIMIT ${SHOWN}`,
    now,
    now,
  );
}

/** What came in with a visit, in the order of the requests. */
export function ofVisit(db: ReadDb, visitId: string): RequestRow[] {
  return requestRows(db, 'FROM media_request v WHERE v.visit_id = ? ORDER BY v.no LIMIT 500', visitId);
}

/** Names of the media that came in with a visit, are still inside, and were not handed over: the visitor cannot leave yet. */
export function mediaInsideOf(db: ReadDb, visitId: string): readonly string[] {
  return requestRows(
    db,
    "FROM media_request v WHERE v.visit_id = ? AND +v.whereabouts = 'inside' AND v.handed = 0 ORDER BY v.no",
    visitId,
  ).map(({ mediumName }) => mediumName);
}
