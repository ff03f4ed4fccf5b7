import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  clearFailures,
  delayUntil,
  MALFORMED,
  recordFailure,
  recordSuccess,
  takeFailures,
} from '../../../main/vault/attempts.ts';
import type { VaultPaths } from '../../../main/vault/paths.ts';
import { pathsIn, temporaryFolder } from './fixture.ts';

const NOW = 1_790_000_000_000;
let paths: VaultPaths;

beforeEach(() => {
  paths = pathsIn(temporaryFolder());
  mkdirSync(paths.appFolder);
});

function fail(times: number, identifier: string, at = NOW): void {
  for (let time = 0; time < times; time += 1) recordFailure(paths, identifier, at);
}

describe('the delay after refused sign-ins', () => {
  it('is none for three, then a second, doubling up to five minutes', () => {
    const delays = [];
    for (let failures = 1; failures <= 14; failures += 1) {
      fail(1, 'souta');
      if (failures > 10) recordSuccess(paths, 'somebody-else');
      delays.push((delayUntil(paths, 'souta', NOW) ?? NOW) - NOW);
    }
    expect(delays).toEqual([
      0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
    ]);
  });

  it('is over when its time has come, and not a millisecond before', () => {
    fail(4, 'souta');
    expect(delayUntil(paths, 'souta', NOW + 999)).toBe(NOW + 1000);
    expect(delayUntil(paths, 'souta', NOW + 1000)).toBeUndefined();
  });

  it('is one for the identifier in any case or width, and none for others', () => {
    fail(2, 'souta');
    fail(2, ' ＳＯＵＴＡ');
    expect(delayUntil(paths, 'Souta', NOW)).toBe(NOW + 1000);
    expect(delayUntil(paths, 'kansa', NOW)).toBeUndefined();
  });

  it('comes for everybody when many identifiers are tried', () => {
    for (let person = 0; person < 10; person += 1) fail(1, `person${person}`);
    expect(delayUntil(paths, 'kansa', NOW)).toBeUndefined();
    fail(1, 'person10');
    expect(delayUntil(paths, 'kansa', NOW)).toBe(NOW + 1000);
  });

  it('ends with a success of the same identifier, not with that of another', () => {
    fail(5, 'souta');
    recordSuccess(paths, 'kansa');
    expect(delayUntil(paths, 'souta', NOW)).toBe(NOW + 2000);
    recordSuccess(paths, 'souta');
    expect(delayUntil(paths, 'souta', NOW)).toBeUndefined();
    fail(1, 'souta');
    expect(delayUntil(paths, 'souta', NOW)).toBeUndefined();
  });

  it('is not shortened by setting the clock back, and does not last beyond its length', () => {
    fail(6, 'souta');
    const earlier = NOW - 86_400_000;
    expect(delayUntil(paths, 'souta', earlier)).toBe(earlier + 4000);
    expect(delayUntil(paths, 'souta', earlier + 3999)).toBe(earlier + 4000);
    expect(delayUntil(paths, 'souta', earlier + 4000)).toBeUndefined();
  });
});

describe('refused sign-ins for the chain', () => {
  it('stay in order until they are cleared, and the delay stays after that', () => {
    fail(1, 'souta', NOW);
    fail(3, 'kansa', NOW + 5);
    fail(1, 'kansa', NOW + 6);
    const taken = takeFailures(paths);
    expect(taken).toEqual([
      { identifier: 'souta', at: NOW },
      { identifier: 'kansa', at: NOW + 5 },
      { identifier: 'kansa', at: NOW + 5 },
      { identifier: 'kansa', at: NOW + 5 },
      { identifier: 'kansa', at: NOW + 6 },
    ]);
    fail(1, 'kansa', NOW + 6);
    clearFailures(paths, taken);
    expect(takeFailures(paths)).toEqual([{ identifier: 'kansa', at: NOW + 6 }]);
    expect(delayUntil(paths, 'kansa', NOW + 6)).toBe(NOW + 6 + 2000);
  });

  it('never hold what has not the form of an identifier: it may have been a password', () => {
    for (const typed of ['kansa-no-kagi 2026', 'パスワードです', `x${'y'.repeat(40)}`, '']) fail(1, typed);
    expect(takeFailures(paths).map(({ identifier }) => identifier)).toEqual(Array(4).fill(MALFORMED));
    const text = readFileSync(paths.attempts, 'utf8');
    expect(text).not.toContain('kagi');
    expect(text).not.toContain('パスワード');
    expect(delayUntil(paths, 'another password', NOW)).toBe(NOW + 1000);
  });

  it('are kept within bounds', () => {
    for (let person = 0; person < 250; person += 1) fail(1, `person${person}`);
    expect(takeFailures(paths).length).toBe(250);
    const file = JSON.parse(readFileSync(paths.attempts, 'utf8')) as { identifiers: unknown[] };
    expect(file.identifiers.length).toBe(200);
  });

  it('count as none when the file is damaged, which is then written anew', () => {
    writeFileSync(paths.attempts, '{"format":');
    expect(takeFailures(paths)).toEqual([]);
    expect(delayUntil(paths, 'souta', NOW)).toBeUndefined();
    fail(1, 'souta');
    expect(takeFailures(paths)).toEqual([{ identifier: 'souta', at: NOW }]);
  });
});
