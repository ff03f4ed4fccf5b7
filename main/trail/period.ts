import type { Instant } from '../../shared/kernel/time.ts';
import { type ReadDb, row, rows } from '../vault/db.ts';
import type { Head } from './append.ts';
import { place } from './place.ts';
import { readSkimmed } from './read.ts';

/** A stretch of the chain: places from `from` to `until`, the latter exclusive. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** A part of the chain in which no entry is earlier than the one before; times where they are known. */
interface Orderly extends Stretch {
  readonly first: Instant;
  readonly last: Instant;
}

/** The parts between two steps back of the clock, oldest first. */
function orderly(db: ReadDb, head: Head): readonly Orderly[] {
  const end = place(head.siteNo, head.seq + 1);
  const parts: Orderly[] = [];
  let from = place(head.siteNo, 1);
  let first = Number.NEGATIVE_INFINITY;
  for (const back of rows<{ place: number; previous: Instant; now: Instant }>(
    db,
    'SELECT place, previous, now FROM trail_anomaly WHERE place >= ? AND place < ? ORDER BY place',
    from,
    end,
  )) {
    if (back.place > from) parts.push({ from, until: back.place, first, last: back.previous });
    from = back.place;
    first = back.now;
  }
  parts.push({ from, until: end, first, last: Number.POSITIVE_INFINITY });
  return parts;
}

/** The first place of an orderly part whose entry is not earlier than `at`; its end if there is none. */
function firstNotBefore(db: ReadDb, { from, until, first, last }: Orderly, at: Instant): number {
  if (first >= at) return from;
  if (last < at) return until;
  let low = from;
  let high = until;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    // Erased payloads are gone: the next that is there tells.
    const found = row<{ place: number; raw: string }>(
      db,
      'SELECT place, CAST(bytes AS TEXT) AS raw FROM chain_payload WHERE place >= ? AND place < ? ORDER BY place LIMIT 1',
      middle,
      high,
    );
    if (found === undefined || readSkimmed(found.raw).at >= at) high = middle;
    else low = found.place + 1;
  }
  return low;
}

/**
 * The stretches of the own chain recorded from `from` on and before `until`, newest first. The chain is in the order of its
 * times but where the clock went back, so each bound is found by halving, in a few dozen reads whatever its length.
 */
export function stretchesOf(
  db: ReadDb,
  head: Head,
  from: Instant | undefined,
  until: Instant | undefined,
): readonly Stretch[] {
  if (from === undefined && until === undefined) {
    return [{ from: place(head.siteNo, 1), until: place(head.siteNo, head.seq + 1) }];
  }
  return orderly(db, head)
    .map((part) => ({
      from: from === undefined ? part.from : firstNotBefore(db, part, from),
      until: until === undefined ? part.until : firstNotBefore(db, part, until),
    }))
    .filter((stretch) => stretch.from < stretch.until)
    .toReversed();
}
