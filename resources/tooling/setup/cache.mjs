// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

const MANIFEST = 'checksums.json';
const DAY_MS = 24 * 60 * 60 * 1000;

/** The digest of a file's bytes. @param {string} file @param {'sha256' | 'sha512'} algorithm */
export async function fileDigest(file, algorithm) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest();
}

/** Every file below a folder, as sorted relative paths with `/`. @param {string} dir @returns {string[]} */
export function filesBelow(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** @param {string} dir */
async function checksums(dir) {
  /** @type {Record<string, string>} */
  const sums = {};
  for (const file of filesBelow(dir)) {
    if (file !== MANIFEST) sums[file] = (await fileDigest(join(dir, file), 'sha256')).toString('hex');
  }
  return sums;
}

/**
 * Whether a cache entry can be used: every file it was made with is there, unchanged, and nothing else is.
 * @param {string} dir
 * @returns {Promise<'good' | 'missing' | 'corrupt'>}
 */
export async function cacheState(dir) {
  if (!existsSync(dir)) return 'missing';
  try {
    const stated = readFileSync(join(dir, MANIFEST), 'utf8');
    return stated === JSON.stringify(await checksums(dir)) ? 'good' : 'corrupt';
  } catch {
    return 'corrupt';
  }
}

/** True if an entry was finished; cheap, for callers that come after the set-up checked it. @param {string} dir */
export function isFinished(dir) {
  return existsSync(join(dir, MANIFEST));
}

/**
 * Makes a cache entry: `fill` works in a temporary folder, which takes the entry's name only once it is whole. What
 * stood there before is replaced. If `fill` throws, nothing of it remains.
 * @param {string} dir
 * @param {(temporary: string) => Promise<void>} fill
 */
export async function makeEntry(dir, fill) {
  const base = dirname(dir);
  if (mkdirSync(base, { recursive: true }) !== undefined) chmodSync(base, 0o755);
  dropLeftovers(base);
  const temporary = join(base, `tmp-${randomBytes(8).toString('hex')}`);
  mkdirSync(temporary);
  try {
    await fill(temporary);
    writeFileSync(join(temporary, MANIFEST), JSON.stringify(await checksums(temporary)));
    letRead(temporary);
    await takeName(temporary, dir);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The account that runs Electron must be able to read it, whatever the umask. @param {string} folder */
function letRead(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, executable ? 0o755 : 0o644);
  }
}

/** @param {string} temporary @param {string} dir */
async function takeName(temporary, dir) {
  // Another process may have finished the same entry meanwhile; theirs is as good, and may be in use.
  if ((await cacheState(dir)) === 'good') return;
  if (existsSync(dir)) renameSync(dir, `${temporary}-old`);
  try {
    renameSync(temporary, dir);
  } catch (error) {
    if ((await cacheState(dir)) !== 'good') throw error;
  } finally {
    rmSync(`${temporary}-old`, { recursive: true, force: true });
  }
}

/** Temporary folders of processes that were killed. @param {string} base */
function dropLeftovers(base) {
  for (const name of readdirSync(base)) {
    const path = join(base, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name.startsWith('tmp-') && age > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}
