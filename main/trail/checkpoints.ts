import type { Instant } from '../../shared/kernel/time.ts';
import type { CheckpointSlip } from '../../shared/trail/model.ts';
import { siteKeys } from '../accounts/queries.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../vault/db.ts';
import { type SignatureAlgorithm, signatureAlgorithm, verifyWith } from '../vault/signatures.ts';
import { ownHead } from './append.ts';
import { seqOf } from './place.ts';
import { type Checkpoint, notesIn, readCheckpoint, type SiteSigner, writeCheckpoint } from './checkpoint.ts';

interface StoredCheckpoint {
  readonly size: number;
  readonly at: Instant;
  readonly note: string;
}

/** A key the site's checkpoints are verified with, from a size of the chain on. */
export interface SiteKey {
  /** The first size of the chain that it signs. */
  readonly from: number;
  readonly algorithm: SignatureAlgorithm;
  readonly spki: Buffer;
}

/** The keys the site has signed with, from the first. Throws if there is none, or one of an unknown algorithm. */
export function keysOfSite(db: ReadDb): readonly SiteKey[] {
  return siteKeys(db).map(({ place, algorithm: id, key }) => {
    const algorithm = signatureAlgorithm(id, 'read');
    if (algorithm === undefined) throw new Error('checkpoint: unknown signature algorithm');
    return { from: seqOf(place), algorithm, spki: Buffer.from(key, 'base64') };
  });
}

/** The key that checkpoints of a size are signed with. */
export function keyAt(keys: readonly SiteKey[], size: number): SiteKey {
  const key = keys.findLast(({ from }) => from <= size);
  if (key === undefined) throw new Error('checkpoint: the ledger has no site');
  return key;
}

/** Makes a checkpoint of the own chain as it stands and keeps it. Within a transaction. */
export function storeCheckpoint(db: WriteDb, sign: SiteSigner, at: Instant): void {
  const head = ownHead(db);
  if (head === undefined) throw new Error('checkpoint: the ledger has no site');
  const { algorithm, spki } = keyAt(keysOfSite(db), head.seq);
  const note = writeCheckpoint(head, algorithm, spki, sign);
  run(
    db,
    'INSERT INTO chain_checkpoint (size, at, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    head.seq,
    at,
    note,
  );
}

/** The newest checkpoint kept. */
export function lastCheckpoint(db: ReadDb): StoredCheckpoint | undefined {
  return row<StoredCheckpoint>(db, 'SELECT size, at, note FROM chain_checkpoint ORDER BY size DESC LIMIT 1');
}

/** The newest checkpoint as it is printed; undefined if there is none. */
export function checkpointSlip(db: ReadDb, site: CheckpointSlip['site']): CheckpointSlip | undefined {
  const last = lastCheckpoint(db);
  if (last === undefined) return undefined;
  const head = notesIn(last.note).notes[0]?.head.toString('hex') ?? '';
  return { site, ...last, head };
}

/** The notes of every checkpoint up to a size, smallest first. */
export function* notesUpTo(db: ReadDb, size: number): Generator<string> {
  for (const { note } of storedCheckpoints(db)) {
    const [read] = notesIn(note).notes;
    if (read === undefined || read.size <= size) yield note;
  }
}

function* storedCheckpoints(db: ReadDb): Generator<StoredCheckpoint> {
  let last = -1;
  for (;;) {
    const portion = rows<StoredCheckpoint>(
      db,
      'SELECT size, at, note FROM chain_checkpoint WHERE size > ? ORDER BY size LIMIT 500',
      last,
    );
    if (portion.length === 0) return;
    yield* portion;
    last = portion.at(-1)?.size ?? last;
  }
}

/** Every checkpoint kept, smallest first, read and checked; undefined in place of one that is not signed by the site. */
export function* checkpoints(
  db: ReadDb,
): Generator<{ readonly size: number; readonly read: Checkpoint | undefined }> {
  const keys = keysOfSite(db);
  for (const stored of storedCheckpoints(db)) {
    const { algorithm, spki } = keyAt(keys, stored.size);
    const read = readCheckpoint(stored.note, algorithm, spki, (bytes, signature) =>
      verifyWith(algorithm, spki, bytes, signature),
    );
    yield { size: stored.size, read: read?.size === stored.size ? read : undefined };
  }
}
