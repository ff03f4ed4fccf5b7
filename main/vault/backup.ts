import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFile, syncFolder } from './atomic-file.ts';
import { type Connection, encryptionOf, openConnection, pagesAreSound } from './connection.ts';
import { VaultFault } from './fault.ts';

/**
 * Writes a compact copy of a ledger that is not open yet, before a migration, under the same key and encryption to `target`, which must not exist.
 * The copy is reopened, read whole and its chain heads compared before it gets its name; an error leaves nothing behind.
 * Main stands still meanwhile: an open ledger is copied by `copyLedger`.
 */
export function backupConnection(db: Connection, key: Uint8Array, target: string): void {
  if (existsSync(target)) throw new TypeError('backup: the target exists');
  const temporary = `${target}.unfinished`;
  rmSync(temporary, { force: true });
  try {
    // `db.backup()` fails on an encrypted file and `db.serialize()` gives plaintext.
    db.prepare('VACUUM INTO ?').run(temporary);
    verifyCopy(db, key, temporary);
    syncFile(temporary);
    renameSync(temporary, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function verifyCopy(db: Connection, key: Uint8Array, file: string): void {
  const copy = openConnection(file, key, 'read', encryptionOf(db));
  try {
    const same = JSON.stringify(contents(copy)) === JSON.stringify(contents(db));
    if (!same || !pagesAreSound(copy)) throw new VaultFault('ledger-damaged', file);
  } finally {
    copy.close();
  }
}

/** What a copy must have in common with its source: version, and of each site's chain its length and last hash. */
export function contents(db: Connection): unknown[] {
  const version = db.pragma('user_version', { simple: true });
  const chain = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'chain_entry'").get();
  if (chain === undefined) return [version];
  const heads = db.prepare(
    `SELECT s.no, s.code, e.seq, hex(e.hash) AS hash FROM chain_site s LEFT JOIN chain_entry e
       ON e.place = (SELECT max(place) FROM chain_entry WHERE place > s.no * 1099511627776 AND place < (s.no + 1) * 1099511627776)
     ORDER BY s.no`,
  );
  return [version, ...heads.all()];
}
