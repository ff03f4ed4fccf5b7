import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  readSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { openConnection } from '../../main/vault/connection.ts';
import { VaultFault } from '../../main/vault/fault.ts';
import { checkPages } from '../../main/vault/handles.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { probe, unlock } from '../../main/vault/unlock.ts';
import { type Fill, foundedFolder, opened, people, temporaryFolder } from '../main/vault/fixture.ts';
import { SHA256, SHA512 } from '../main/vault/encryptions.ts';
import { addEntries, sampleKey, sampleLedger } from '../main/vault/sample-ledger.ts';

const PAGE = 4096;
/** What SQLCipher 4 keeps at the end of each page: IV (16) and HMAC. */
const RESERVED = { [SHA512]: 16 + 64, [SHA256]: 16 + 32 } as const;

/** What comes of opening a ledger and reading it whole: a fault of opening, or whether the pages are sound. */
function outcome(file: string, encryption: LedgerEncryption): string {
  try {
    const ledger = openLedger(file, sampleKey, 'write', encryption);
    const sound = checkPages(ledger);
    ledger.close();
    return sound ? 'sound' : 'unsound pages';
  } catch (error) {
    if (error instanceof VaultFault) return error.fault;
    throw error;
  }
}

function flipBit(file: string, offset: number, bit: number): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, offset);
  byte.writeUInt8(byte.readUInt8() ^ (1 << bit));
  writeSync(handle, byte, 0, 1, offset);
  closeSync(handle);
}

/** A closed ledger of some eighty pages. */
function closedLedger(encryption: LedgerEncryption = SHA512): string {
  const ledger = sampleLedger(encryption);
  addEntries(ledger, 600, '入退室の記録 '.repeat(15));
  ledger.close();
  return ledger.file;
}

describe.each([SHA512, SHA256] as const)('A2 a bit flipped in the ledger file under %s', (encryption) => {
  let file: string;
  let pages: number;
  const reserved = PAGE - RESERVED[encryption];

  beforeAll(() => {
    file = closedLedger(encryption);
    pages = readFileSync(file).length / PAGE;
  });

  it('A2 in any page, at its beginning, in its middle or in its authentication code, is detected', () => {
    expect(pages).toBeGreaterThan(60);
    expect(outcome(file, encryption)).toBe('sound');
    const original = readFileSync(file);
    for (let page = 0; page < pages; page += 1) {
      for (const offset of [0, 17, PAGE / 2 + page, reserved - 1, reserved, reserved + 16, PAGE - 1]) {
        flipBit(file, page * PAGE + offset, page % 8);
        expect([page, offset, outcome(file, encryption)]).toEqual([
          page,
          offset,
          expect.stringMatching(/^(?:ledger-damaged|unsound pages)$/u),
        ]);
        // Opening a ledger may write to it (the WAL is emptied on closing), so the whole file is put back.
        writeFileSync(file, original);
      }
    }
    expect(outcome(file, encryption)).toBe('sound');
  });

  it('A2 at every bit of the first 64 bytes refuses the file as damaged, or as of another kind', () => {
    const original = readFileSync(file);
    for (let bit = 0; bit < 64 * 8; bit += 1) {
      flipBit(file, bit >> 3, bit & 7);
      expect([bit, outcome(file, encryption)]).toEqual([bit, 'ledger-damaged']);
      writeFileSync(file, original);
    }
  });
});

describe('A2 a bit flipped in the ledger file of a site', () => {
  it('A2 in the first page is told to somebody who signs in; elsewhere when the pages are checked', async () => {
    const { paths } = await foundedFolder(sampleFill);
    const original = readFileSync(paths.ledger);
    flipBit(paths.ledger, 1000, 3);
    expect(await unlock(paths, people.operator.identifier, people.operator.password)).toEqual({
      ok: false,
      fault: 'ledger-damaged',
      file: paths.ledger,
    });
    writeFileSync(paths.ledger, original);
    flipBit(paths.ledger, original.length - 2000, 3);
    const unlocked = await unlock(paths, people.operator.identifier, people.operator.password);
    if (unlocked.ok) {
      expect(checkPages(unlocked.vault.ledger)).toBe(false);
      unlocked.vault.close();
    } else {
      expect(unlocked).toEqual({ ok: false, fault: 'ledger-damaged', file: paths.ledger });
    }
  });
});

const sampleFill: Fill = (ledger) => {
  ledger.write.exec("INSERT INTO chain_site VALUES (1, 'misaki', 1)");
  addEntries(ledger, 300, '入退室の記録 '.repeat(15));
};

