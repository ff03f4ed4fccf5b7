import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../resources/tooling/paths.mjs';
import { addonName } from '../../resources/tooling/setup/addon.mjs';

let checkout: string;

/** A checkout of its own with this one's packages, of which the database package is a copy to damage. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'suimon-setup-test-'));
  cpSync(join(root, 'package.json'), join(checkout, 'package.json'));
  cpSync(join(root, 'resources', 'tooling'), join(checkout, 'resources', 'tooling'), { recursive: true });
  mkdirSync(join(checkout, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== 'better-sqlite3')
      symlinkSync(join(root, 'node_modules', name), join(checkout, 'node_modules', name));
  }
  cpSync(join(root, 'node_modules', 'better-sqlite3'), join(checkout, 'node_modules', 'better-sqlite3'), {
    recursive: true,
  });
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function setUp() {
  const result = spawnSync(process.execPath, [join(checkout, 'resources', 'tooling', 'setup.mjs')], {
    encoding: 'utf8',
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

// What the set-up of this checkout prepared is in the cache by now; these runs must find it there.
describe('the set-up as npm runs it', { timeout: 120_000 }, () => {
  test('says in one line what this machine has, and succeeds', () => {
    const { status, stdout, stderr } = setUp();
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^suimon set-up: Electron (\S+ \(official\)|33\.2\.1 \(registry runtime, cached\)), addon in place, [^\n]+\n$/,
    );
    expect(status).toBe(0);
  });

  test.skipIf(process.platform !== 'linux' || Number(process.versions.node.split('.')[0]) >= 22)(
    'replaces an addon that does not load by the one it built before',
    () => {
      const addon = join(checkout, 'node_modules', 'better-sqlite3', 'prebuilds', addonName);
      writeFileSync(addon, 'not an addon');
      expect(setUp().stdout).toMatch(/, addon rebuilt \(cached\), /);
      expect(setUp().stdout).toMatch(/, addon in place, /);
    },
  );

  test('does nothing where the development dependencies are left out', () => {
    rmSync(join(checkout, 'node_modules', 'electron'));
    expect(setUp()).toEqual({
      status: 0,
      stdout: 'suimon set-up: nothing to do without the development dependencies\n',
      stderr: '',
    });
  });

  test('fails with the reason and the remedy, without a trace of the program', () => {
    const addon = join(checkout, 'node_modules', 'better-sqlite3', 'prebuilds', addonName);
    writeFileSync(addon, 'not an addon');
    writeFileSync(join(checkout, 'node_modules', 'better-sqlite3', 'binding.gyp'), '{}');
    const { status, stdout, stderr } = setUp();
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'suimon set-up failed: the build recipe of better-sqlite3 is not the one this set-up knows\n' +
        'Use the version of better-sqlite3 pinned in package-lock.json (npm ci).\n',
    );
    expect(status).toBe(1);
  });
});
