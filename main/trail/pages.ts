import { type ReadDb, row, sql } from '../vault/db.ts';

/** How many pages are read between two breaths. */
const PORTION = 512;

/**
 * Reads every page of the ledger that is in use, so that one that does not fit its authentication code is met (SQLite then
 * throws). Yields how many of how many have been read. Tables, indexes and overflow pages alike, which reading rows alone
 * would not reach.
 */
export function* readPages(db: ReadDb): Generator<{ readonly done: number; readonly total: number }, void> {
  const total = row<{ n: number }>(db, 'SELECT page_count AS n FROM pragma_page_count')?.n ?? 0;
  let done = 0;
  for (const _ of sql(db, 'SELECT pageno FROM dbstat').iterate()) {
    done += 1;
    if (done % PORTION === 0) yield { done, total };
  }
}