describe('A6 another file in the place of the ledger', () => {
  async function attacked(
    change: (file: string) => void,
  ): Promise<{ seen: unknown; signIn: unknown; file: string }> {
    const { paths } = await foundedFolder(sampleFill);
    change(paths.ledger);
    const seen = probe(paths);
    const unlocked = await unlock(paths, people.officer.identifier, people.officer.password);
    if (unlocked.ok) unlocked.vault.close();
    return { seen, signIn: unlocked.ok ? 'opened' : unlocked, file: paths.ledger };
  }

  it.each([
    ['to nothing', () => 0],
    ['within the header', () => 10],
    ['within a page', (size: number) => size - 1],
  ])('A6 the file cut short %s is damaged, seen before anybody signs in', async (_where, rest) => {
    const { seen, signIn, file } = await attacked((path) =>
      truncateSync(path, rest(readFileSync(path).length)),
    );
    expect(seen).toEqual({ fault: 'ledger-damaged', file });
    expect(signIn).toEqual({ ok: false, fault: 'ledger-damaged', file });
  });

  it.each([
    ['by its last page', (size: number) => size - PAGE],
    ['to its first page', () => PAGE],
    ['in the middle', (size: number) => Math.floor(size / 2 / PAGE) * PAGE],
  ])('A6 the file cut short %s, at the edge of a page, is damaged', async (_where, rest) => {
    const { signIn, file } = await attacked((path) => truncateSync(path, rest(readFileSync(path).length)));
    expect(signIn).toEqual({ ok: false, fault: 'ledger-damaged', file });
  });

  it('A6 a plaintext SQLite database with the very contents of a ledger', async () => {
    const plain = openConnection(closedLedger(), sampleKey, 'write');
    const bytes = plain.serialize();
    plain.close();
    expect(bytes.subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
    const { seen, signIn, file } = await attacked((path) => writeFileSync(path, bytes));
    expect(seen).toEqual({ fault: 'ledger-plaintext', file });
    expect(signIn).toEqual({ ok: false, fault: 'ledger-plaintext', file });
  });

  it.each(['chacha20', 'aes128cbc', 'aes256cbc', 'ascon128'])(
    'A6 a database under another cipher: %s',
    async (cipher) => {
      const other = inCipher(cipher);
      const { seen, signIn, file } = await attacked((path) => copyFileSync(other, path));
      expect(seen).toEqual({ fault: 'ledger-other-cipher', file });
      expect(signIn).toEqual({ ok: false, fault: 'ledger-other-cipher', file });
    },
  );

  it('A6 the ledger under an encryption that is known and is not the one its keyslot file names', async () => {
    for (const [is, named] of [
      [SHA512, SHA256],
      [SHA256, SHA512],
    ] as const) {
      const other = closedLedger(is);
      const before = readFileSync(other);
      expect([is, outcome(other, named)]).toEqual([is, 'ledger-damaged']);
      expect(readFileSync(other).equals(before)).toBe(true);
      expect([is, outcome(other, is)]).toEqual([is, 'sound']);
    }
  });

  it('A6 random bytes, and a ledger under another key, are damaged', async () => {
    const random = Buffer.alloc(40 * PAGE, 0xa7);
    const byRandom = await attacked((path) => writeFileSync(path, random));
    expect(byRandom.signIn).toEqual({ ok: false, fault: 'ledger-damaged', file: byRandom.file });
    const byOther = await attacked((path) => copyFileSync(closedLedger(), path));
    expect(byOther.signIn).toEqual({ ok: false, fault: 'ledger-damaged', file: byOther.file });
  });

  it('A6 a ledger of a newer version of the program', async () => {
    const { paths } = await foundedFolder(sampleFill);
    const vault = await opened(paths, people.officer);
    vault.ledger.write.exec('PRAGMA user_version = 999');
    vault.close();
    expect(await unlock(paths, people.officer.identifier, people.officer.password)).toEqual({
      ok: false,
      fault: 'ledger-newer',
      file: paths.ledger,
    });
  });
});

/** A database that this very library makes, with another of its ciphers. */
function inCipher(cipher: string): string {
  const file = join(temporaryFolder(), 'other.db');
  const db = new Database(file);
  db.pragma(`cipher = '${cipher}'`);
  db.pragma(`key = "x'${sampleKey.toString('hex')}'"`);
  db.exec('CREATE TABLE chain_entry (place INTEGER PRIMARY KEY)');
  db.close();
  return file;
}
