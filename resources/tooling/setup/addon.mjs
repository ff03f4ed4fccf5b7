// @ts-check
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheRoot, packageDir } from '../paths.mjs';
import { filesBelow } from './cache.mjs';
import { SetupFailure } from './failure.mjs';
import { run, tail } from './run.mjs';

const CHECK = fileURLToPath(new URL('./addon-check.cjs', import.meta.url));
const SOURCES = ['binding.gyp', 'deps', 'lib', 'src', 'package.json'];
const RECIPE = '1';

/** The name of the addon's file, in the cache and in the package, on glibc Linux. */
export const addonName = `${process.platform}-${process.arch}.node`;

/** The folder of the database package. */
export const addonPackage = packageDir('better-sqlite3');

/**
 * Whether an addon loads and reads back an encrypted database, tried in a process of its own.
 * @param {string} executable Node, or Electron, which is made to act as Node
 * @param {string} [file] another addon than the installed one
 */
export function addonLoads(executable, file) {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-addon-'));
  try {
    const args = [CHECK, folder, addonPackage, ...(file === undefined ? [] : [file])];
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const result = run(executable, args, { env, timeoutMs: 60_000 });
    return result.ok && result.stdout === 'ok';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where an addon built from these very sources is cached. */
export function addonDir() {
  const hash = createHash('sha256').update(RECIPE);
  for (const name of SOURCES) {
    const path = join(addonPackage, name);
    const files = name.includes('.') ? [path] : filesBelow(path).map((file) => join(path, file));
    for (const file of files) hash.update(readFileSync(file));
  }
  const { version } = JSON.parse(readFileSync(join(addonPackage, 'package.json'), 'utf8'));
  return join(cacheRoot(), `addon-${version}-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * Builds the addon from the package's own sources, so that it asks for no newer Node-API than Node 20 and Electron 33
 * have: the released one wants version 10 and crashes there.
 * @param {string} folder an existing empty folder, which gets the addon
 */
export async function buildAddon(folder) {
  const work = mkdtempSync(join(tmpdir(), 'suimon-addon-build-'));
  try {
    for (const name of SOURCES) cpSync(join(addonPackage, name), join(work, name), { recursive: true });
    const api = 'node-addon-api';
    cpSync(packageDir(api), join(work, 'node_modules', api), { recursive: true });
    const recipe = join(work, 'binding.gyp');
    writeFileSync(recipe, patchRecipe(readFileSync(recipe, 'utf8')));
    const built = run(
      process.execPath,
      [
        join(packageDir('node-gyp'), 'bin', 'node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        '--jobs=max',
        ...headers(),
      ],
      {
        cwd: work,
      },
    );
    const file = join(work, 'build', 'Release', 'better_sqlite3.node');
    if (!built.ok || !existsSync(file)) {
      throw new SetupFailure(
        `the database addon could not be built: ${tail(built.output)}`,
        'Use Node 22.14 or newer, whose prebuilt addon works, or install python3, make, g++ (Debian: apt-get install python3 build-essential) and the headers of this Node, and run npm ci again.',
      );
    }
    copyFileSync(file, join(folder, addonName));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The package's build recipe without the demand for Node-API 10, and without link-time optimisation, which the linker
 * of an older Debian cannot do across these compilers.
 * @param {string} text the package's binding.gyp
 */
export function patchRecipe(text) {
  const patched = text
    .replaceAll("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL'")
    .replaceAll(/'-flto',\s*/g, '')
    .replaceAll(/(,\s*)?'-flto'/g, '');
  if (!patched.includes('NAPI_EXPERIMENTAL') || patched.includes('flto')) {
    throw new SetupFailure(
      'the build recipe of better-sqlite3 is not the one this set-up knows',
      'Use the version of better-sqlite3 pinned in package-lock.json (npm ci).',
    );
  }
  return patched;
}

/** Headers that came with this Node, where there are any: node-gyp would download them otherwise. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

/** Puts an addon where the package looks for its prebuilt one. @param {string} file */
export function installAddon(file) {
  const target = join(addonPackage, 'prebuilds', addonName);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, `${target}.new`);
  renameSync(`${target}.new`, target);
}
