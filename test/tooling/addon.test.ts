import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { electronInfo } from '../../resources/tooling/electron.mjs';
import { addonLoads, addonPackage, patchRecipe } from '../../resources/tooling/setup/addon.mjs';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'suimon-addon-test-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const hasCompiler = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;

test('the installed addon writes and reads an encrypted file in this Node and in Electron', () => {
  expect(addonLoads(process.execPath)).toBe(true);
  expect(addonLoads(electronInfo().path)).toBe(true);
});

test('a file that is no addon is found not to load', () => {
  const file = join(base, 'wrong.node');
  writeFileSync(file, 'not an addon');
  expect(addonLoads(process.execPath, file)).toBe(false);
});

test.skipIf(!hasCompiler)('an addon that crashes its process is found not to load', () => {
  const source = join(base, 'crash.c');
  const file = join(base, 'crash.node');
  writeFileSync(source, 'void *napi_register_module_v1(void *e, void *x) { __builtin_trap(); return x; }\n');
  expect(spawnSync('cc', ['-shared', '-fPIC', '-o', file, source]).status).toBe(0);
  const direct = spawnSync(process.execPath, ['-e', `require(${JSON.stringify(file)})`]);
  expect(direct.signal).not.toBeNull();
  expect(addonLoads(process.execPath, file)).toBe(false);
});

test('the build recipe loses its demand for Node-API 10 and link-time optimisation, and nothing else', () => {
  const recipe = readFileSync(join(addonPackage, 'binding.gyp'), 'utf8');
  const patched = patchRecipe(recipe);
  expect(recipe).toContain('NAPI_VERSION=10');
  expect(patched).toContain("'defines': ['NAPI_EXPERIMENTAL', 'NAPI_DISABLE_CPP_EXCEPTIONS'");
  expect(patched).toContain("'ldflags': ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL']");
  expect(patched).toContain(
    "'cflags_cc': ['-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden'],",
  );
  expect(patched).not.toContain('flto');
});

test('an unknown build recipe is refused with its remedy', () => {
  expect(() => patchRecipe("{ 'defines': ['NAPI_VERSION=12'] }")).toThrow(
    expect.objectContaining({ remedy: expect.stringContaining('npm ci') }),
  );
});
