import type { Instant } from '../../shared/kernel/time.ts';
import type { TrailRow, TrailStatus } from '../../shared/trail/model.ts';
import { actorNames } from '../accounts/queries.ts';
import { type ReadDb, row, rows } from '../vault/db.ts';
import { type Head, ownHead } from './append.ts';
import { lastCheckpoint } from './checkpoints.ts';
import { place, seqOf } from './place.ts';
import { readEnvelope } from './read.ts';

interface Stored {
  readonly place: number;
  readonly hash: Buffer;
  readonly bytes: Buffer | null;
}

function toRow(stored: Stored, nameOf: (actor: string) => string): TrailRow {
  const entry = { seq: seqOf(stored.place), hash: stored.hash.toString('hex') };
  if (stored.bytes === null)
    return { ...entry, at: 0, actor: '', actorName: '', type: 'erased', subject: '' };
  const { at, actor, type, subject, data } = readEnvelope(stored.bytes);
  return { ...entry, at, actor, actorName: nameOf(actor), type, subject, data };
}

/** Entries of the own chain before number `before`, newest first. */
export function entriesBefore(db: ReadDb, before: number | undefined, limit: number): readonly TrailRow[] {
  const head = ownHead(db);
  if (head === undefined) return [];
  const nameOf = actorNames(db);
  return rows<Stored>(
    db,
    `SELECT e.place, e.hash, p.bytes FROM chain_entry e LEFT JOIN chain_payload p ON p.place = e.place
     WHERE e.place > ? AND e.place < ? ORDER BY e.place DESC LIMIT ?`,
    place(head.siteNo, 0),
    place(head.siteNo, before ?? head.seq + 1),
    limit,
  ).map((stored) => toRow(stored, nameOf));
}

/** Entries about one subject before number `before`, newest first. */
export function entriesOfSubject(
  db: ReadDb,
  subject: string,
  before: number | undefined,
  limit: number,
): readonly TrailRow[] {
  const head = ownHead(db);
  if (head === undefined) return [];
  const nameOf = actorNames(db);
  return rows<Stored>(
    db,
    `SELECT e.place, e.hash, p.bytes FROM trail_subject t JOIN chain_entry e ON e.place = t.place
     LEFT JOIN chain_payload p ON p.place = e.place
     WHERE t.subject = ? AND t.place < ? ORDER BY t.place DESC LIMIT ?`,
    subject,
    place(head.siteNo, before ?? head.seq + 1),
    limit,
  ).map((stored) => toRow(stored, nameOf));
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
