import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheState, isFinished, makeEntry } from '../../resources/tooling/setup/cache.mjs';

let base: string;
let entry: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'suimon-cache-test-'));
  entry = join(base, 'thing-1');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function fill(folder: string): Promise<void> {
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub', 'a.bin'), 'first');
  writeFileSync(join(folder, 'b.bin'), 'second');
}

test('an entry that was made is good, finished, and open to every account', async () => {
  expect(await cacheState(entry)).toBe('missing');
  await makeEntry(entry, fill);
  expect(await cacheState(entry)).toBe('good');
  expect(isFinished(entry)).toBe(true);
  expect(statSync(entry).mode & 0o777).toBe(0o755);
  expect(readdirSync(base)).toEqual(['thing-1']);
});

describe('an entry is corrupt', () => {
  test.each<[string, () => void]>([
    ['when a byte is changed', () => writeFileSync(join(entry, 'sub', 'a.bin'), 'fIrst')],
    ['when a file is missing', () => rmSync(join(entry, 'b.bin'))],
    ['when a file is added', () => writeFileSync(join(entry, 'sub', 'c.bin'), '')],
    ['when its checksums are missing', () => rmSync(join(entry, 'checksums.json'))],
    ['when its checksums are cut short', () => writeFileSync(join(entry, 'checksums.json'), '{"b.bin"')],
  ])('%s', async (_name, damage) => {
    await makeEntry(entry, fill);
    damage();
    expect(await cacheState(entry)).toBe('corrupt');
  });
});

test('a corrupt entry is replaced by a good one', async () => {
  await makeEntry(entry, fill);
  writeFileSync(join(entry, 'b.bin'), 'broken');
  await makeEntry(entry, fill);
  expect(await cacheState(entry)).toBe('good');
  expect(readFileSync(join(entry, 'b.bin'), 'utf8')).toBe('second');
  expect(readdirSync(base)).toEqual(['thing-1']);
});

test('work that fails leaves nothing, and keeps what was there', async () => {
  const failing = async (folder: string) => {
    writeFileSync(join(folder, 'half.bin'), 'half');
    throw new Error('the network went away');
  };
  await expect(makeEntry(entry, failing)).rejects.toThrow('the network went away');
  expect(readdirSync(base)).toEqual([]);
  await makeEntry(entry, fill);
  await expect(makeEntry(entry, failing)).rejects.toThrow('the network went away');
  expect(await cacheState(entry)).toBe('good');
});

test('two at once leave one good entry', async () => {
  await Promise.all([makeEntry(entry, fill), makeEntry(entry, fill)]);
  expect(await cacheState(entry)).toBe('good');
  expect(readdirSync(base)).toEqual(['thing-1']);
});

test('what a killed process left is removed after a day, not before', async () => {
  const old = join(base, 'tmp-old');
  const recent = join(base, 'tmp-recent');
  for (const folder of [old, recent]) mkdirSync(folder);
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  utimesSync(old, twoDaysAgo, twoDaysAgo);
  await makeEntry(entry, fill);
  expect(existsSync(old)).toBe(false);
  expect(existsSync(recent)).toBe(true);
});
