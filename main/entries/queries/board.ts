import type { Board } from '../../../shared/entries/contract.ts';
import { VISIT_KINDS, type VisitRow } from '../../../shared/entries/model.ts';
import type { Namesake } from '../../../shared/entries/rules.ts';
import { expectedOn } from '../../../shared/entries/rules.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import { compareByReading } from '../../../shared/kernel/folding/reading.ts';
import { DAY, type Instant, jstDay, startOfJstDay } from '../../../shared/kernel/time.ts';
import { seqOf } from '../../trail/place.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { personKey } from '../keys.ts';
import { badgesOut, visitRows } from './rows.ts';

/** At most so many visits without a known exit are shown at once, the newest; the number of all stands in the counts. */
const UNKNOWN_SHOWN = 200;
const EXPECTED_SHOWN = 500;

/** Who is inside, whose exit is unknown, and which badges are still out. */
export function board(db: ReadDb, now: Instant): Board {
  return {
    inside: visitRows(
      db,
      `WHERE v.state = 'inside'
       ORDER BY v.expected_until IS NOT NULL AND v.expected_until < ? DESC, a.level DESC, a.no, v.sort_at, v.no`,
      now,
    ),
    unknown: visitRows(
      db,
      `WHERE v.state = 'unknown' ORDER BY v.sort_at DESC, v.no DESC LIMIT ${UNKNOWN_SHOWN}`,
    ),
    badgesOut: badgesOut(db),
  };
}

// A plus keeps SQLite from reading along the index of all times: the few visits expected have an index of their own.

/** How many are inside, expected today (in Japan), of unknown exit, and inside longer than announced. */
export function counts(
  db: ReadDb,
  now: Instant,
): {
  readonly inside: number;
  readonly expectedToday: number;
  readonly unknown: number;
  readonly overdue: number;
} {
  const number = (sql: string, ...values: readonly unknown[]): number =>
    row<{ n: number }>(db, `SELECT count(*) AS n FROM entries_visit WHERE ${sql}`, ...values)?.n ?? 0;
  const start = startOfJstDay(jstDay(now));
  return {
    inside: number("state = 'inside'"),
    expectedToday: number(
      "state = 'expected' AND +sort_at < ? AND coalesce(expected_until, sort_at) >= ?",
      start + DAY,
      start,
    ),
    unknown: number("state = 'unknown'"),
    overdue: number("state = 'inside' AND expected_until < ?", now),
  };
}

/** Visits announced and not come, the nearest first, those of one time by reading. */
export function expected(db: ReadDb): VisitRow[] {
  const found = visitRows(db, `WHERE v.state = 'expected' ORDER BY +v.sort_at, v.no LIMIT ${EXPECTED_SHOWN}`);
  return found.toSorted(
    (one, other) =>
      (one.expectedFrom ?? 0) - (other.expectedFrom ?? 0) ||
      compareByReading(one.reading || one.name, other.reading || other.name) ||
      one.no - other.no,
  );
}

/** Visits by somebody of the same folded name and organisation who is inside, or expected today. */
export function namesakes(db: ReadDb, name: string, organisation: string, now: Instant): Namesake[] {
  const [nameFold, organisationFold] = [fold(name), fold(organisation)];
  const people = VISIT_KINDS.map((kind) => personKey(kind, nameFold, organisationFold));
  // One by one along the index: SQLite makes a table of its own for each IN.
  const ofOne = (state: 'inside' | 'expected'): string =>
    `SELECT id, no, state, sort_at AS expectedFrom, expected_until AS expectedUntil FROM entries_visit
     WHERE person = ? AND state = '${state}'`;
  const wanted = [...people.map(() => ofOne('inside')), ...people.map(() => ofOne('expected'))];
  const found = rows<Namesake & { readonly expectedFrom: number; readonly expectedUntil: number | null }>(
    db,
    wanted.join(' UNION ALL '),
    ...people,
    ...people,
  );
  return [
    ...found.filter(({ state }) => state === 'inside').toSorted((one, other) => one.no - other.no),
    ...found
      .filter((visit) => visit.state === 'expected' && expectedOn(visit, now))
      .toSorted((one, other) => one.no - other.no),
  ].map(({ id, no, state }) => ({ id, no: seqOf(no), state }));
}

/** How many others of a group are inside or still expected. */
export function groupmates(db: ReadDb, groupId: string, visitId: string): number {
  return (
    row<{ n: number }>(
      db,
      "SELECT count(*) AS n FROM entries_visit WHERE group_id = ? AND id <> ? AND state IN ('inside', 'expected')",
      groupId,
      visitId,
    )?.n ?? 0
  );
}

/** How many are inside an area, and how many are expected there. */
export function occupants(
  db: ReadDb,
  areaId: string,
): { readonly inside: number; readonly expected: number } {
  const number = (state: 'inside' | 'expected'): number =>
    row<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM entries_visit
       WHERE state = '${state}' AND area = (SELECT no FROM entries_area WHERE id = ?)`,
      areaId,
    )?.n ?? 0;
  return { inside: number('inside'), expected: number('expected') };
}
