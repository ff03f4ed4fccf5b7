import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import type { Reply } from '../../shared/kernel/result.ts';
import { syncFile, syncFolder, writeFileAtomic } from './atomic-file.ts';
import { type Connection, encryptionOf, openConnection } from './connection.ts';
import { copyLedger, type CopyProgress, type InStillness, removeLedgerFile } from './copy-ledger.ts';
import { VaultFault } from './fault.ts';
import { connectionsOf } from './handles.ts';
import { sha256 } from './keys.ts';
import type { Ledger } from './ledger.ts';
import type { VaultPaths } from './paths.ts';

export interface RotationFiles {
  readonly ledger: Ledger;
  readonly paths: VaultPaths;
  /** The ledger's key from now on. */
  readonly newKey: Uint8Array;
  /** The ledger's encryption from now on; absent: as it is. */
  readonly newEncryption?: LedgerEncryption;
  /** The keyslot file from now on; asked for when nobody writes any more, so that it can hold what changed meanwhile. */
  readonly keysFileBytes: () => Uint8Array;
  readonly progress: CopyProgress;
  readonly cancelled: () => boolean;
  /** Once it has answered well nobody is to write through `ledger` any more, whose place the copy has taken. */
  readonly inStillness: InStillness;
}

/** Ledgers whose rotation this process has under way: what stands there is no leftover. */
const underWay = new Set<string>();

/**
 * Puts a ledger under a new key, and another encryption if need be: a copy of it and a new keyslot file are made ready beside them, and decided on by giving the
 * latter its name. Once this has answered well the rotation stands, whatever happens: the caller closes the ledger, without
 * having written to it, and {@link finishRotation} (or the next start) gives both files their names. Refused or thrown
 * as {@link copyLedger}; then nothing has changed and nothing is left.
 */
export async function rotateLedgerFile(rotation: RotationFiles): Promise<Reply<null>> {
  const { ledger, paths, newKey, keysFileBytes, progress, cancelled, inStillness } = rotation;
  const newEncryption = rotation.newEncryption ?? encryptionOf(connectionsOf(ledger).writer);
  if (underWay.has(paths.ledger)) throw new TypeError('rotation: under way');
  if (existsSync(paths.rotatedKeys)) throw new TypeError('rotation: one is not finished');
  removeLeftovers(paths);
  underWay.add(paths.ledger);
  try {
    return await copyLedger({
      ledger,
      target: paths.rotatedLedger,
      newKey,
      newEncryption,
      progress,
      cancelled,
      inStillness,
      whenWhole: async () => {
        const bytes = keysFileBytes();
        writeDigest(openConnection(paths.rotatedLedger, newKey, 'write', newEncryption), sha256(bytes));
        decide(paths, bytes);
        return null;
      },
    });
  } finally {
    underWay.delete(paths.ledger);
  }
}

/** Ties the copy to its keyslot file, down to the disk. */
function writeDigest(db: Connection, digest: Uint8Array): void {
  const file = db.name;
  try {
    db.prepare('UPDATE vault_keys SET digest = ?, next = NULL').run(digest);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  if (existsSync(`${file}-wal`)) throw new VaultFault('ledger-damaged', file);
  syncFile(file);
}

/** The moment of decision. Throws only if it has not come. */
function decide(paths: VaultPaths, bytes: Uint8Array): void {
  // Without it the next start would take the old ledger for one that has been replaced.
  if (!existsSync(paths.rotatedLedger)) throw new VaultFault('ledger-missing', paths.rotatedLedger);
  try {
    writeFileAtomic(paths.rotatedKeys, bytes);
  } catch (error) {
    if (withdrawn(paths)) throw error;
  }
}

/** Takes back a decision whose name was given and then not brought to the disk. False if it cannot be: then it stands. */
function withdrawn({ rotatedKeys, ledgerFolder }: VaultPaths): boolean {
  if (!existsSync(rotatedKeys)) return true;
  try {
    rmSync(rotatedKeys);
  } catch {
    return false;
  }
  syncFolder(ledgerFolder);
  return true;
}

/**
 * Finishes a rotation that was decided on: ledger, then keyslot file. May be called at any time while the ledger is closed, again and
 * again. Removes what one that was not decided on has left. Throws the system's error if a decided one cannot be finished.
 */
export function finishRotation(paths: VaultPaths): void {
  if (underWay.has(paths.ledger)) return;
  if (!existsSync(paths.rotatedKeys)) {
    removeLeftovers(paths);
    return;
  }
  if (existsSync(paths.rotatedLedger)) {
    // A WAL that stayed beside the new file would be taken for its own.
    for (const end of ['-wal', '-shm']) rmSync(paths.ledger + end, { force: true });
    renameSync(paths.rotatedLedger, paths.ledger);
    syncFolder(paths.ledgerFolder);
  }
  removeOldCopies(paths);
  renameSync(paths.rotatedKeys, paths.keys);
  syncFolder(paths.ledgerFolder);
}

/** On a disk that cannot be written leftovers stay, and harm nobody. */
function removeLeftovers(paths: VaultPaths): void {
  try {
    removeLedgerFile(paths.rotatedLedger);
    rmSync(`${paths.rotatedKeys}.new`, { force: true });
  } catch {
    // As said.
  }
}

/** Copies that migrations made are under the old key, which is to open nothing any more. */
function removeOldCopies({ ledger, ledgerFolder }: VaultPaths): void {
  const prefix = `${basename(ledger)}.before-`;
  for (const name of readdirSync(ledgerFolder)) {
    if (name.startsWith(prefix)) rmSync(join(ledgerFolder, name), { force: true });
  }
}
