import type { Break } from '../../shared/trail/model.ts';
import { type ReadDb, rows } from '../vault/db.ts';
import type { Head } from './append.ts';
import { checkpoints } from './checkpoints.ts';
import { entryHash, GENESIS, payloadDigest } from './entry.ts';
import { place } from './place.ts';

const PORTION = 2000;

interface StoredEntry {
  readonly seq: number;
  readonly prev: Buffer;
  readonly payload: Buffer;
  readonly hash: Buffer;
  readonly bytes: Buffer | null;
}

/** How a verification of the chain ended: the head that was reached, or the first bad entry. */
export type ChainVerdict =
  | { readonly sound: true; readonly size: number; readonly head: Buffer; readonly checkpoints: number }
  | { readonly sound: false; readonly first: Break; readonly verifiedUpTo: number };

/** Judges one entry by the one before. Answers what is wrong with it, or undefined. */
export function judge(site: string, seq: number, prev: Buffer, stored: StoredEntry): Break | undefined {
  if (stored.seq !== seq) return { seq, kind: 'missing-entry' };
  if (!stored.prev.equals(prev)) return { seq, kind: 'wrong-previous' };
  if (!entryHash(site, seq, stored.prev, stored.payload).equals(stored.hash))
    return { seq, kind: 'wrong-hash' };
  if (stored.bytes === null) return { seq, kind: 'payload-missing' };
  if (!payloadDigest(stored.bytes).equals(stored.payload)) return { seq, kind: 'wrong-payload' };
  return undefined;
}

/**
 * Verifies this site's chain from its first entry to `head`, and every checkpoint kept on the way: numbers without a gap,
 * each entry hanging on the one before, each hash and payload digest computed anew, each checkpoint signed by the site and
 * equal to the chain at its size. Reads in portions and yields the number verified after each.
 */
export function* verifyChain(db: ReadDb, head: Head): Generator<number, ChainVerdict> {
  const notes = checkpoints(db);
  let note = notes.next();
  let noted = 0;
  let prev: Buffer = GENESIS;
  let seq = 0;
  while (seq < head.seq) {
    const portion = rows<StoredEntry>(
      db,
      `SELECT e.seq, e.prev, e.payload, e.hash, p.bytes FROM chain_entry e LEFT JOIN chain_payload p ON p.place = e.place
       WHERE e.place > ? AND e.place <= ? ORDER BY e.place LIMIT ?`,
      place(head.siteNo, seq),
      place(head.siteNo, head.seq),
      PORTION,
    );
    if (portion.length === 0) {
      return { sound: false, first: { seq: seq + 1, kind: 'missing-entry' }, verifiedUpTo: seq };
    }
    for (const stored of portion) {
      const wrong = judge(head.site, seq + 1, prev, stored);
      if (wrong !== undefined) return { sound: false, first: wrong, verifiedUpTo: seq };
      seq += 1;
      prev = stored.hash;
      while (note.done !== true && note.value.size <= seq) {
        const { size, read } = note.value;
        if (read === undefined) {
          return { sound: false, first: { seq: size, kind: 'checkpoint-signature' }, verifiedUpTo: seq };
        }
        if (size !== seq || !read.head.equals(prev)) {
          return { sound: false, first: { seq: size, kind: 'checkpoint-differs' }, verifiedUpTo: seq };
        }
        noted += 1;
        note = notes.next();
      }
    }
    yield seq;
  }
  if (note.done !== true && note.value.size > head.seq) {
    return { sound: false, first: { seq: head.seq + 1, kind: 'shorter-than-checkpoint' }, verifiedUpTo: seq };
  }
  return { sound: true, size: seq, head: prev, checkpoints: noted };
}
