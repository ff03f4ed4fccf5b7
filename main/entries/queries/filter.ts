import type { VisitFilter } from '../../../shared/entries/contract.ts';
import { type Instant, jstDay, startOfJstDay } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { BLOCK } from '../projection/counts.ts';

/** Conditions in SQL, each with its value. */
export interface Conditions {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The conditions of a filter on area, kind and state. `v` is the table's alias with its dot, or nothing. */
export function dimensions(db: ReadDb, { areaId, kind, state }: VisitFilter, v: 'v.' | ''): Conditions {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (column: string, value: unknown): void => {
    parts.push(` AND ${v}${column} = ?`);
    values.push(value);
  };
  if (areaId !== undefined) {
    add('area', row<{ no: number }>(db, 'SELECT no FROM entries_area WHERE id = ?', areaId)?.no ?? -1);
  }
  if (kind !== undefined) add('kind', kind);
  if (state !== undefined) add('state', state);
  return { sql: parts.join(''), values };
}

/** A stretch of time with the number of visits in it; newest first where there are several. */
export interface Stretch {
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
  readonly n: number;
}

const FAR = 3_000_000;

/**
 * The stretches of time that the visits of a filter fall into, newest first: days where the filter's times cut through a
 * block, blocks of 32 days elsewhere. A few hundred at most, read from the counts; only a day that a bound cuts through is
 * counted itself.
 */
export function stretches(db: ReadDb, filter: VisitFilter): Stretch[] {
  const from = filter.from ?? startOfJstDay(0);
  const until = filter.until ?? startOfJstDay(FAR);
  if (until <= from) return [];
  const first = jstDay(from - 1) + 1;
  const last = jstDay(until);
  if (first > last) return cutDay(db, filter, from, until);
  return [
    ...cutDay(db, filter, startOfJstDay(last), until),
    ...days(db, filter, first, last),
    ...cutDay(db, filter, from, startOfJstDay(first)),
  ];
}

function cutDay(db: ReadDb, filter: VisitFilter, from: Instant, until: Instant): Stretch[] {
  if (until <= from) return [];
  const { sql, values } = dimensions(db, filter, '');
  const n =
    row<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM entries_visit WHERE sort_at >= ? AND sort_at < ?${sql}`,
      from,
      until,
      ...values,
    )?.n ?? 0;
  return n === 0 ? [] : [{ from, until, n }];
}

function days(db: ReadDb, filter: VisitFilter, first: number, end: number): Stretch[] {
  const firstBlock = Math.ceil(first / BLOCK);
  const endBlock = Math.floor(end / BLOCK);
  if (firstBlock >= endBlock) return buckets(db, filter, 0, first, end);
  return [
    ...buckets(db, filter, 0, endBlock * BLOCK, end),
    ...buckets(db, filter, 1, firstBlock, endBlock),
    ...buckets(db, filter, 0, first, firstBlock * BLOCK),
  ];
}

function buckets(db: ReadDb, filter: VisitFilter, span: 0 | 1, first: number, end: number): Stretch[] {
  const { sql, values } = dimensions(db, filter, '');
  const length = span === 0 ? 1 : BLOCK;
  return rows<{ bucket: number; n: number }>(
    db,
    `SELECT bucket, sum(n) AS n FROM entries_count WHERE span = ? AND bucket >= ? AND bucket < ?${sql}
     GROUP BY bucket ORDER BY bucket DESC`,
    span,
    first,
    end,
    ...values,
  ).map(({ bucket, n }) => ({
    from: startOfJstDay(bucket * length),
    until: startOfJstDay((bucket + 1) * length),
    n,
  }));
}

/** The days of a stretch, if it is longer than one; the stretch itself otherwise. */
export function daysOf(db: ReadDb, filter: VisitFilter, stretch: Stretch): Stretch[] {
  const first = jstDay(stretch.from);
  const end = jstDay(stretch.until - 1) + 1;
  return end - first <= 1 ? [stretch] : buckets(db, filter, 0, first, end);
}

/** How many visits a filter lets through. */
export function total(parts: readonly Stretch[]): number {
  return parts.reduce((sum, { n }) => sum + n, 0);
}
