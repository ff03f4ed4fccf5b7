import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageDir, root } from '../../resources/tooling/paths.mjs';

const violations: Record<string, { code: string; rule: string }> = {
  'main/ipc/other.ts': { code: `import { ipcMain } from 'electron';`, rule: 'no-restricted-imports' },
  'main/ipc/whole.ts': { code: `import * as electron from 'electron';`, rule: 'no-restricted-imports' },
  'main/ipc/default.ts': { code: `import electron from 'electron';`, rule: 'no-restricted-imports' },
  'main/ipc/register.ts': { code: `import { ipcRenderer } from 'electron';`, rule: 'no-restricted-imports' },
  'main/preload/preload.ts': { code: `import { ipcMain } from 'electron';`, rule: 'no-restricted-imports' },
  'main/preload/other.ts': { code: `import { ipcRenderer } from 'electron';`, rule: 'no-restricted-imports' },
  'main/entries/queries.ts': {
    code: `import Database from 'better-sqlite3';`,
    rule: 'no-restricted-imports',
  },
  'main/entries/lazily.ts': {
    code: `export const load = () => import('better-sqlite3');`,
    rule: 'no-restricted-imports',
  },
  'main/entries/page.ts': {
    code: `import { page } from '../../renderer/entries/page.tsx';`,
    rule: 'no-restricted-imports',
  },
  'main/vault/page.ts': {
    code: `import { page } from '../../renderer/entries/page.tsx';`,
    rule: 'no-restricted-imports',
  },
  'renderer/entries/rows.ts': {
    code: `import { rows } from '../../main/entries/queries.ts';`,
    rule: 'no-restricted-imports',
  },
  'renderer/api/raw.ts': { code: `import { ipcRenderer } from 'electron';`, rule: 'no-restricted-imports' },
  'renderer/api/files.ts': { code: `import { readFileSync } from 'node:fs';`, rule: 'no-restricted-imports' },
  'shared/kernel/files.ts': {
    code: `import { readFileSync } from 'node:fs';`,
    rule: 'no-restricted-imports',
  },
  'shared/kernel/react.ts': { code: `import { useState } from 'react';`, rule: 'no-restricted-imports' },
  'shared/entries/rows.ts': {
    code: `import { rows } from '../../main/entries/queries.ts';`,
    rule: 'no-restricted-imports',
  },
  'main/log.ts': { code: `console.log('x');`, rule: 'no-console' },
  'renderer/log.ts': { code: `console.log('x');`, rule: 'no-console' },
  'shared/log.ts': { code: `console.log('x');`, rule: 'no-console' },
  'shared/any.ts': { code: `export const f = (x: any): unknown => x;`, rule: 'no-explicit-any' },
  'shared/sure.ts': {
    code: `export const f = (x: string | null): string => x!;`,
    rule: 'no-non-null-assertion',
  },
  'shared/silenced.ts': { code: `// @ts-ignore\nexport const f: string = 1;`, rule: 'ban-ts-comment' },
  'shared/floating.ts': {
    code: `const f = async (): Promise<number> => 1;\nf();`,
    rule: 'no-floating-promises',
  },
};

const allowed: Record<string, string> = {
  'main/boot.ts': `import { app } from 'electron';\nvoid app.whenReady();`,
  'main/ipc/allowed/register.ts': `import { app } from 'electron';\napp.quit();`,
  'main/vault/open.ts': `import Database from 'better-sqlite3';\nexport const db = new Database('x');`,
  'renderer/entries/form.ts': `import { z } from '../../shared/kernel/zod.ts';\nexport const form = z;`,
  'shared/kernel/zod.ts': `import { z } from 'zod';\nexport { z };`,
  'shared/entries/contract.ts': `import { z } from '../kernel/zod.ts';\nexport const contract = z;`,
};

let folder: string;
let found: { filename: string; code: string }[];

/** A tree of the same shape in which every wall is broken once, and one that keeps to them. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'suimon-walls-test-'));
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{"compilerOptions":{"strict":true,"target":"es2023","module":"esnext"}}',
  );
  const files = [
    ...Object.entries(allowed),
    ...Object.entries(violations).map(([path, { code }]) => [path, code] as const),
  ];
  for (const [path, code] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${code}\n`);
  }
  const oxlint = join(packageDir('oxlint'), 'bin', 'oxlint');
  // oxlint looks for its type-aware part beside the code it checks, then on the PATH.
  const PATH = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  const result = spawnSync(process.execPath, [oxlint, '--type-aware', '--format', 'json'], {
    cwd: folder,
    env: { ...process.env, PATH },
    encoding: 'utf8',
  });
  expect(result.status).toBe(1);
  found = JSON.parse(result.stdout).diagnostics;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(violations))('%s is stopped', (path, { rule }) => {
  const rules = found
    .filter((diagnostic) => diagnostic.filename === path)
    .map((diagnostic) => diagnostic.code);
  expect(rules.filter((code) => code.includes(`(${rule})`)).length).toBeGreaterThan(0);
});

test.each(Object.keys(allowed))('%s is let through', (path) => {
  expect(found.filter((diagnostic) => diagnostic.filename === path)).toEqual([]);
});
