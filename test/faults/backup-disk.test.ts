import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupsIn } from '../../main/vault/backup/folder.ts';
import { sha256 } from '../../main/vault/keys.ts';
import { bundled } from './bundled.ts';
import { type DoorLedger, expectKept } from './door-ledger.ts';
import { rotatable } from './rotated-ledger.ts';

const LONG = process.env['SUIMON_FAULTS'] === 'long';
const strace = spawnSync('strace', ['-V']).status === 0;

describe.skipIf(!strace)('F3 the disk under a backup', () => {
  let child: string;
  let door: DoorLedger;
  let folder: string;
  beforeAll(async () => {
    child = await bundled(new URL('backup-child.ts', import.meta.url).pathname);
    const key = randomBytes(32);
    const made = rotatable(key, 2000);
    door = { file: made.paths.ledger, key: key.toString('hex'), remove: () => made.remove() };
    folder = mkdtempSync(join(tmpdir(), 'suimon-backup-'));
  }, 60_000);
  afterAll(() => {
    door.remove();
    for (const made of [folder, dirname(child)]) rmSync(made, { recursive: true, force: true });
  });

  /** Two backups of a copy of the ledger under strace. */
  function traced(calls: string, more: readonly string[]) {
    const own = mkdtempSync(join(folder, 'run-'));
    cpSync(dirname(door.file), own, { recursive: true });
    const backups = join(own, 'backups');
    mkdirSync(backups);
    const file = join(own, basename(door.file));
    const log = `${own}.log`;
    const args = ['-f', '-qq', '-e', `trace=${calls}`, ...more, '-o', log, process.execPath, child];
    const run = spawnSync('strace', [...args, file, door.key, backups, '2'], {
      encoding: 'utf8',
      // strace counts the calls of each thread by itself.
      env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    });
    expect(run.stderr).toBe('');
    return {
      lines: run.stdout.split('\n').slice(0, -1),
      traced: readFileSync(log, 'utf8'),
      own,
      file,
      backups,
    };
  }

  it.each([
    ['pwrite64', 'ENOSPC', '+', ['no-room']],
    ['pwrite64', 'EIO', '', ['disk-failed', 'ledger-damaged']],
    ['fsync,fdatasync', 'EIO', '', ['disk-failed']],
    ['rename', 'EIO', '', ['disk-failed']],
  ])(
    'F3 %s failing with %s at the n-th call (%s: and ever after): nothing stands under a name that is not whole, and the ledger is as it was',
    async (calls, error, after, faults) => {
      const whole = traced(calls, []);
      expect(whole.lines.filter((line) => line.startsWith('done '))).toHaveLength(2);
      const total = whole.traced.match(/\((?:.*)= \d+$/gmu)?.length ?? 0;
      expect(total).toBeGreaterThan(0);
      const step = LONG ? 1 : Math.ceil(total / 5);
      let failed = 0;
      for (let n = 1; n <= total; n += step) {
        const run = traced(calls, ['-e', `inject=${calls}:error=${error}:when=${n}${after}`]);
        const said = run.lines.filter((line) => line.startsWith('failed ')).map((line) => line.slice(7));
        for (const fault of said) expect(faults).toContain(fault);
        failed += said.length;
        const done = run.lines.filter((line) => line.startsWith('done ')).map((line) => line.slice(5));
        const found = backupsIn(run.backups, 'test-site');
        const names = found.map(({ path }) => basename(path));
        expect(names).toEqual(expect.arrayContaining(done));
        expect(readdirSync(run.backups).toSorted()).toEqual(names.toSorted());
        for (const { path, manifest } of found) {
          const copy = join(path, 'ledger.suimon');
          expect(sha256(readFileSync(copy)).toString('hex')).toBe(manifest.ledger.sha256);
          await expectKept({ ...door, file: copy }, [], true);
        }
        await expectKept({ ...door, file: run.file }, [], true);
        rmSync(run.own, { recursive: true });
      }
      expect(failed).toBeGreaterThan(0);
    },
    3_600_000,
  );
});
