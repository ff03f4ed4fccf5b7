import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectionsOf } from '../../../main/vault/handles.ts';
import { backupConnection } from '../../../main/vault/backup.ts';
import { openConnection } from '../../../main/vault/connection.ts';
import { row, run } from '../../../main/vault/db.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { APPLICATION_ID, migrate, MIGRATIONS } from '../../../main/vault/migrations.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { SHA256, SHA512 } from './encryptions.ts';
import { temporaryFolder } from './fixture.ts';

const key = Buffer.alloc(32, 0x5a);
let file: string;

beforeEach(() => {
  file = join(temporaryFolder(), 'ledger.suimon');
});

function fill(ledger: Ledger, entries = 50): void {
  run(ledger.write, "INSERT INTO chain_site VALUES (1, 'misaki', 1)");
  for (let seq = 1; seq <= entries; seq += 1) addEntry(ledger, seq);
}

function addEntry(ledger: Ledger, seq: number): void {
  const hash = Buffer.alloc(32, seq);
  run(
    ledger.write,
    'INSERT INTO chain_entry VALUES (?, 1, ?, ?, ?, ?)',
    2 ** 40 + seq,
    seq,
    hash,
    hash,
    hash,
  );
}

const second = { version: 2, sql: 'CREATE TABLE second (a INTEGER) STRICT; INSERT INTO second VALUES (7);' };
const broken = { version: 3, sql: 'CREATE TABLE third (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);' };

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    const db = openConnection(file, key, 'create');
    expect(() => migrate(db, key, [second])).toThrow('not numbered from 1');
    db.close();
  });

  it('bring a new file to the newest version without a backup, and change nothing the second time', () => {
    openLedger(file, key, 'create').close();
    const db = openConnection(file, key, 'write');
    migrate(db, key);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    db.close();
    expect(readdirSync(dirname(file))).toEqual(['ledger.suimon']);
  });

  it.each([SHA512, SHA256] as const)(
    'back up a file that holds something, then apply what is pending, under %s',
    (encryption) => {
      const ledger = openLedger(file, key, 'create', encryption);
      fill(ledger);
      ledger.close();
      const db = openConnection(file, key, 'write', encryption);
      migrate(db, key, [...MIGRATIONS, { ...second, version: MIGRATIONS.length + 1 }]);
      expect(db.prepare('SELECT a FROM second').all()).toEqual([{ a: 7 }]);
      expect(db.prepare('SELECT count(*) AS n FROM chain_entry').get()).toEqual({ n: 50 });
      db.close();
      const copy = openConnection(`${file}.before-${MIGRATIONS.length + 1}`, key, 'read', encryption);
      expect(copy.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
      expect(copy.prepare('SELECT count(*) AS n FROM chain_entry').get()).toEqual({ n: 50 });
      copy.close();
    },
  );

  it('change nothing if one of several fails', () => {
    openLedger(file, key, 'create').close();
    const db = openConnection(file, key, 'write');
    const pending = [second, broken].map((migration, index) => ({
      ...migration,
      version: MIGRATIONS.length + 1 + index,
    }));
    expect(() => migrate(db, key, [...MIGRATIONS, ...pending])).toThrow('nowhere');
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('second', 'third')").all()).toEqual([]);
    db.close();
  });
});

/** The copy that a migration makes before it begins. */
function backup(ledger: Ledger, target: string): void {
  backupConnection(connectionsOf(ledger).writer, key, target);
}

describe('the copy before a migration', () => {
  it('holds what the ledger held, opens under the same key and becomes a ledger again', () => {
    const ledger = openLedger(file, key, 'create');
    fill(ledger);
    const target = join(ledger.folder, 'copy.suimon');
    backup(ledger, target);
    addEntry(ledger, 51);
    ledger.close();
    expect(readdirSync(dirname(file)).toSorted()).toEqual(['copy.suimon', 'ledger.suimon']);
    const copy = openLedger(target, key, 'write');
    expect(row(copy.read, 'SELECT count(*) AS n, max(seq) AS last FROM chain_entry')).toEqual({
      n: 50,
      last: 50,
    });
    addEntry(copy, 51);
    copy.close();
  });

  it('takes the place of nothing, and leaves nothing when it fails', () => {
    const ledger = openLedger(file, key, 'create');
    fill(ledger, 1);
    expect(() => backup(ledger, file)).toThrow('the target exists');
    const missing = join(ledger.folder, 'no-such-folder', 'copy.suimon');
    expect(() => backup(ledger, missing)).toThrow('unable to open database');
    expect(existsSync(`${missing}.unfinished`)).toBe(false);
    ledger.close();
  });
});
