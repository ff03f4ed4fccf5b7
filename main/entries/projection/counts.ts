import { jstDay } from '../../../shared/kernel/time.ts';
import { run, type WriteDb } from '../../vault/db.ts';
import type { VisitRecord } from './record.ts';

/** Days of a bucket of span 1. */
export const BLOCK = 32;

type Counted = Pick<VisitRecord, 'sort_at' | 'area' | 'kind' | 'state'>;

/** Counts a visit, per day and per {@link BLOCK} days. */
export function count(db: WriteDb, { sort_at, area, kind, state }: Counted): void {
  for (const [span, bucket] of bucketsOf(sort_at)) {
    run(
      db,
      `INSERT INTO entries_count (span, bucket, area, kind, state, n) VALUES (?, ?, ?, ?, ?, 1)
       ON CONFLICT (span, bucket, area, kind, state) DO UPDATE SET n = n + 1`,
      span,
      bucket,
      area,
      kind,
      state,
    );
  }
}

/** Takes visits out of the counts; what comes to nothing leaves no row. */
export function uncount(db: WriteDb, visits: readonly Counted[]): void {
  const less = new Map<string, { readonly key: readonly (number | string)[]; readonly n: number }>();
  for (const { sort_at, area, kind, state } of visits) {
    for (const [span, bucket] of bucketsOf(sort_at)) {
      const key = [span, bucket, area, kind, state];
      const name = key.join(' ');
      less.set(name, { key, n: (less.get(name)?.n ?? 0) + 1 });
    }
  }
  const where = 'span = ? AND bucket = ? AND area = ? AND kind = ? AND state = ?';
  for (const { key, n } of less.values()) {
    run(db, `DELETE FROM entries_count WHERE ${where} AND n = ?`, ...key, n);
    run(db, `UPDATE entries_count SET n = n - ? WHERE ${where} AND n > ?`, n, ...key, n);
  }
}

function bucketsOf(at: number): readonly (readonly [number, number])[] {
  const day = jstDay(at);
  return [
    [0, day],
    [1, Math.floor(day / BLOCK)],
  ];
}
