import { projections, project } from '../projections.ts';
import { type ReadDb, rows, run, type WriteDb } from '../vault/db.ts';
import { place, seqOf } from './place.ts';
import { parsePayload } from './read.ts';

const PORTION = 1000;

interface StoredPayload {
  readonly place: number;
  readonly code: string;
  readonly bytes: Buffer | null;
}

/** Empties every view. Only for a ledger whose views are about to be made anew. */
export function clearViews(db: WriteDb): void {
  for (const { tables, indexes } of projections) {
    for (const table of tables) run(db, `DELETE FROM ${table}`);
    for (const index of indexes) run(db, `INSERT INTO ${index} (${index}) VALUES ('delete-all')`);
  }
}

/**
 * Applies every event of this ledger's own chain, in its order, to the views of `target` (which may be another file's).
 * Yields the sequence number reached after each portion, so that the caller can show progress, breathe or stop. Erased
 * payloads are passed over.
 */
export function* replay(
  source: ReadDb,
  target: WriteDb,
  siteNo: number,
  upTo: number,
): Generator<number, void> {
  let last = place(siteNo, 0);
  const end = place(siteNo, upTo);
  while (last < end) {
    const portion = rows<StoredPayload>(
      source,
      `SELECT e.place, s.code, p.bytes FROM chain_entry e JOIN chain_site s ON s.no = e.site
       LEFT JOIN chain_payload p ON p.place = e.place
       WHERE e.place > ? AND e.place <= ? ORDER BY e.place LIMIT ?`,
      last,
      end,
      PORTION,
    );
    if (portion.length === 0) return;
    for (const stored of portion) {
      last = stored.place;
      if (stored.bytes === null) continue;
      const placed = { site: stored.code, seq: seqOf(stored.place), event: parsePayload(stored.bytes) };
      project(target, placed, stored.place);
    }
    yield seqOf(last);
  }
}
