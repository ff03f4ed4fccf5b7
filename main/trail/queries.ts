import type { Instant } from '../../shared/kernel/time.ts';
import type { TrailFilter, TrailRow, TrailStatus } from '../../shared/trail/model.ts';
import { actorNames } from '../accounts/queries.ts';
import { type ReadDb, row, rows } from '../vault/db.ts';
import { type Head, ownHead } from './append.ts';
import { lastCheckpoint } from './checkpoints.ts';
import { GENESIS } from './entry.ts';
import { placesOf } from './filter.ts';
import { stretchesOf } from './period.ts';
import { place, seqOf } from './place.ts';
import { readSkimmed } from './read.ts';
import { erasureOf } from './retention/queries.ts';

interface Stored {
  readonly place: number;
  readonly hash: string;
  readonly raw: string | null;
}

function erasedRow(db: ReadDb, { place: key, hash }: Stored, nameOf: (actor: string) => string): TrailRow {
  const nothing = { at: 0, actor: '', actorName: '', type: 'erased', subject: '', signed: false, raw: '' };
  const erased = erasureOf(db, key, nameOf);
  return { seq: seqOf(key), hash, ...nothing, ...(erased === undefined ? {} : { erased }) };
}

// Written out: spreading one object into another costs five times as much as all the rest of a row.
function toRow({ place: key, hash }: Stored, raw: string, nameOf: (actor: string) => string): TrailRow {
  const { at, actor, type, subject, signed } = readSkimmed(raw);
  return { seq: seqOf(key), hash, at, actor, actorName: nameOf(actor), type, subject, signed, raw };
}

/** Entries at places that SQL answers, newest first. */
export function entriesAt(
  db: ReadDb,
  places: { readonly sql: string; readonly values: readonly unknown[] },
): TrailRow[] {
  const nameOf = actorNames(db);
  return rows<Stored>(
    db,
    `SELECT e.place, lower(hex(e.hash)) AS hash, CAST(p.bytes AS TEXT) AS raw FROM (${places.sql}) f
     CROSS JOIN chain_entry e ON e.place = f.place LEFT JOIN chain_payload p ON p.place = e.place ORDER BY f.place DESC`,
    ...places.values,
  ).map((stored) =>
    stored.raw === null ? erasedRow(db, stored, nameOf) : toRow(stored, stored.raw, nameOf),
  );
}

/** Entries of the own chain that a filter lets through, before number `before` (from the head if undefined), newest first. */
export function entries(
  db: ReadDb,
  filter: TrailFilter,
  before: number | undefined,
  limit: number,
): readonly TrailRow[] {
  const head = ownHead(db);
  if (head === undefined) return [];
  const end = place(head.siteNo, before ?? head.seq + 1);
  const found: TrailRow[] = [];
  for (const { from, until } of stretchesOf(db, head, filter.from, filter.until)) {
    if (found.length >= limit) break;
    const stretch = { from, until: Math.min(until, end) };
    if (stretch.from < stretch.until) {
      found.push(...entriesAt(db, placesOf(filter, stretch, limit - found.length)));
    }
  }
  return found;
}

/** One entry of the own chain; undefined if there is none of this number. */
export function entryBySeq(db: ReadDb, seq: number): TrailRow | undefined {
  const head = ownHead(db);
  if (head === undefined) return undefined;
  const key = place(head.siteNo, seq);
  return entriesAt(db, placesOf({}, { from: key, until: key + 1 }, 1))[0];
}

/** The head of the own chain when it had `size` entries: hex, zeros for none; undefined beyond its end. */
export function headAt(db: ReadDb, size: number): string | undefined {
  if (size === 0) return GENESIS.toString('hex');
  const head = ownHead(db);
  if (head === undefined) return undefined;
  return row<{ hash: string }>(
    db,
    'SELECT lower(hex(hash)) AS hash FROM chain_entry WHERE place = ?',
    place(head.siteNo, size),
  )?.hash;
}

/** Where the own chain stands. */
export function trailStatus(db: ReadDb): TrailStatus | undefined {
  const head = ownHead(db);
  if (head === undefined) return undefined;
  const checkpoint = lastCheckpoint(db);
  const count = (table: 'trail_anomaly' | 'trail_shortfall') =>
    row<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  return {
    site: head.site,
    size: head.seq,
    head: head.hash.toString('hex'),
    clockAnomalies: count('trail_anomaly'),
    shortfalls: count('trail_shortfall'),
    ...(checkpoint === undefined ? {} : { lastCheckpoint: { at: checkpoint.at, size: checkpoint.size } }),
  };
}

/** The hash of an entry of a chain, hex; undefined past its end. */
export function hashAt(db: ReadDb, { siteNo }: Pick<Head, 'siteNo'>, seq: number): string | undefined {
  return row<{ hash: Buffer }>(
    db,
    'SELECT hash FROM chain_entry WHERE place = ?',
    place(siteNo, seq),
  )?.hash.toString('hex');
}

/** To what the clock last went back; undefined if it never did. */
export function lastAnomalyAt(db: ReadDb): Instant | undefined {
  return row<{ now: Instant }>(db, 'SELECT now FROM trail_anomaly ORDER BY place DESC LIMIT 1')?.now;
}
