// @ts-check
// npm run bench [-- --quick] [--only <prefix>] [--json <file>]: how fast, against bare parts measured in the same run.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build, mergeConfig } from 'vite';
import { ensureBuilt } from './build.mjs';
import { mainTarget } from './build/targets.mjs';
import { copySite } from './demo/site-folder.mjs';
import { accountFolder, launcher, withDisplay } from './electron.mjs';
import { cacheRoot, isEntry, root } from './paths.mjs';
import { filesBelow } from './setup/cache.mjs';

/** What decides the bytes of a ledger that is measured: its format, its views, and what is written into it. */
const LEDGER_SOURCES = [
  'main/vault',
  'main/trail/append.ts',
  'main/trail/projection.ts',
  'main/trail/waiting.ts',
  'main/accounts/projection.ts',
  'main/entries/projection.ts',
  'main/entries/projection',
  'main/entries/keys.ts',
  'main/search',
  'shared/kernel/folding',
  'shared/entries/events.ts',
  'resources/tooling/demo/words.ts',
  'resources/tooling/demo/site.ts',
  'test/bench/ledgers/build.ts',
  'test/bench/ledgers/visits.ts',
];

function ledgerDigest() {
  const hash = createHash('sha256');
  for (const source of LEDGER_SOURCES) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory() ? filesBelow(path).map((file) => join(path, file)) : [path];
    for (const file of files) hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds test/bench as main itself is built, so that what is measured is what is shipped. */
async function built() {
  const out = join(root, '.cache', `bench-${process.pid}`);
  process.env.NODE_ENV = 'production';
  await build(
    mergeConfig(mainTarget(root, out), {
      build: {
        ssr: join(root, 'test', 'bench', 'main.ts'),
        emptyOutDir: true,
        // An error's place can be read then; it makes no difference in speed.
        minify: false,
      },
    }),
  );
  return out;
}

async function main() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
    },
  });
  const out = await built();
  try {
    const { bench } = await import(pathToFileURL(join(out, 'main', 'main.cjs')).href);
    await bench({
      ...values,
      json: values.json === undefined ? undefined : resolve(values.json),
      digest: ledgerDigest(),
      cache: cacheRoot(),
      tooling: { ensureBuilt, copySite, accountFolder, launcher, withDisplay, root },
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

if (isEntry(import.meta.url)) await main();
