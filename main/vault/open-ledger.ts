import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { type Connection, openConnection } from './connection.ts';
import { compact, holdsResidue } from './compact.ts';
import { faultOf } from './fault.ts';
import { ledgerOf, writeHandle } from './handles.ts';
import { KEY_BYTES, wipe } from './keys.ts';
import { FIRST_ENCRYPTION } from './ledger-encryption.ts';
import type { Borrowed, Ledger } from './ledger.ts';
import { migrate } from './migrations.ts';

/**
 * Opens a ledger file (or makes a new one) under its key, which is copied, and its encryption, and migrates it. `viewing` gives
 * handles neither of which can write. Throws a `VaultFault` if it cannot be opened.
 */
export function openLedger(
  file: string,
  key: Uint8Array,
  mode: 'create' | 'write' | 'viewing',
  encryption: LedgerEncryption = FIRST_ENCRYPTION,
): Ledger {
  const own = Buffer.from(key);
  let writer: Connection | undefined;
  try {
    writer = openConnection(file, own, mode === 'create' ? 'create' : 'write', encryption);
    migrate(writer, own);
    if (mode === 'write') writer = withoutResidue(writer, own);
    if (mode === 'viewing') writer.pragma('query_only = ON');
    removeScratch(dirname(file));
    const reader = openConnection(file, own, 'read', encryption);
    return ledgerOf(
      file,
      { writer, reader, key: own },
      {
        snapshot: () => openSnapshot(file, own, encryption),
        scratch: () => openScratch(dirname(file), encryption),
      },
    );
  } catch (error) {
    writer?.close();
    wipe(own);
    throw faultOf(error, file) ?? error;
  }
}

/** Writes the file anew if something was erased. Where that fails (no room) the ledger opens all the same, and it is tried again. */
function withoutResidue(writer: Connection, key: Buffer): Connection {
  if (!holdsResidue(writer)) return writer;
  try {
    return compact(writer, key);
  } catch (error) {
    if (writer.open) return writer;
    throw error;
  }
}

/**
 * Opens a ledger for viewing where the disk has no room for the files SQLite needs beside it: one connection, which keeps every
 * other out, so that there are no snapshots and no scratch ledgers. Throws as {@link openLedger}.
 */
export function openLedgerAlone(file: string, key: Uint8Array, encryption: LedgerEncryption): Ledger {
  const own = Buffer.from(key);
  let only: Connection | undefined;
  try {
    only = openConnection(file, own, 'alone', encryption);
    migrate(only, own);
    const none = () => {
      throw new TypeError('ledger: open alone, the disk is full');
    };
    return ledgerOf(file, { writer: only, reader: only, key: own }, { snapshot: none, scratch: none });
  } catch (error) {
    only?.close();
    wipe(own);
    throw faultOf(error, file) ?? error;
  }
}

function openSnapshot(file: string, key: Buffer, encryption: LedgerEncryption): Connection {
  const db = openConnection(file, key, 'snapshot', encryption);
  // The snapshot is taken by the first read, not by BEGIN.
  db.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
  return db;
}

const SCRATCH = /^scratch-[0-9a-f]{16}\.suimon(?:-wal|-shm|-journal)?$/u;

function openScratch(folder: string, encryption: LedgerEncryption): Borrowed {
  const file = join(folder, `scratch-${randomBytes(8).toString('hex')}.suimon`);
  const key = randomBytes(KEY_BYTES);
  let db: Connection | undefined;
  const close = () => {
    db?.close();
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
  };
  try {
    db = openConnection(file, key, 'create', encryption);
    migrate(db, key);
    // Nothing in it has to outlive its connection.
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    return { db: writeHandle(db), close };
  } catch (error) {
    close();
    throw error;
  } finally {
    wipe(key);
  }
}

/** Removes what a crash has left of {@link openScratch}; nobody has its key. */
function removeScratch(folder: string): void {
  for (const name of readdirSync(folder)) if (SCRATCH.test(name)) rmSync(join(folder, name), { force: true });
}
