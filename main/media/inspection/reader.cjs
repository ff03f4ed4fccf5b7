// @ts-check
// Reads every file below a folder, in a thread of its own: a slow or hanging drive holds up nothing but this. Plain JavaScript,
// started from its text, so that it runs alike from the sources, from the bundle and from an archive.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');

const MIB = 1_048_576;
const BATCH = 500;
const EVERY = 100;
const SLASH = Buffer.from(process.platform === 'win32' ? '\\' : '/');
// A link put in a file's place meanwhile is not followed, and a pipe not waited for.
const FLAGS = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

const buffer = Buffer.allocUnsafe(MIB);
const root = Buffer.from(workerData.root);
const { maxEntries, maxBytes } = workerData;

/** @type {import('./reader-messages.ts').ReadEntry[]} */
let batch = [];
let sentAt = 0;
let files = 0;
let bytes = 0;
let seen = 0;
let pathBytes = 0;

class Ends extends Error {}

/** @param {import('./reader-messages.ts').FromReader} message */
function post(message) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
  parentPort?.postMessage(message);
}

/** Tells what was read. @param {Buffer} path the file in hand */
function send(path) {
  sentAt = Date.now();
  post({ kind: 'read', entries: batch, files, bytes, path: relative(path) });
  batch = [];
}

/** @param {Buffer} path */
function relative(path) {
  return new Uint8Array(path.subarray(root.length + (endsInSlash(root) ? 0 : 1)));
}

/** @param {Buffer} path */
function endsInSlash(path) {
  return path.length > 0 && path[path.length - 1] === SLASH[0];
}

/** @param {Buffer} folder @param {Buffer} name */
function below(folder, name) {
  return Buffer.concat(endsInSlash(folder) ? [folder, name] : [folder, SLASH, name]);
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}

/** Whether the folder that was chosen still stands on the same drive. */
function standing() {
  try {
    const now = fs.lstatSync(root);
    if (now.dev !== start.dev || now.ino !== start.ino) return false;
    fs.readdirSync(root);
    return true;
  } catch {
    return false;
  }
}

/**
 * What stands against reading an entry. Throws if the drive itself is gone.
 * @param {unknown} error @returns {'vanished' | 'unreadable' | 'link'}
 */
function problemOf(error) {
  if (!standing()) throw new Ends('gone');
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'vanished' : code === 'ELOOP' ? 'link' : 'unreadable';
}

/**
 * @param {Buffer} path @param {number} size @param {string | null} sha256 @param {number} modifiedAt
 * @param {import('./reader-messages.ts').ReadEntry[4]} problem
 */
function add(path, size, sha256, modifiedAt, problem) {
  files += 1;
  batch.push([relative(path), size, sha256, modifiedAt, problem]);
  if (batch.length >= BATCH || Date.now() - sentAt >= EVERY) send(path);
}

/** Something that is no file: a link, a device. @param {Buffer} path @param {'link' | 'special'} what */
function addOther(path, what) {
  try {
    const { size, mtimeMs } = fs.lstatSync(path);
    add(path, size, null, mtimeMs, what);
  } catch (error) {
    add(path, 0, null, 0, problemOf(error));
  }
}

/** @param {Buffer} path */
function addFile(path) {
  let fd;
  try {
    fd = fs.openSync(path, FLAGS);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === 'link') return addOther(path, problem);
    return add(path, ...sizeAndTime(path), problem);
  }
  try {
    const before = fs.fstatSync(fd);
    if (!before.isFile()) return add(path, before.size, null, before.mtimeMs, 'special');
    const [sha256, length] = digestOf(fd, before.size, path);
    const after = fs.fstatSync(fd);
    const same = length === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs;
    add(path, after.size, same ? sha256 : null, after.mtimeMs, same ? null : 'changed');
  } catch (error) {
    if (error instanceof Ends) throw error;
    add(path, ...sizeAndTime(path), problemOf(error));
  } finally {
    fs.closeSync(fd);
  }
}

/** @param {Buffer} path @returns {[number, null, number]} */
function sizeAndTime(path) {
  try {
    const { size, mtimeMs } = fs.lstatSync(path);
    return [size, null, mtimeMs];
  } catch {
    return [0, null, 0];
  }
}

/**
 * Reads an open file in pieces, up to the size it began with and one byte more: one that grows without end comes to an end here.
 * @param {number} fd @param {number} size @param {Buffer} path @returns {[sha256: string, length: number]}
 */
function digestOf(fd, size, path) {
  const hash = createHash('sha256');
  let length = 0;
  for (;;) {
    const count = fs.readSync(fd, buffer, 0, MIB, null);
    if (count === 0) break;
    length += count;
    bytes += count;
    hash.update(count === MIB ? buffer : buffer.subarray(0, count));
    // A short read of all there was is not asked again: the size is looked at once more afterwards.
    if (length > size || (length === size && count < MIB)) break;
    if (Date.now() - sentAt >= EVERY) send(path);
  }
  return [hash.digest('hex'), length];
}

/** @param {Buffer} folder @returns {import('node:fs').Dirent<Buffer>[]} */
function namesIn(folder) {
  const found = fs.readdirSync(folder, { encoding: 'buffer', withFileTypes: true });
  return found.toSorted((one, other) => Buffer.compare(one.name, other.name));
}

/** Walks without recursion: how deep a drive is nested is up to whoever made it. */
function walk() {
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside = [];
    let names;
    try {
      // What is mounted below belongs to another drive, and a link put in a folder's place is not followed.
      const now = fs.lstatSync(folder);
      if (!now.isDirectory() || now.dev !== start.dev) {
        addOther(folder, now.isSymbolicLink() ? 'link' : 'special');
        continue;
      }
      names = namesIn(folder);
    } catch (error) {
      add(Buffer.concat([folder, SLASH]), 0, null, 0, problemOf(error));
      continue;
    }
    for (const entry of names) {
      const path = below(folder, entry.name);
      seen += 1;
      pathBytes += path.length - root.length;
      if (seen > maxEntries || pathBytes > maxBytes) throw new Ends('too-many');
      if (entry.isDirectory()) inside.push(path);
      else if (entry.isFile()) addFile(path);
      else addOther(path, entry.isSymbolicLink() ? 'link' : 'special');
    }
    folders.push(...inside.toReversed());
  }
}

let start = { dev: -1, ino: -1 };
try {
  const { dev, ino } = fs.lstatSync(root);
  start = { dev, ino };
  walk();
  if (!standing()) throw new Ends('gone');
  send(root);
  post({ kind: 'end', why: 'whole' });
} catch (error) {
  if (error instanceof Ends) post({ kind: 'end', why: error.message === 'gone' ? 'gone' : 'too-many' });
  else if (start.dev === -1) post({ kind: 'end', why: 'gone' });
  else throw error;
}
