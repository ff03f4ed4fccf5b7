import type { Instant } from '../../shared/kernel/time.ts';
import { ownSite } from '../accounts/queries.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../vault/db.ts';
import { type SignatureAlgorithm, signatureAlgorithm, verifyWith } from '../vault/signatures.ts';
import { ownHead } from './append.ts';
import { type Checkpoint, readCheckpoint, type SiteSigner, writeCheckpoint } from './checkpoint.ts';

interface StoredCheckpoint {
  readonly size: number;
  readonly at: Instant;
  readonly note: string;
}

function siteKey(db: ReadDb): { algorithm: SignatureAlgorithm; spki: Buffer } {
  const site = ownSite(db);
  if (site === undefined) throw new Error('checkpoint: the ledger has no site');
  const algorithm = signatureAlgorithm(site.algorithm, 'read');
  if (algorithm === undefined) throw new Error('checkpoint: unknown signature algorithm');
  return { algorithm, spki: Buffer.from(site.signingKey, 'base64') };
}

/** Makes a checkpoint of the own chain as it stands and keeps it. Within a transaction. */
export function storeCheckpoint(db: WriteDb, sign: SiteSigner, at: Instant): void {
  const head = ownHead(db);
  if (head === undefined) throw new Error('checkpoint: the ledger has no site');
  const { algorithm, spki } = siteKey(db);
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

/** Every checkpoint kept, smallest first, read and checked; undefined in place of one that is not signed by the site. */
export function* checkpoints(
  db: ReadDb,
): Generator<{ readonly size: number; readonly read: Checkpoint | undefined }> {
  const { algorithm, spki } = siteKey(db);
  let last = -1;
  for (;;) {
    const portion = rows<StoredCheckpoint>(
      db,
      'SELECT size, at, note FROM chain_checkpoint WHERE size > ? ORDER BY size LIMIT 500',
      last,
    );
    if (portion.length === 0) return;
    for (const stored of portion) {
      last = stored.size;
      const read = readCheckpoint(stored.note, algorithm, spki, (bytes, signature) =>
        verifyWith(algorithm, spki, bytes, signature),
      );
      yield { size: stored.size, read: read?.size === stored.size ? read : undefined };
    }
  }
}
