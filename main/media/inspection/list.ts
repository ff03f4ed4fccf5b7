import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { InspectionProgress, ListedFile } from '../../../shared/media/inspection/model.ts';
import reader from './reader.cjs?raw';
import type { FromReader, ReadEntry, ReaderTask } from './reader-messages.ts';
import { safePath } from './safe-path.ts';

/** One file of a list as it stands on the chain. */
export type ListedLine = [
  path: string,
  size: number,
  sha256: string | null,
  modifiedAt: number,
  problem: ListedFile['problem'],
];

/** What was found on a drive, sorted by path. */
export interface Contents {
  readonly lines: readonly ListedLine[];
  /** Read, of files without a problem and with one. */
  readonly bytes: number;
  readonly problems: number;
}

export type ListOutcome =
  | { readonly end: 'whole'; readonly contents: Contents }
  | { readonly end: 'gone' | 'too-many' | 'cancelled' };

/** Whoever waits: told at most ten times a second how far it is, asked whether it is still wanted. */
export interface Watcher {
  progress(progress: InspectionProgress): void;
  cancelled(): boolean;
}

/** What the kernel's times and sizes go up to: a drive may say anything. */
const MAX_INSTANT = 253_402_300_799_999;
const LIMITS = { maxEntries: 500_000, maxBytes: 128 * 1024 * 1024 };
const EVERY = 100;
const LOOK = 50;

function toLine([path, size, sha256, modifiedMs, problem]: ReadEntry): ListedLine {
  const time = Math.trunc(modifiedMs);
  const modifiedAt = Number.isFinite(time) ? Math.min(Math.max(time, 0), MAX_INSTANT) : 0;
  return [safePath(path), Math.min(size, Number.MAX_SAFE_INTEGER), sha256, modifiedAt, problem];
}

/** Puts the halves of characters beyond U+FFFF behind all others, where their UTF-8 is. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2000 : unit >= 0xe000 ? unit - 0x800 : unit;
}

/** By their UTF-8, as the database sorts them: the same everywhere, whatever the language. */
export function byPath([one]: ListedLine, [other]: ListedLine): number {
  const shared = Math.min(one.length, other.length);
  for (let at = 0; at < shared; at += 1) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (a !== b) return rank(a) - rank(b);
  }
  return one.length - other.length;
}

/**
 * Lists every file below a folder with its size, SHA-256 and time. Links are named and not followed, what is mounted below is not
 * entered, devices are not opened. Ends `gone` when the drive is no longer there, `too-many` beyond half a million entries.
 * Nothing is kept unless it ends `whole`. Reading happens in a thread; cancelling does not wait for a drive that hangs.
 */
export function listFolder(root: string, watcher: Watcher, limits = LIMITS): Promise<ListOutcome> {
  const task: ReaderTask = { root: Buffer.from(root), ...limits };
  const worker = new Worker(reader, { eval: true, workerData: task, stdout: true, stderr: true, env: {} });
  const lines: ListedLine[] = [];
  let bytes = 0;
  let toldAt = 0;
  return new Promise((resolve, reject) => {
    const looking = setInterval(() => {
      if (watcher.cancelled()) end({ end: 'cancelled' });
    }, LOOK);
    const end = (outcome: ListOutcome | undefined, error?: unknown): void => {
      clearInterval(looking);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate();
      if (outcome === undefined) reject(error);
      else resolve(outcome);
    };
    worker.on('message', (message: FromReader) => {
      switch (message.kind) {
        case 'read':
          for (const entry of message.entries) lines.push(toLine(entry));
          bytes = message.bytes;
          if (Date.now() - toldAt < EVERY) return;
          toldAt = Date.now();
          return watcher.progress({ files: message.files, bytes, path: safePath(message.path) });
        case 'end':
          if (message.why !== 'whole') return end({ end: message.why });
          if (watcher.cancelled()) return end({ end: 'cancelled' });
          lines.sort(byPath);
          return end({
            end: 'whole',
            contents: {
              lines,
              bytes,
              problems: lines.filter(([, , , , problem]) => problem !== null).length,
            },
          });
      }
    });
    worker.on('error', (error) => end(undefined, error));
    worker.on('exit', (code) => end(undefined, new Error(`the reader of drives ended with ${code}`)));
  });
}

/**
 * The digest of a content list: SHA-256 (hex) over one line for each file, in the order of the list: the canonical JSON of path,
 * size, SHA-256, time and problem as an array, and a line feed.
 */
export function contentDigest(lines: readonly ListedLine[]): string {
  const digest = new ContentDigest();
  digest.add(lines);
  return digest.end();
}

/** As {@link contentDigest}, of a list that comes in parts. */
export class ContentDigest {
  readonly #hash = createHash('sha256');

  add(lines: readonly ListedLine[]): void {
    for (const line of lines) this.#hash.update(`${canonicalJson(line)}\n`, 'utf8');
  }

  end(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * The digest of what differs between two lists: SHA-256 (hex) over the canonical JSON of both digests, null where no list was taken on the
 * way in. What differs follows from the lists.
 */
export function differenceDigest(before: string | null, after: string): string {
  return createHash('sha256')
    .update(canonicalJson([before, after]), 'utf8')
    .digest('hex');
}

const PART_FILES = 250;
const PART_CHARACTERS = 65_536;

/** A list in the parts in which it is written: up to 250 files and some 64 KiB of paths each: the door waits for one at most. */
export function* partsOf(
  lines: readonly ListedLine[],
): Generator<{ readonly first: number; readonly files: ListedLine[] }, void> {
  let first = 0;
  let files: ListedLine[] = [];
  let characters = 0;
  for (const line of lines) {
    if (files.length === PART_FILES || (files.length > 0 && characters + line[0].length > PART_CHARACTERS)) {
      yield { first, files };
      first += files.length;
      files = [];
      characters = 0;
    }
    files.push(line);
    characters += line[0].length;
  }
  if (files.length > 0) yield { first, files };
}
