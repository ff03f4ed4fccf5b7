import { describe, expect, test } from 'vitest';
import { decideAddon, decideElectron, decideSystem, report } from '../../resources/tooling/setup/decide.mjs';

const machine = {
  official: false,
  officialReason: 'getaddrinfo ENOTFOUND github.com',
  platform: 'linux',
  arch: 'x64',
  musl: false,
  cache: 'missing',
} as const;

describe('which Electron', () => {
  test('the official one is preferred, even with a good cache of the other', () => {
    expect(decideElectron({ ...machine, official: true, cache: 'good' })).toEqual({ use: 'official' });
    expect(decideElectron({ ...machine, official: true, platform: 'darwin', arch: 'arm64' })).toEqual({
      use: 'official',
    });
  });

  test('without it, the cached runtime is used', () => {
    expect(decideElectron({ ...machine, cache: 'good' })).toEqual({ use: 'cached' });
  });

  test('without it and without a cache, the runtime is made; a corrupt cache is made anew', () => {
    expect(decideElectron(machine)).toEqual({ use: 'make', corrupt: false });
    expect(decideElectron({ ...machine, cache: 'corrupt' })).toEqual({ use: 'make', corrupt: true });
  });

  test.each([
    { platform: 'darwin', arch: 'arm64', musl: false, name: 'darwin-arm64' },
    { platform: 'linux', arch: 'arm64', musl: false, name: 'linux-arm64' },
    { platform: 'linux', arch: 'x64', musl: true, name: 'linux-x64 (musl)' },
  ])('on $name there is no other one: reason and remedy are said', ({ name, ...platform }) => {
    expect(decideElectron({ ...machine, ...platform, cache: 'good' })).toEqual({
      use: 'none',
      reason: `Electron could not be downloaded (getaddrinfo ENOTFOUND github.com), and there is no other one for ${name}`,
      remedy:
        'Let this machine reach github.com, or name a mirror in ELECTRON_MIRROR, or a proxy in HTTPS_PROXY, and run npm ci again.',
    });
  });
});

describe('which addon', () => {
  const facts = { installedLoads: false, platform: 'linux', cache: 'missing', cachedLoads: false } as const;

  test('one that loads is kept', () => {
    expect(decideAddon({ ...facts, installedLoads: true, cache: 'good', cachedLoads: true })).toEqual({
      use: 'installed',
    });
  });

  test('one that does not load is replaced by the cached one', () => {
    expect(decideAddon({ ...facts, cache: 'good', cachedLoads: true })).toEqual({ use: 'cached' });
  });

  test.each([
    { cache: 'missing', cachedLoads: false },
    { cache: 'corrupt', cachedLoads: false },
    { cache: 'good', cachedLoads: false },
  ] as const)('it is built when the cache is $cache and what it holds loads: $cachedLoads', (cache) => {
    expect(decideAddon({ ...facts, ...cache })).toEqual({ use: 'build' });
  });

  test('elsewhere than on Linux nothing is built: a newer Node is the remedy', () => {
    expect(decideAddon({ ...facts, platform: 'win32' })).toEqual({
      use: 'none',
      reason: 'the database addon that came with better-sqlite3 does not load in this Node',
      remedy: 'Use Node 22.14 or newer and run npm ci again.',
    });
  });
});

describe('system packages', () => {
  const facts = { platform: 'linux', debian: true, root: true, missing: ['libgtk-3-0', 'xvfb'] };

  test('nothing is done where nothing is missing, or elsewhere than on Linux', () => {
    expect(decideSystem({ ...facts, missing: [] })).toEqual({ act: 'nothing' });
    expect(decideSystem({ ...facts, platform: 'darwin' })).toEqual({ act: 'nothing' });
  });

  test('root on Debian has them installed', () => {
    expect(decideSystem(facts)).toEqual({ act: 'install', packages: ['libgtk-3-0', 'xvfb'] });
  });

  test('anybody else is told the command', () => {
    expect(decideSystem({ ...facts, root: false })).toEqual({
      act: 'tell',
      command: 'sudo apt-get install -y libgtk-3-0 xvfb',
    });
  });

  test('a system that is not Debian is told what is missing', () => {
    expect(decideSystem({ ...facts, debian: false })).toEqual({
      act: 'tell',
      command: "install what Debian calls libgtk-3-0 xvfb with this system's package manager",
    });
  });
});

test('the report is one line', () => {
  expect(
    report({
      electron: '33.2.1 (registry runtime, cached)',
      addon: 'addon in place',
      system: 'system libraries present',
    }),
  ).toBe(
    'suimon set-up: Electron 33.2.1 (registry runtime, cached), addon in place, system libraries present',
  );
});
