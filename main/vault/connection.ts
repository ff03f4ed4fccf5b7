import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { errorCode, faultOf, VaultFault } from './fault.ts';
import { KEY_BYTES } from './keys.ts';
import { encryptionByPragma, FIRST_ENCRYPTION, parametersOf } from './ledger-encryption.ts';

/** An open connection to the ledger file, before it is narrowed to the handles the other rooms get. */
export type Connection = Database.Database;

/**
 * What a connection is for: `create` and `write` write; `read` cannot write at all; `snapshot` cannot write the file either, but
 * may make temporary tables, which stay in memory; `alone` reads without needing room on the disk, and keeps every other
 * connection out.
 */
export type Purpose = 'create' | 'write' | 'read' | 'snapshot' | 'alone';

const PAGE = 4096;

/** What every connection holds and is asserted to hold, read back after being set: pragma, as set, as read back. */
const SETTINGS: readonly (readonly [pragma: string, set: string, held: string])[] = [
  ['synchronous', 'FULL', '2'],
  ['temp_store', 'MEMORY', '2'],
  ['trusted_schema', 'OFF', '0'],
  ['foreign_keys', 'ON', '1'],
  // Without this INSERT OR REPLACE deletes rows past the triggers that stop a delete on the chain.
  ['recursive_triggers', 'ON', '1'],
  ['cell_size_check', 'ON', '1'],
  ['secure_delete', 'ON', '1'],
  ['mmap_size', '0', '0'],
  ['busy_timeout', '5000', '5000'],
  ['wal_autocheckpoint', '4000', '4000'],
];

/** Page cache in KiB, as SQLite takes it (negative). */
const CACHE: Readonly<Record<Purpose, number>> = {
  create: -65_536,
  write: -65_536,
  read: -16_384,
  snapshot: -16_384,
  alone: -16_384,
};

/**
 * The one place that opens SQLite. Opens `file` under a 32-byte key and an encryption, and sets and asserts all that security.md
 * asks of a connection. Throws a {@link VaultFault} if the file cannot be the ledger under these, and the system's error otherwise.
 */
export function openConnection(
  file: string,
  key: Uint8Array,
  purpose: Purpose,
  encryption: LedgerEncryption = FIRST_ENCRYPTION,
): Connection {
  if (key.length !== KEY_BYTES || key.every((byte) => byte === 0)) {
    throw new TypeError('ledger key: 32 bytes that are not all zero are expected');
  }
  if (purpose === 'create') {
    if (existsSync(file)) throw new TypeError('ledger: a new one never takes the place of an existing file');
  } else {
    inspectLedgerFile(file);
  }
  let db: Connection | undefined;
  try {
    const readonly = purpose === 'read' || purpose === 'snapshot';
    db = new Database(file, { readonly, fileMustExist: purpose !== 'create' });
    // SQLite never takes back bytes it once left free on a page: asked for the most first, all ledgers leave the same (page-codec.ts).
    if (purpose === 'create') useKey(db, key, FIRST_ENCRYPTION);
    useKey(db, key, encryption);
    configure(db, purpose);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    assertCipher(db, file, encryption);
    inspectLedgerFile(file);
    return db;
  } catch (error) {
    db?.close();
    throw faultOf(error, file) ?? error;
  }
}

const HEX = Buffer.from('0123456789abcdef', 'latin1');

function useKey(db: Connection, key: Uint8Array, encryption: LedgerEncryption): void {
  const { pragma } = parametersOf(encryption);
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  db.pragma(`kdf_algorithm = ${pragma}`);
  db.pragma(`hmac_algorithm = ${pragma}`);
  // x'…' in hex, written by hand: a string of it could not be wiped.
  const raw = Buffer.alloc(2 * KEY_BYTES + 3);
  raw.write("x'", 'latin1');
  for (const [index, byte] of key.entries()) {
    raw.writeUInt8(HEX.readUInt8(byte >> 4), 2 + 2 * index);
    raw.writeUInt8(HEX.readUInt8(byte & 15), 3 + 2 * index);
  }
  raw.write("'", raw.length - 1, 'latin1');
  db.key(raw);
  raw.fill(0);
}

