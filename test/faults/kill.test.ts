import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupsIn } from '../../main/vault/backup/folder.ts';
import { sha256 } from '../../main/vault/keys.ts';
import { bundled } from './bundled.ts';
import { runAndKill } from './kill.ts';
import { AREA, doorLedger, expectKept, visitsIn } from './door-ledger.ts';

const IMPORT_KILLS = process.env['SUIMON_FAULTS'] === 'long' ? 200 : 6;
const IMPORT_ROWS = 3000;
const BACKUP_KILLS = process.env['SUIMON_FAULTS'] === 'long' ? 500 : 10;
const KILLS = process.env['SUIMON_FAULTS'] === 'long' ? 2000 : 20;

let doorChild: string;
let importChild: string;
let backupChild: string;
beforeAll(async () => {
  doorChild = await bundled(new URL('door-child.ts', import.meta.url).pathname);
  importChild = await bundled(new URL('import-child.ts', import.meta.url).pathname);
  backupChild = await bundled(new URL('backup-child.ts', import.meta.url).pathname);
}, 60_000);
afterAll(() => {
  for (const child of [doorChild, importChild, backupChild])
    rmSync(dirname(child), { recursive: true, force: true });
});

describe('F1 kill -9 at a random moment while visitors are logged', () => {
  it(`loses nothing acknowledged and leaves nothing half there, ${KILLS} times`, async () => {
    const door = doorLedger(randomBytes(32));
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const killed = await runAndKill([doorChild, door.file, door.key, AREA], randomInt(1, 40), 5);
      expect(killed.errors).toBe('');
      acknowledged += await expectKept(door, killed.lines, kill % 5 === 4 || kill === KILLS - 1);
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
    door.remove();
  }, 3_600_000);
});

describe('F1 kill -9 at a random moment of an import', () => {
  it(`leaves the whole file in the log or nothing of it, ${IMPORT_KILLS} times`, async () => {
    const door = doorLedger(randomBytes(32));
    const csv = join(dirname(door.file), 'log.csv');
    let whole = 0;
    for (let kill = 0; kill < IMPORT_KILLS; kill += 1) {
      writeFileSync(csv, visitorLog(kill));
      const killed = await runAndKill([importChild, door.file, door.key, AREA, csv], 1, 400);
      expect(killed.errors).toBe('');
      const found = visitsIn(door);
      const added = found - whole * IMPORT_ROWS;
      expect([0, IMPORT_ROWS]).toContain(added);
      if (killed.lines.includes(`done ${IMPORT_ROWS}`)) expect(added).toBe(IMPORT_ROWS);
      if (added > 0) whole += 1;
    }
    expect(await expectKept(door, [], true)).toBe(0);
    door.remove();
  }, 3_600_000);
});

/** A log of visits that no other call's rows are doubles of. */
function visitorLog(round: number): string {
  const rows = Array.from({ length: IMPORT_ROWS }, (_, row) => {
    const minute = String(row % 60).padStart(2, '0');
    const hour = String(Math.floor(row / 60) % 24).padStart(2, '0');
    return `訪問 ${round}-${row},株式会社みなと電機,点検,2026-04-06 ${hour}:${minute},2026-04-07 00:30`;
  });
  return ['氏名,所属,用件,入室日時,退室日時', ...rows, ''].join('\r\n');
}

describe('F4 kill -9 at a random moment of a backup', () => {
  it(`leaves nothing under a backup's name that is not whole, and the ledger as it was, ${BACKUP_KILLS} times`, async () => {
    const door = doorLedger(randomBytes(32));
    writeFileSync(join(dirname(door.file), 'ledger.keys.json'), '{}');
    const folder = join(dirname(door.file), 'backups');
    mkdirSync(folder);
    let whole = 0;
    for (let kill = 0; kill < BACKUP_KILLS; kill += 1) {
      const killed = await runAndKill([backupChild, door.file, door.key, folder], randomInt(1, 10), 30);
      expect(killed.errors).toBe('');
      const names = readdirSync(folder).filter((name) => !name.endsWith('.unfinished'));
      const done = killed.lines.filter((line) => line.startsWith('done ')).map((line) => line.slice(5));
      // The older of two goes once a third stands, before that is told.
      expect(names).toEqual(expect.arrayContaining(done.slice(-1)));
      expect(names.length).toBeGreaterThanOrEqual(Math.min(done.length, 2));
      const found = backupsIn(folder, 'test-site');
      expect(found.map(({ path }) => basename(path)).toSorted()).toEqual(names.toSorted());
      for (const { path, manifest } of found) {
        whole += 1;
        const file = join(path, 'ledger.suimon');
        expect(sha256(readFileSync(file)).toString('hex')).toBe(manifest.ledger.sha256);
        await expectKept({ ...door, file }, [], true);
      }
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    }
    expect(whole).toBeGreaterThan(0);
    await expectKept(door, [], true);
    door.remove();
  }, 3_600_000);
});
