import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { contentDigest, listFolder } from '../../../main/media/inspection/list.ts';
import { interleaved, median } from '../measure.ts';
import type { Suite } from '../suite.ts';

const SMALL = 'media/content-list';
const LARGE = 'media/content-list-large';
const MIB = 1_048_576;

/** Bytes that no disk or cache can shorten, the same in every run. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 4) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    bytes.writeUInt32LE(state, at);
  }
  return bytes;
}

const bytes = noise(MIB);

/** So many files of up to 16 KiB, a thousand a folder, as documents and logs are. */
function makeSmall(folder: string, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const below = join(folder, `d${Math.floor(n / 1000)}`);
    if (n % 1000 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `file-${n}.dat`), bytes.subarray(n % 4096, (n % 4096) + ((n * 131) % 16_384)));
  }
}

/** A few files of 128 MiB, as images of systems are; their sum in bytes. */
function makeLarge(folder: string): number {
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < 4; n += 1) {
    const file = openSync(join(folder, `image-${n}`), 'w');
    for (let piece = 0; piece < 128; piece += 1) writeSync(file, bytes);
    closeSync(file);
  }
  return 4 * 128 * MIB;
}

async function list(folder: string): Promise<void> {
  const outcome = await listFolder(folder, { progress: () => undefined, cancelled: () => false });
  if (outcome.end !== 'whole' || outcome.contents.problems > 0) throw new Error(outcome.end);
  contentDigest(outcome.contents.lines);
}

function sha256sum(folder: string): void {
  execFileSync('sh', ['-c', 'find . -type f -print0 | xargs -0 sha256sum > /dev/null'], { cwd: folder });
}

/** A content list of a drive, digest included, against `sha256sum` over the same files: many small ones, a few large ones. */
export const contentList: Suite = {
  rows: [SMALL, LARGE],
  async *measure({ runs, wanted }, site) {
    // Half a million entries are as many as a list takes.
    if (site.size > 100_000) return;
    const drive = join(site.copy(), 'drive');
    const plan = { runs, calls: 1 };
    if (wanted(SMALL)) {
      makeSmall(drive, site.size);
      const times = await interleaved(
        plan,
        () => list(drive),
        () => sha256sum(drive),
      );
      const rate = (all: readonly number[]): number => (site.size * 1000) / median(all);
      const [value, floor] = [rate(times.work.flat()), rate(times.floor.flat())];
      yield { name: SMALL, unit: 'files/s', value, floor, target: 0.7, better: 'higher', runs };
      rmSync(drive, { recursive: true });
    }
    if (wanted(LARGE) && site.size === 10_000) {
      const sum = makeLarge(drive);
      const times = await interleaved(
        plan,
        () => list(drive),
        () => sha256sum(drive),
      );
      const rate = (all: readonly number[]): number => sum / 1000 / median(all);
      const [value, floor] = [rate(times.work.flat()), rate(times.floor.flat())];
      yield { name: LARGE, unit: 'MB/s', value, floor, target: 0.7, better: 'higher', runs };
    }
  },
};