function configure(db: Connection, purpose: Purpose): void {
  if (purpose === 'create') db.pragma(`page_size = ${PAGE}`);
  // With a lock of its own SQLite keeps the WAL's index in memory instead of in a file beside it.
  if (purpose === 'alone') db.pragma('locking_mode = EXCLUSIVE');
  for (const [pragma, set] of SETTINGS) db.pragma(`${pragma} = ${set}`);
  db.pragma(`cache_size = ${CACHE[purpose]}`);
  const queryOnly = purpose === 'read' || purpose === 'alone';
  if (queryOnly) db.pragma('query_only = ON');
  if (writes(purpose)) db.pragma('journal_mode = WAL');
  for (const [pragma, , held] of SETTINGS) assertHeld(db, pragma, held);
  assertHeld(db, 'page_size', String(PAGE));
  assertHeld(db, 'query_only', queryOnly ? '1' : '0');
  if (writes(purpose)) assertHeld(db, 'journal_mode', 'wal');
}

function writes(purpose: Purpose): boolean {
  return purpose === 'create' || purpose === 'write';
}

function assertHeld(db: Connection, pragma: string, held: string): void {
  if (value(db, pragma) !== held) throw new Error(`ledger connection: ${pragma} did not hold`);
}

function assertCipher(db: Connection, file: string, encryption: LedgerEncryption): void {
  const pragma = String(parametersOf(encryption).pragma);
  const held =
    value(db, 'cipher') === 'sqlcipher' &&
    value(db, 'legacy') === '4' &&
    value(db, 'kdf_algorithm') === pragma &&
    value(db, 'hmac_algorithm') === pragma;
  if (!held) throw new VaultFault('ledger-other-cipher', file);
}

/** The encryption that a connection reads and writes its file with. */
export function encryptionOf(db: Connection): LedgerEncryption {
  const found = encryptionByPragma(Number(value(db, 'hmac_algorithm')));
  if (found === undefined) throw new VaultFault('ledger-other-cipher', db.name);
  return found;
}

function value(db: Connection, pragma: string): string {
  return String(db.pragma(pragma, { simple: true }));
}

const PLAINTEXT = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Looks at a ledger file's first page and size, without a key. Throws a {@link VaultFault}: missing, unreadable, plaintext, cut
 * short, or under a cipher that (unlike SQLCipher 4) leaves bytes 16 to 23 of SQLite's header readable.
 */
export function inspectLedgerFile(file: string): void {
  const header = Buffer.alloc(24);
  let size: number;
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, header, 0, header.length, 0);
      size = fstatSync(handle).size;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new VaultFault(errorCode(error) === 'ENOENT' ? 'ledger-missing' : 'folder-unreadable', file);
  }
  if (header.subarray(0, PLAINTEXT.length).equals(PLAINTEXT)) throw new VaultFault('ledger-plaintext', file);
  // Fixed by SQLite's file format: page size, then 64, 32, 32 at offset 21.
  if (header.readUInt16BE(16) === PAGE && header.readUIntBE(21, 3) === 0x40_20_20) {
    throw new VaultFault('ledger-other-cipher', file);
  }
  if (size === 0 || size % PAGE !== 0) throw new VaultFault('ledger-damaged', file);
}

/** Whether every page in use can be read, fits its authentication code and its neighbours. Reads the whole file. */
export function pagesAreSound(db: Connection): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (faultOf(error, db.name)?.fault === 'ledger-damaged') return false;
    throw error;
  }
}

/** Runs `work` in one transaction: committed whole, or rolled back and its error thrown on. */
export function inTransaction(
  db: { exec(sql: string): unknown; readonly inTransaction: boolean },
  work: () => void,
): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
