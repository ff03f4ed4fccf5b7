import { projections, project } from '../projections.ts';
import { type ReadDb, rows, run, type WriteDb } from '../vault/db.ts';
import { ownHead } from './append.ts';
import { place, seqOf } from './place.ts';
import { signatureStands } from './signatories.ts';
import { parsePayload } from './read.ts';

const PORTION = 1000;

/** Thrown by {@link replay}: the event with this number lacks the signature it has to carry, or carries one that does not hold. */
export class UnsignedEvent extends Error {
  override readonly name = 'UnsignedEvent';
  readonly seq: number;

  constructor(seq: number) {
    super('trail: signature');
    this.seq = seq;
  }
}

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
 * payloads are passed over. Throws {@link UnsignedEvent} at a signature that is missing, or not its actor's of that moment.
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
      if (!signatureStands(target, placed.event)) throw new UnsignedEvent(placed.seq);
      project(target, placed, stored.place);
    }
    yield seqOf(last);
  }
}

/** Makes every view of an open ledger anew from its own chain. Within a transaction. Throws as {@link replay}. */
export function makeViewsAnew(db: WriteDb): void {
  clearViews(db);
  const head = ownHead(db);
  if (head !== undefined) for (const _ of replay(db, db, head.siteNo, head.seq));
}
