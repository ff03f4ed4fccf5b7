import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { encryptionOf, openConnection, type Purpose } from '../../../main/vault/connection.ts';
import { row, rows, run } from '../../../main/vault/db.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { temporaryFolder } from './fixture.ts';

const key = Buffer.alloc(32, 0x5a);
let file: string;

beforeEach(() => {
  file = join(temporaryFolder(), 'ledger.suimon');
});

describe('a connection', () => {
  it.each([
    ['sqlcipher-4-aes-256-cbc-hmac-sha512', '2'],
    ['sqlcipher-4-aes-256-cbc-hmac-sha256', '1'],
  ] as const)('holds every setting whatever it is for, under %s', (encryption, digest) => {
    const expected = {
      cipher: 'sqlcipher',
      legacy: '4',
      kdf_algorithm: digest,
      hmac_algorithm: digest,
      journal_mode: 'wal',
      synchronous: '2',
      temp_store: '2',
      trusted_schema: '0',
      foreign_keys: '1',
      recursive_triggers: '1',
      mmap_size: '0',
      page_size: '4096',
      wal_autocheckpoint: '4000',
      busy_timeout: '5000',
      secure_delete: '1',
      cell_size_check: '1',
    };
    const more: Record<Purpose, Record<string, string>> = {
      create: { query_only: '0', cache_size: '-65536' },
      write: { query_only: '0', cache_size: '-65536' },
      read: { query_only: '1', cache_size: '-16384' },
      snapshot: { query_only: '0', cache_size: '-16384' },
      alone: { query_only: '1', cache_size: '-16384', locking_mode: 'exclusive' },
    };
    for (const purpose of ['create', 'write', 'read', 'snapshot', 'alone'] as const) {
      const db = openConnection(file, key, purpose, encryption);
      if (purpose === 'create') db.exec('CREATE TABLE t (a) STRICT'.replace('(a)', '(a TEXT)'));
      const settings = { ...expected, ...more[purpose] };
      const held = Object.keys(settings).map((pragma) => [
        pragma,
        String(db.pragma(pragma, { simple: true })),
      ]);
      expect(encryptionOf(db)).toBe(encryption);
      db.close();
      expect(Object.fromEntries(held)).toEqual(settings);
    }
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['short', Buffer.alloc(31, 1)],
    ['long', Buffer.alloc(33, 1)],
    ['all zero', Buffer.alloc(32)],
  ])('is refused under a key that is %s, before there is a file', (_what, bad) => {
    expect(() => openConnection(file, bad, 'create')).toThrow('ledger key');
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  it('never makes a new ledger in the place of a file', () => {
    writeFileSync(file, '');
    expect(() => openConnection(file, key, 'create')).toThrow('never takes the place');
  });

  it('for reading or a snapshot cannot write the ledger', () => {
    openLedger(file, key, 'create').close();
    for (const purpose of ['read', 'snapshot'] as const) {
      const db = openConnection(file, key, purpose);
      expect(() => db.exec("INSERT INTO chain_site VALUES (1, 'misaki', 1)")).toThrow('readonly');
      db.pragma('query_only = OFF');
      expect(() => db.exec("INSERT INTO chain_site VALUES (1, 'misaki', 1)")).toThrow('readonly');
      db.close();
    }
  });
});

describe('an open ledger', () => {
  it('gives a snapshot that stays as it was while others write, and takes temporary tables', () => {
    const ledger = openLedger(file, key, 'create');
    const snapshot = ledger.snapshot();
    run(ledger.write, "INSERT INTO chain_site VALUES (1, 'misaki', 1)");
    expect(row(ledger.read, 'SELECT count(*) AS n FROM chain_site')).toEqual({ n: 1 });
    expect(row(snapshot.db, 'SELECT count(*) AS n FROM chain_site')).toEqual({ n: 0 });
    snapshot.db.exec('CREATE TEMP TABLE seen (a INTEGER)');
    run(snapshot.db, 'INSERT INTO temp.seen VALUES (?)', 1);
    expect(rows(snapshot.db, 'SELECT a FROM temp.seen')).toEqual([{ a: 1 }]);
    snapshot.close();
    ledger.close();
    expect(() => ledger.snapshot()).toThrow('ledger: closed');
  });

  it('gives an empty ledger to work in that is gone when closed, when the ledger is closed, and after a crash', () => {
    const ledger = openLedger(file, key, 'create');
    run(ledger.write, "INSERT INTO chain_site VALUES (1, 'misaki', 1)");
    const folder = () => readdirSync(ledger.folder).filter((name) => name.startsWith('scratch'));
    const scratch = ledger.scratch();
    expect(folder().length).toBeGreaterThan(0);
    expect(row(scratch.db, 'SELECT count(*) AS n FROM chain_site')).toEqual({ n: 0 });
    run(scratch.db, "INSERT INTO chain_site VALUES (1, 'other', 1)");
    scratch.close();
    expect(folder()).toEqual([]);
    ledger.scratch();
    ledger.close();
    expect(folder()).toEqual([]);
    writeFileSync(join(ledger.folder, 'scratch-0123456789abcdef.suimon'), 'left over');
    writeFileSync(join(ledger.folder, 'scratch-notes.txt'), 'not ours');
    openLedger(file, key, 'write').close();
    expect(folder()).toEqual(['scratch-notes.txt']);
  });

  it('for viewing gives a write handle that cannot write', () => {
    openLedger(file, key, 'create').close();
    const ledger = openLedger(file, key, 'viewing');
    expect(() => run(ledger.write, "INSERT INTO chain_site VALUES (1, 'misaki', 1)")).toThrow('readonly');
    ledger.close();
  });
});
