import { randomBytes, randomInt } from 'node:crypto';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from './bundled.ts';
import { AREA, type DoorLedger, doorLedger, expectKept } from './door-ledger.ts';

const KILLS = process.env.SUIMON_FAULTS === 'long' ? 2000 : 20;

let child: string;
beforeAll(async () => {
  child = await bundled(new URL('door-child.ts', import.meta.url).pathname);
}, 60_000);
afterAll(() => rmSync(dirname(child), { recursive: true, force: true }));

interface Killed {
  readonly acknowledged: readonly string[];
  readonly errors: string;
}

/** Runs the child until it has acknowledged `lines` lines, and kills it a random moment (at most 4 ms) later. */
function runAndKill(door: DoorLedger, lines: number): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, door.file, door.key, AREA], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    let timed = false;
    process_.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8');
      if (timed || output.split('\n').length <= lines) return;
      timed = true;
      setTimeout(() => process_.kill('SIGKILL'), randomInt(0, 5));
    });
    process_.stderr.on('data', (bytes: Buffer) => {
      errors += bytes.toString('utf8');
    });
    process_.once('error', reject);
    process_.once('close', () => resolve({ acknowledged: output.split('\n').slice(0, -1), errors }));
  });
}

describe('F1 kill -9 at a random moment while visitors are logged', () => {
  it(`loses nothing acknowledged and leaves nothing half there, ${KILLS} times`, async () => {
    const door = doorLedger(randomBytes(32));
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const killed = await runAndKill(door, randomInt(1, 40));
      expect(killed.errors).toBe('');
      acknowledged += await expectKept(door, killed.acknowledged, kill % 5 === 4 || kill === KILLS - 1);
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
    door.remove();
  }, 3_600_000);
});
