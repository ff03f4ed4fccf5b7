import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordFailure } from '../../main/vault/attempts.ts';
import { copyLedger } from '../../main/vault/copy-ledger.ts';
import { run } from '../../main/vault/db.ts';
import { connectionsOf } from '../../main/vault/handles.ts';
import { unlock } from '../../main/vault/unlock.ts';
import { type Fill, foundedFolder, opened, people } from '../main/vault/fixture.ts';
import { addEntries, addEntry } from '../main/vault/sample-ledger.ts';

const MARKER = '目印-PLANTED-MARKER-7f3a';

const fill: Fill = (ledger) => {
  ledger.write.exec("INSERT INTO chain_site VALUES (1, 'misaki', 1)");
  addEntries(ledger, 200, MARKER);
};

/** Every file below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** Files this process has open, deleted ones too, as paths that can be read. */
function openFiles(): string[] {
  if (!existsSync('/proc/self/fd')) return [];
  return readdirSync('/proc/self/fd')
    .map((name) => join('/proc/self/fd', name))
    .filter((path) => {
      try {
        return readlinkSync(path).startsWith('/') && statSync(path).isFile();
      } catch {
        return false;
      }
    });
}

/** The files that hold a text, in UTF-8 or UTF-16, or bytes, raw, in hex or in base64. */
function holding(files: readonly string[], needles: readonly Buffer[]): string[] {
  return files.filter((file) => {
    const content = readFileSync(file);
    return needles.some((needle) => content.includes(needle));
  });
}

const text = (value: string) => [Buffer.from(value, 'utf8'), Buffer.from(value, 'utf16le')];
const secret = (value: Buffer) => [value, ...text(value.toString('hex')), ...text(value.toString('base64'))];

describe('A9 planted markers and secrets, looked for in the files of the vault', () => {
  it('A9 are in no file while the ledger is open, sorts and is backed up, nor after', async () => {
    const { root, paths } = await foundedFolder(fill);
    const vault = await opened(paths, people.officer);
    const { ledger } = vault;
    for (let seq = 201; seq <= 230; seq += 1) addEntry(ledger, seq, MARKER);
    for (const newKey of [undefined, randomBytes(32)]) {
      await copyLedger({
        ledger,
        target: join(paths.ledgerFolder, newKey === undefined ? 'copy.suimon' : 'rotated.suimon'),
        ...(newKey && { newKey }),
        progress: () => undefined,
        cancelled: () => false,
        inStillness: (work) => work(),
        whenWhole: async () => null,
      });
    }
    run(ledger.write, 'INSERT INTO trail_subject VALUES (?, 1)', MARKER);
    const many = `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
      SELECT ? || i AS marked FROM n ORDER BY substr(marked, -3), marked`;
    const sorted = ledger.read.prepare(many).iterate(MARKER);
    expect(sorted.next().done).toBe(false);
    const key = Buffer.from(connectionsOf(ledger).key);
    const needles = [...text(MARKER), ...secret(key), ...text(people.officer.password)];
    const files = filesBelow(root);
    expect(files.map((file) => file.slice(root.length + 1)).toSorted()).toEqual(
      expect.arrayContaining([
        'ledger/ledger.suimon-wal',
        'ledger/ledger.suimon-shm',
        'ledger/copy.suimon',
        'ledger/rotated.suimon',
      ]),
    );
    expect(holding(files, needles)).toEqual([]);
    const openNow = openFiles().filter(
      (file) => readlinkSync(file).startsWith(root) || readlinkSync(file).endsWith('(deleted)'),
    );
    expect(holding(openNow, needles)).toEqual([]);
    sorted.return?.();
    vault.close();
    expect(holding(filesBelow(root), needles)).toEqual([]);
  });

  it('A9 neither a password nor what was typed for an identifier by mistake is in a file after a refused sign-in', async () => {
    const { root, paths } = await foundedFolder(fill);
    const typed = 'kanri no kagi 2026';
    const unlocked = await unlock(paths, typed, 'wrong-password-7f3a');
    expect(unlocked.ok).toBe(false);
    recordFailure(paths, typed, 1_790_000_000_000);
    expect(holding(filesBelow(root), [...text(typed), ...text('wrong-password-7f3a')])).toEqual([]);
  });

  it('A9 the search itself finds what is planted', async () => {
    const { root, paths } = await foundedFolder(fill);
    expect(holding(filesBelow(root), text('岬浄水場'))).toEqual([paths.site]);
    expect(holding(filesBelow(root), secret(readFileSync(paths.secret)))).toEqual([paths.secret]);
  });
});
