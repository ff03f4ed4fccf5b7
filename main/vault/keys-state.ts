import { writeFileAtomic } from './atomic-file.ts';
import { inTransaction } from './connection.ts';
import { row, run, type WriteDb } from './db.ts';
import { VaultFault } from './fault.ts';
import { connectionsOf } from './handles.ts';
import { sha256 } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { emptyWal } from './wal.ts';

/**
 * How a replacement of the keyslot file gets the ledger's writer, twice. `announce`: `work` is to run in one transaction with the
 * chain event that records the change; resolves once that is committed, and rejects if it is not, in which case nothing has
 * changed. `settle`: `work` is to run in a later transaction of its own.
 */
export type InTurn = (step: 'announce' | 'settle', work: (db: WriteDb) => void) => Promise<void>;

/** Uses the ledger's writer directly, for callers among whom nobody else writes. */
export function ownTurn(ledger: Ledger): InTurn {
  return async (_step, work) => inTransaction(ledger.write, () => work(ledger.write));
}

interface State {
  readonly digest: Buffer;
  readonly next: Buffer | null;
}

function read(ledger: Ledger): State | undefined {
  return row<State>(ledger.read, 'SELECT digest, next FROM vault_keys WHERE one = 1');
}

/**
 * Replaces the keyslot file. First its new bytes are written into the ledger, which is the moment of decision; then the file is
 * replaced; then the ledger forgets the bytes and keeps their digest. {@link reconcile} finishes what a crash interrupts.
 */
export async function replaceKeysFile(
  ledger: Ledger,
  path: string,
  bytes: Buffer,
  inTurn: InTurn,
): Promise<void> {
  await inTurn('announce', (db) => run(db, 'UPDATE vault_keys SET next = ?', bytes));
  writeFileAtomic(path, bytes);
  try {
    await inTurn('settle', (db) => settle(db, bytes));
    // Into the main file with the digest: a WAL lost later is not to part ledger and keyslot file.
    emptyWal(connectionsOf(ledger).writer);
  } catch {
    // The change stands, and the next opening settles it.
  }
}

function settle(db: WriteDb, bytes: Buffer): void {
  run(db, 'UPDATE vault_keys SET digest = ?, next = NULL', sha256(bytes));
}

/**
 * Compares the keyslot file as found with what the ledger says of it, and answers the bytes that are valid. If a replacement was
 * announced and not settled, it is finished. Throws a {@link VaultFault} `keys-altered` if the file is another: an older one put
 * back, or one that belongs to another state of the ledger. `writable` false leaves everything as it is.
 */
export function reconcile(ledger: Ledger, path: string, found: Buffer, writable: boolean): Buffer {
  const state = read(ledger);
  if (state === undefined) throw new VaultFault('ledger-damaged', ledger.file);
  const { digest, next } = state;
  const asFound = sha256(found);
  if (next === null) {
    if (asFound.equals(digest)) return found;
    throw new VaultFault('keys-altered', path);
  }
  if (!asFound.equals(digest) && !asFound.equals(sha256(next))) throw new VaultFault('keys-altered', path);
  if (writable) {
    if (!found.equals(next)) writeFileAtomic(path, next);
    inTransaction(ledger.write, () => settle(ledger.write, next));
    emptyWal(connectionsOf(ledger).writer);
  }
  return next;
}
