import type { Break } from '../../shared/trail/model.ts';
import { decodeRuns, type Run } from '../../shared/trail/retention/runs.ts';
import { type ReadDb, rows } from '../vault/db.ts';
import type { Head } from './append.ts';
import { checkpoints } from './checkpoints.ts';
import { entryHash, GENESIS, payloadDigest } from './entry.ts';
import { place } from './place.ts';
import { parsePayload } from './read.ts';
import { Gaps } from './retention/gaps.ts';

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

/** Judges one entry by the one before, but for a missing payload. Answers what is wrong with it, or undefined. */
export function judge(site: string, seq: number, prev: Buffer, stored: StoredEntry): Break | undefined {
  if (stored.seq !== seq) return { seq, kind: 'missing-entry' };
  if (!stored.prev.equals(prev)) return { seq, kind: 'wrong-previous' };
  if (!entryHash(site, seq, stored.prev, stored.payload).equals(stored.hash))
    return { seq, kind: 'wrong-hash' };
  if (stored.bytes !== null && !payloadDigest(stored.bytes).equals(stored.payload))
    return { seq, kind: 'wrong-payload' };
  return undefined;
}

/** How the payload of an erasure ends, in canonical JSON; nothing that somebody typed can hold a bare quotation mark. */
const ERASURE = Buffer.from('"type":"payloads.erased","version":');

/** The stretches that an erasure names; undefined for any other payload. */
function erasedBy(bytes: Buffer): readonly Run[] | undefined {
  if (!bytes.includes(ERASURE, Math.max(0, bytes.length - ERASURE.length - 4))) return undefined;
  const event = parsePayload(bytes);
  return event.type === 'payloads.erased' ? decodeRuns(event.data.runs) : undefined;
}

/** Notes a missing payload, or what an erasure explains; answers what is wrong with the erasure. */
function erased(gaps: Gaps, { seq, bytes }: StoredEntry): Break | undefined {
  if (bytes === null) {
    gaps.add(seq);
    return undefined;
  }
  try {
    const runs = erasedBy(bytes);
    return runs === undefined || gaps.explain(runs) ? undefined : { seq, kind: 'erasure-wrong' };
  } catch {
    return { seq, kind: 'payload-unreadable' };
  }
}

/** The first bad entry, when `wrong` is what the chain broke at: a payload missing before it, unless it is said to be erased. */
function firstBad(
  db: ReadDb,
  head: Head,
  gaps: Gaps,
  wrong: Break,
  verifiedUpTo = wrong.seq - 1,
): ChainVerdict {
  const later = rows<{ bytes: Buffer }>(
    db,
    'SELECT bytes FROM chain_payload WHERE place >= ? AND place <= ? AND instr(bytes, ?) > 0 ORDER BY place',
    place(head.siteNo, wrong.seq),
    place(head.siteNo, head.seq),
    ERASURE,
  );
  for (const { bytes } of gaps.first === undefined ? [] : later) {
    try {
      gaps.explain(erasedBy(bytes) ?? []);
    } catch {
      // What cannot be read explains nothing.
    }
  }
  const missing = gaps.first;
  if (missing === undefined || missing >= wrong.seq) return { sound: false, first: wrong, verifiedUpTo };
  return { sound: false, first: { seq: missing, kind: 'payload-missing' }, verifiedUpTo: missing - 1 };
}

/**
 * Verifies this site's chain from its first entry to `head`, and every checkpoint kept on the way: numbers without a gap,
 * each entry hanging on the one before, each hash and payload digest computed anew, each missing payload named by a later
 * erasure, each checkpoint signed by the site and equal to the chain at its size. Reads in portions and yields the number
 * verified after each.
 */
export function* verifyChain(db: ReadDb, head: Head): Generator<number, ChainVerdict> {
  const notes = checkpoints(db);
  let note = notes.next();
  let noted = 0;
  const gaps = new Gaps();
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
      return firstBad(db, head, gaps, { seq: seq + 1, kind: 'missing-entry' });
    }
    for (const stored of portion) {
      const wrong = judge(head.site, seq + 1, prev, stored) ?? erased(gaps, stored);
      if (wrong !== undefined) return firstBad(db, head, gaps, wrong);
      seq += 1;
      prev = stored.hash;
      while (note.done !== true && note.value.size <= seq) {
        const { size, read } = note.value;
        if (read === undefined) {
          return firstBad(db, head, gaps, { seq: size, kind: 'checkpoint-signature' }, seq);
        }
        if (size !== seq || !read.head.equals(prev)) {
          return firstBad(db, head, gaps, { seq: size, kind: 'checkpoint-differs' }, seq);
        }
        noted += 1;
        note = notes.next();
      }
    }
    yield seq;
  }
  if (gaps.first !== undefined) {
    return {
      sound: false,
      first: { seq: gaps.first, kind: 'payload-missing' },
      verifiedUpTo: gaps.first - 1,
    };
  }
  if (note.done !== true && note.value.size > head.seq) {
    return { sound: false, first: { seq: head.seq + 1, kind: 'shorter-than-checkpoint' }, verifiedUpTo: seq };
  }
  return { sound: true, size: seq, head: prev, checkpoints: noted };
}
