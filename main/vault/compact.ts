import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './atomic-file.ts';
import { backupConnection } from './backup.ts';
import { type Connection, encryptionOf, openConnection } from './connection.ts';

/**
 * Whether something was erased since the ledger was last written anew. SQLite overwrites what is deleted, but a page whose rows
 * were moved to another keeps their bytes in the room between its rows until it is used again: only a new file is free of them.
 */
export function holdsResidue(db: Connection): boolean {
  return db.prepare('SELECT 1 FROM trail_residue').get() !== undefined;
}

/**
 * Puts a compact, verified copy in the ledger's place and answers a connection to it; `db` is closed. To be called while no
 * other connection is open. Killed at any point the old file or the new one stands there, whole. On any error the ledger stays
 * as it was and `db` stays open.
 */
export function compact(db: Connection, key: Uint8Array): Connection {
  const file = db.name;
  const copy = `${file}.compact`;
  const encryption = encryptionOf(db);
  for (const end of ['', '-wal', '-shm', '.unfinished']) rmSync(copy + end, { force: true });
  try {
    backupConnection(db, key, copy);
    const fresh = openConnection(copy, key, 'write', encryption);
    fresh.exec('DELETE FROM trail_residue');
    fresh.close();
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  // The connection closed last takes the write-ahead log away; one that stayed would be replayed into the new file.
  db.close();
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
  renameSync(copy, file);
  syncFolder(dirname(file));
  return openConnection(file, key, 'write', encryption);
}
