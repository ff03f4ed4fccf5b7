import { randomBytes, randomInt } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { openConnection } from '../../main/vault/connection.ts';
import { VaultFault } from '../../main/vault/fault.ts';
import { SHA256, SHA512 } from '../main/vault/encryptions.ts';
import { bundled } from './bundled.ts';
import { runAndKill } from './kill.ts';
import { encryptionIn, expectOneOfBoth, rotatable, rotationPaths } from './rotated-ledger.ts';

const LONG = process.env['SUIMON_FAULTS'] === 'long';
const KILLS = LONG ? 1000 : 20;
const EVENTS = 2000;
const strace = spawnSync('strace', ['-V']).status === 0;

let child: string;
beforeAll(async () => {
  child = await bundled(new URL('rotate-child.ts', import.meta.url).pathname);
}, 60_000);
afterAll(() => rmSync(dirname(child), { recursive: true, force: true }));

describe('F4 kill -9 at a random moment of a rotation, while events are written', () => {
  it.each([
    ['the old key or the new one opens', [SHA512, SHA512]],
    [
      'from one encryption to the other, there and back: the old key or the new one, each in its own, opens',
      [SHA256, SHA512],
    ],
  ] as const)(
    `A10 F4 %s the ledger with everything acknowledged, and the other nothing, ${KILLS} times`,
    async (_what, encryptions) => {
      const first = randomBytes(32);
      const site = rotatable(first, EVENTS);
      const { paths } = site;
      let current = first.toString('hex');
      let standing: LedgerEncryption = SHA512;
      let rotated = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const keys = Array.from({ length: 40 }, () => randomBytes(32).toString('hex'));
        const next = standing === encryptions[0] ? 1 : 0;
        const orders = keys.map((key, n) => `${key}@${encryptions[(next + n) % 2] ?? SHA512}`);
        const killed = await runAndKill([child, paths.ledger, ...orders], randomInt(1, 80), 40);
        expect(killed.errors).toBe('');
        const found = await expectOneOfBoth(paths, killed.lines);
        const done = killed.lines.filter((line) => line === 'rotated').length;
        const index = keys.indexOf(found);
        const now = encryptionIn(readFileSync(paths.keys));
        expect(now).toBe(index === -1 ? standing : orders[index]?.split('@')[1]);
        // Decided on and not yet told of, at most.
        expect(index === -1 ? [found, done] : [index - done]).toEqual(
          index === -1 ? [current, 0] : [expect.toBeOneOf([-1, 0])],
        );
        for (const other of [current, ...keys.slice(0, index + 2)]) {
          if (other === found) continue;
          for (const encryption of encryptions) {
            expect(() => openConnection(paths.ledger, Buffer.from(other, 'hex'), 'read', encryption)).toThrow(
              new VaultFault('ledger-damaged', paths.ledger),
            );
          }
        }
        rotated += index + 1;
        current = found;
        standing = now;
      }
      expect(rotated).toBeGreaterThan(KILLS / 4);
      site.remove();
    },
    3_600_000,
  );
});

interface Traced {
  readonly lines: readonly string[];
  readonly traced: string;
  readonly folder: string;
}

describe.skipIf(!strace)('F3 the disk under a rotation', () => {
  const site = rotatable(randomBytes(32), EVENTS);
  const folder = mkdtempSync(join(tmpdir(), 'suimon-rotate-'));
  afterAll(() => {
    site.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** One rotation on a copy of the site under strace. */
  function traced(calls: string, more: readonly string[]): Traced {
    const own = mkdtempSync(join(folder, 'run-'));
    cpSync(site.paths.ledgerFolder, own, { recursive: true });
    const log = `${own}.log`;
    const key = randomBytes(32).toString('hex');
    const args = ['-f', '-qq', '-e', `trace=${calls}`, ...more, '-o', log, process.execPath, child];
    const { stdout, stderr } = spawnSync('strace', [...args, rotationPaths(own).ledger, `${key}@${SHA256}`], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return { lines: stdout.split('\n').slice(0, -1), traced: readFileSync(log, 'utf8'), folder: own };
  }

  it.each([
    ['pwrite64', 'ENOSPC', '+'],
    ['pwrite64', 'EIO', ''],
    ['fsync,fdatasync', 'EIO', ''],
    ['rename', 'EIO', ''],
  ])(
    'F3 %s failing with %s at the n-th call (%s: and ever after): refused or done, and old or new opens whole',
    async (calls, error, after) => {
      const whole = traced(calls, []);
      expect(whole.lines).toContain('rotated');
      const total = whole.traced.match(/\((?:.*)= \d+$/gmu)?.length ?? 0;
      expect(total).toBeGreaterThan(0);
      const step = LONG ? 1 : Math.ceil(total / 6);
      let refused = 0;
      for (let n = 1; n <= total; n += step) {
        const run = traced(calls, ['-e', `inject=${calls}:error=${error}:when=${n}${after}`]);
        const before = readFileSync(site.paths.keys);
        await expectOneOfBoth(rotationPaths(run.folder), run.lines);
        const now = readFileSync(rotationPaths(run.folder).keys);
        const wasRefused = run.lines.some((line) => line.startsWith('refused '));
        if (wasRefused) expect(now.equals(before)).toBe(true);
        if (run.lines.includes('rotated')) expect(now.equals(before)).toBe(false);
        refused += wasRefused ? 1 : 0;
        rmSync(run.folder, { recursive: true });
      }
      expect(refused).toBeGreaterThan(0);
      expect(statSync(site.paths.ledger).size).toBeGreaterThan(EVENTS * 100);
    },
    3_600_000,
  );
});
