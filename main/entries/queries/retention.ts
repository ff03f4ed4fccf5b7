import type { VisitKind } from '../../../shared/entries/model.ts';
import { type Instant, startOfJstDay } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { BLOCK } from '../projection/counts.ts';
import { stretches, total } from './filter.ts';

/** A stretch of time; `until` is exclusive. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** A moment before which no visit lies, within a month; undefined while the log is empty. */
export function oldestVisit(db: ReadDb): Instant | undefined {
  const bucket = row<{ bucket: number | null }>(
    db,
    'SELECT min(bucket) AS bucket FROM entries_count WHERE span = 1',
  )?.bucket;
  return bucket === null || bucket === undefined ? undefined : startOfJstDay(bucket * BLOCK);
}

/**
 * How many visits of a kind began, or were announced for, within a span of whole days, and how many of them are open: somebody
 * inside, an exit nobody explained, a badge still out. From counts and from the indexes of what is open.
 */
export function visitCount(
  db: ReadDb,
  kind: VisitKind,
  { from, until }: Span,
): { readonly records: number; readonly open: number } {
  const records = total(stretches(db, { kind, from, until }));
  if (records === 0) return { records, open: 0 };
  const within = 'v.kind = ? AND +v.sort_at >= ? AND +v.sort_at < ?';
  const count = (sql: string): number =>
    row<{ n: number }>(db, `SELECT count(*) AS n FROM ${sql} AND ${within}`, kind, from, until)?.n ?? 0;
  const open =
    count("entries_visit v WHERE v.state = 'inside'") +
    count("entries_visit v WHERE v.state = 'unknown'") +
    count(
      `entries_badge b CROSS JOIN entries_visit v ON v.no = b.visit
       WHERE b.state = 'lent' AND v.state NOT IN ('inside', 'unknown')`,
    );
  return { records, open };
}

const PORTION = 500;

/** The ids of the visits that {@link visitCount} counts and that are not open, in portions. */
export function* closedVisits(
  db: ReadDb,
  kind: VisitKind,
  { from, until }: Span,
): Generator<readonly string[]> {
  let last = { at: from, no: 0 };
  for (;;) {
    const portion = rows<{ id: string; at: Instant; no: number }>(
      db,
      `SELECT id, sort_at AS at, no FROM entries_visit
       WHERE (sort_at, no) > (?, ?) AND sort_at < ? AND kind = ? AND state NOT IN ('inside', 'unknown') AND badge_open = 0
       ORDER BY sort_at, no LIMIT ${PORTION}`,
      last.at,
      last.no,
      until,
      kind,
    );
    if (portion.length > 0) yield portion.map(({ id }) => id);
    last = portion.at(-1) ?? last;
    if (portion.length < PORTION) return;
  }
}
