import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from './bundled.ts';
import { AREA, type DoorLedger, doorLedger, expectKept } from './door-ledger.ts';

const LONG = process.env['SUIMON_FAULTS'] === 'long';
const COMMANDS = 6;
const strace = spawnSync('strace', ['-V']).status === 0;

let child: string;
let door: DoorLedger;
let folder: string;
beforeAll(async () => {
  child = await bundled(new URL('door-child.ts', import.meta.url).pathname);
  door = doorLedger(randomBytes(32));
  folder = mkdtempSync(join(tmpdir(), 'suimon-disk-'));
}, 60_000);
afterAll(() => {
  door.remove();
  rmSync(dirname(child), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly lines: readonly string[];
  readonly traced: string;
  readonly copy: DoorLedger;
}

/** Runs a few commands on a copy of the ledger, its system calls traced and, where `inject` says so, failed. */
function traced(calls: string, inject: readonly string[]): Run {
  const place = mkdtempSync(join(folder, 'run-'));
  cpSync(dirname(door.file), place, { recursive: true });
  const file = join(place, 'ledger.suimon');
  const log = join(place, 'strace.log');
  const { stdout } = spawnSync(
    'strace',
    [
      '-f',
      '-qq',
      '-o',
      log,
      '-e',
      `trace=${calls}`,
      ...inject,
      '-P',
      file,
      '-P',
      `${file}-wal`,
      '--',
      process.execPath,
      child,
      file,
      door.key,
      AREA,
      String(COMMANDS),
    ],
    { encoding: 'utf8', timeout: 120_000 },
  );
  return {
    lines: stdout.split('\n').slice(0, -1),
    traced: readFileSync(log, 'utf8'),
    copy: { ...door, file },
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

describe.skipIf(!strace)('the disk under the ledger', () => {
  it('F10 is asked to keep every commit: at least one fsync for each acknowledged command', async () => {
    const { lines, traced: log, copy } = traced('fsync,fdatasync', []);
    const acknowledged = lines.filter((line) => /^(?:in|out) /u.test(line)).length;
    expect(acknowledged).toBe(COMMANDS * 1.5);
    expect(count(log, /f(?:data)?sync\(/gu)).toBeGreaterThanOrEqual(acknowledged);
    expect(await expectKept(copy, lines, true)).toBe(acknowledged);
  });

  it.each([
    ['ENOSPC', '+'],
    ['EIO', '+'],
    ['EIO', ''],
  ])(
    'F3 fails with %s at the n-th write (%s: and ever after): a command is refused or done, and all that was acknowledged is there',
    async (error, after) => {
      const whole = traced('pwrite64', []);
      const writes = count(whole.traced, /pwrite64\(/gu);
      expect(writes).toBeGreaterThan(COMMANDS);
      const step = LONG ? 1 : Math.ceil(writes / 10);
      let refused = 0;
      for (let n = 1; n <= writes; n += step) {
        const run = traced('pwrite64', ['-e', `inject=pwrite64:error=${error}:when=${n}${after}`]);
        await expectKept(run.copy, run.lines, true);
        const codes = run.lines.filter((line) => line.startsWith('refused '));
        expect(
          codes.every((line) => line === 'refused trail-unwritable' || line === 'refused read-only'),
          run.lines.join(),
        ).toBe(true);
        refused += codes.length > 0 ? 1 : 0;
      }
      expect(refused).toBeGreaterThan(0);
    },
    3_600_000,
  );
});
