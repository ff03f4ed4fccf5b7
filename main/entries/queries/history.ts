import type { VisitFilter, VisitPage } from '../../../shared/entries/contract.ts';
import type { VisitRow } from '../../../shared/entries/model.ts';
import type { ReadDb } from '../../vault/db.ts';
import { daysOf, dimensions, type Stretch, stretches, total } from './filter.ts';
import { visitRows } from './rows.ts';

/** A page of the history at any position: the counts say in which day it begins, so nothing before it is read. */
export function history(db: ReadDb, filter: VisitFilter, offset: number, limit: number): VisitPage {
  const parts = stretches(db, filter);
  return { rows: rowsAt(db, filter, parts, offset, limit), total: total(parts) };
}

function rowsAt(
  db: ReadDb,
  filter: VisitFilter,
  parts: readonly Stretch[],
  offset: number,
  limit: number,
): VisitRow[] {
  const { sql, values } = dimensions(db, filter, 'v.');
  const oldest = parts.at(-1)?.from ?? 0;
  const found: VisitRow[] = [];
  for (const { from, until, skip } of fromOffset(db, filter, parts, offset)) {
    // Without a condition besides the time, rows simply follow one another; with one, only days that have any are read.
    const down = sql === '' ? oldest : from;
    found.push(
      ...visitRows(
        db,
        `WHERE v.sort_at >= ? AND v.sort_at < ?${sql} ORDER BY v.sort_at DESC, v.no DESC LIMIT ? OFFSET ?`,
        down,
        until,
        ...values,
        limit - found.length,
        skip,
      ),
    );
    if (sql === '' || found.length >= limit) break;
  }
  return found;
}

/** The days from the one on that holds the row at `offset`; `skip` is how many of the first day's rows come before it. */
function* fromOffset(
  db: ReadDb,
  filter: VisitFilter,
  parts: readonly Stretch[],
  offset: number,
): Generator<Stretch & { readonly skip: number }, void> {
  let left = offset;
  for (const part of parts) {
    if (left >= part.n) {
      left -= part.n;
      continue;
    }
    for (const day of daysOf(db, filter, part)) {
      if (left >= day.n) {
        left -= day.n;
        continue;
      }
      yield { ...day, skip: left };
      left = 0;
    }
  }
}

/** Every visit of a filter that is known to let few through, newest first. */
export function allRows(db: ReadDb, filter: VisitFilter, parts: readonly Stretch[]): VisitRow[] {
  return rowsAt(db, filter, parts, 0, total(parts));
}
