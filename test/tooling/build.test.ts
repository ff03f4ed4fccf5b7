import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureBuilt } from '../../resources/tooling/build.mjs';
import { withoutWoff } from '../../resources/tooling/build/targets.mjs';
import { root } from '../../resources/tooling/paths.mjs';

let folder: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The smallest program with the three parts that the real one has. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suimon-build-test-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  write('package.json', '{"name":"tiny","type":"module","main":"dist/main/main.cjs"}');
  write(
    'shared/contracts.ts',
    `import { z } from 'zod';
     const channel = { input: z.string() };
     export const contracts = {
       entries: { name: 'entries', channels: { enter: channel, leave: channel }, pushes: { changed: {} } },
       trail: { name: 'trail', channels: { verify: channel }, pushes: {} },
     };`,
  );
  write(
    'main/main.ts',
    `import { app } from 'electron';
     import Database from 'better-sqlite3';
     import { readFileSync } from 'node:fs';
     import { contracts } from '../shared/contracts.ts';
     void import('./later.ts').then(({ later }) => later(app, Database, readFileSync, contracts));`,
  );
  write('main/later.ts', 'export const later = (...parts: unknown[]): number => parts.length;');
  write(
    'main/preload/preload.ts',
    `import { contextBridge } from 'electron';
     declare const __BRIDGE__: unknown;
     contextBridge.exposeInMainWorld('bridge', __BRIDGE__);`,
  );
  write('renderer/index.html', '<!doctype html><body><script type="module" src="./app.ts"></script></body>');
  write('renderer/app.ts', `import './app.css'; document.title = process.env.NODE_ENV ?? 'unset';`);
  write('renderer/app.css', '@import "@fontsource/biz-udpgothic/400.css";');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const built = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');

test('the three parts are built as their process needs them', async () => {
  expect(await ensureBuilt({ folder })).toEqual({ built: true });

  const main = built('main/main.cjs');
  for (const name of ['electron', 'better-sqlite3', 'node:fs']) {
    expect(main).toMatch(new RegExp('require\\(["\'`]' + name + '["\'`]\\)'));
  }
  expect(readdirSync(join(folder, 'dist/main/chunks'))).toEqual([expect.stringMatching(/^later-.+\.cjs$/)]);

  const preload = built('preload/preload.cjs');
  expect(readdirSync(join(folder, 'dist/preload'))).toEqual(['preload.cjs']);
  expect([...preload.matchAll(/require\(([^)]+)\)/g)].map((match) => match[1])).toEqual(['"electron"']);
  const exposed: unknown[] = [];
  const electron = { contextBridge: { exposeInMainWorld: (...args: unknown[]) => exposed.push(args) } };
  runInNewContext(preload, { require: () => electron });
  expect(structuredClone(exposed)).toEqual([
    [
      'bridge',
      {
        entries: { channels: ['enter', 'leave'], pushes: ['changed'] },
        trail: { channels: ['verify'], pushes: [] },
      },
    ],
  ]);

  expect(built('renderer/index.html')).toMatch(/src="\.\/assets\/index-[^"]+\.js"/);
  const assets = readdirSync(join(folder, 'dist/renderer/assets'));
  expect(assets.filter((name) => /\.(map|woff)$/.test(name))).toEqual([]);
  expect(assets.filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(10);
  expect(
    assets.filter((name) => name.endsWith('.js')).map((name) => built(`renderer/assets/${name}`)),
  ).toEqual([expect.stringContaining('document.title=`production`')]);
  const style = assets.find((name) => name.endsWith('.css')) ?? '';
  expect(built(`renderer/assets/${style}`)).not.toMatch(/\.woff\b/);
});

test('it is built again only when a source changed', async () => {
  expect(await ensureBuilt({ folder })).toEqual({ built: true });
  expect(await ensureBuilt({ folder })).toEqual({ built: false });
  write('renderer/app.ts', `import './app.css'; document.title = 'other';`);
  expect(await ensureBuilt({ folder })).toEqual({ built: true });
  expect(await ensureBuilt({ folder, force: true })).toEqual({ built: true });
  rmSync(join(folder, 'dist'), { recursive: true });
  expect(await ensureBuilt({ folder })).toEqual({ built: true });
});

test('a build that fails keeps the earlier one and leaves nothing beside it', async () => {
  await ensureBuilt({ folder });
  const before = built('main/main.cjs');
  write('renderer/app.ts', 'import "./not-there.ts";');
  await expect(ensureBuilt({ folder })).rejects.toThrow(/not-there/);
  expect(built('main/main.cjs')).toBe(before);
  expect(existsSync(join(folder, '.cache')) ? readdirSync(join(folder, '.cache')) : []).toEqual([]);
});

test.each([
  [
    'a{src:url(./x.woff2) format("woff2"), url(./x.woff) format("woff")}',
    'a{src:url(./x.woff2) format("woff2")}',
  ],
  [
    "a{src:url('x.woff2')format('woff2'),url('x.woff')format('woff');b:c}",
    "a{src:url('x.woff2')format('woff2');b:c}",
  ],
  ['a{src:url(./x.woff2) format("woff2")}', 'a{src:url(./x.woff2) format("woff2")}'],
])('only sources of format woff leave the style sheet: %s', (css, expected) => {
  expect(withoutWoff(css)).toBe(expected);
});
