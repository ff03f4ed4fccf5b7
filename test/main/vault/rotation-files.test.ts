import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { Turns } from '../../../main/turns.ts';
import { row, run } from '../../../main/vault/db.ts';
import { VaultFault } from '../../../main/vault/fault.ts';
import { sha256 } from '../../../main/vault/keys.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { type VaultPaths, vaultPaths } from '../../../main/vault/paths.ts';
import { finishRotation, rotateLedgerFile, type RotationFiles } from '../../../main/vault/rotation-files.ts';
import { addEntries, entriesWithoutGap, sampleKey, sampleLedger } from './sample-ledger.ts';

const newKey = randomBytes(32);
const OLD = Buffer.from('{"old":1}\n');
const NEW = Buffer.from('{"new":1}\n');

/** A ledger with its keyslot file, decided on to be rotated; `over` replaces options. */
async function rotated(over: Partial<RotationFiles> = {}) {
  const ledger = sampleLedger();
  const paths = vaultPaths(join(ledger.folder, 'app'), ledger.folder);
  addEntries(ledger, 100, 'entry');
  writeFileSync(paths.keys, OLD);
  writeFileSync(`${paths.ledger}.before-2`, 'a copy under the old key');
  run(ledger.write, 'INSERT INTO vault_keys (one, digest, next) VALUES (1, ?, ?)', sha256(OLD), NEW);
  const turns = new Turns();
  const reply = await rotateLedgerFile({
    ledger,
    paths,
    newKey,
    keysFileBytes: () => NEW,
    progress: () => undefined,
    cancelled: () => false,
    inStillness: (work) => turns.take(work),
    ...over,
  });
  ledger.close();
  return { paths, reply };
}

function expectNew(paths: VaultPaths): void {
  expect(readdirSync(paths.ledgerFolder).toSorted()).toEqual(['ledger.keys.json', 'ledger.suimon']);
  expect(readFileSync(paths.keys).equals(NEW)).toBe(true);
  const ledger = openLedger(paths.ledger, newKey, 'write');
  expect(entriesWithoutGap(ledger)).toBe(100);
  expect(row(ledger.read, 'SELECT digest, next FROM vault_keys')).toEqual({
    digest: sha256(NEW),
    next: null,
  });
  ledger.close();
}

describe('a rotation that was decided on', () => {
  it('A10 is finished: new ledger, new keyslot file, and no copy under the old key', async () => {
    const { paths, reply } = await rotated();
    expect(reply).toEqual(ok(null));
    finishRotation(paths);
    expectNew(paths);
    finishRotation(paths);
    expectNew(paths);
  });

  it('F4 is finished from between its two names', async () => {
    const { paths } = await rotated();
    renameSync(paths.rotatedLedger, paths.ledger);
    finishRotation(paths);
    expectNew(paths);
  });

  it('F4 does not take the old WAL for the new ledger’s own', async () => {
    const { paths } = await rotated();
    writeFileSync(`${paths.ledger}-wal`, randomBytes(32 + 4120));
    writeFileSync(`${paths.ledger}-shm`, randomBytes(32_768));
    finishRotation(paths);
    expectNew(paths);
  });
});

describe('a rotation that was not decided on', () => {
  it.each([
    ['cancelled', { cancelled: () => true }],
    ['refused its turn', { inStillness: async () => refuse('no-session') }],
  ] as const)('leaves the ledger and its keyslot file as they were: %s', async (_name, over) => {
    const { paths, reply } = await rotated(over);
    expect(reply.ok).toBe(false);
    expect(existsSync(paths.rotatedLedger)).toBe(false);
    finishRotation(paths);
    expect(readFileSync(paths.keys).equals(OLD)).toBe(true);
    const ledger = openLedger(paths.ledger, sampleKey, 'write');
    expect(row(ledger.read, 'SELECT digest, next FROM vault_keys')).toEqual({
      digest: sha256(OLD),
      next: NEW,
    });
    ledger.close();
  });

  it('F4 goes at the next start, with all that it left', async () => {
    const { paths } = await rotated({ cancelled: () => true });
    for (const end of ['', '-wal', '-shm']) writeFileSync(paths.rotatedLedger + end, randomBytes(8192));
    writeFileSync(`${paths.rotatedKeys}.new`, NEW);
    finishRotation(paths);
    expect(readdirSync(paths.ledgerFolder).toSorted()).toEqual([
      'ledger.keys.json',
      'ledger.suimon',
      'ledger.suimon.before-2',
    ]);
  });

  it('throws on what the keyslot file’s making throws', async () => {
    await expect(
      rotated({
        keysFileBytes: () => {
          throw new VaultFault('keys-damaged', 'x');
        },
      }),
    ).rejects.toThrow('keys-damaged');
  });
});
