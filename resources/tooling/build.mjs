// @ts-check
// npm run build: main, preload and renderer into dist/.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { bridgeNames, mainTarget, preloadTarget, rendererTarget } from './build/targets.mjs';
import { isEntry, root } from './paths.mjs';
import { sourcesDigest } from './sources.mjs';

const SOURCES = [
  'main',
  'renderer',
  'shared',
  'resources/manual',
  'resources/tooling/build',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const STAMP = 'sources.sha256';

/** @param {string} dist */
function builtFrom(dist) {
  try {
    return readFileSync(join(dist, STAMP), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Builds the program into `dist/` unless it was built from these very sources. It is built beside and moved into place
 * at the end, so a failed build leaves the earlier one.
 * @param {{folder?: string, force?: boolean}} [options] folder: the checkout
 * @returns {Promise<{built: boolean}>} whether it had to
 */
export async function ensureBuilt({ folder = root, force = false } = {}) {
  const dist = join(folder, 'dist');
  const digest = sourcesDigest(folder, SOURCES);
  if (!force && builtFrom(dist) === digest) return { built: false };
  const beside = join(folder, '.cache', `dist-${randomBytes(6).toString('hex')}`);
  mkdirSync(beside, { recursive: true });
  const { NODE_ENV } = process.env;
  // Libraries choose between their development and production code by it, and Vite leaves it as it finds it.
  process.env.NODE_ENV = 'production';
  try {
    await build(mainTarget(folder, beside));
    await build(preloadTarget(folder, beside, await bridgeNames(folder)));
    await build(rendererTarget(folder, beside));
    writeFileSync(join(beside, STAMP), digest);
    if (existsSync(dist)) renameSync(dist, `${beside}-old`);
    renameSync(beside, dist);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    for (const rest of [beside, `${beside}-old`]) rmSync(rest, { recursive: true, force: true });
  }
  return { built: true };
}

if (isEntry(import.meta.url)) await ensureBuilt({ force: !process.argv.includes('--if-changed') });
