import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../../../shared/kernel/time.ts';
import { type FindScanners, scannersOf } from '../../../../main/media/inspection/scanners/find.ts';

/** Whether Debian's clamav is installed: where it is not, tests that need it say "skipped: no clamav". */
export const hasClamav =
  spawnSync('clamscan', ['--version']).status === 0 && spawnSync('sigtool', ['--version']).status === 0;

/** The test file that every product finds (EICAR), put together here so that this source is not taken for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Something that nothing but the test's own definitions know. */
export const MARKED = 'suimon test sample';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function headDate(at: Instant): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
  return `${day} ${two(date.getUTCHours())}-${two(date.getUTCMinutes())} +0000`;
}

/**
 * Makes a folder of definitions of this date that knows {@link EICAR} and {@link MARKED}: an unsigned database, built by ClamAV's own
 * sigtool. Nothing is downloaded.
 */
export function makeDefinitions(at: Instant): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-definitions-'));
  const build = join(folder, 'build');
  mkdirSync(build);
  const signature = (text: string, name: string): string =>
    `${createHash('sha256').update(text).digest('hex')}:${Buffer.byteLength(text)}:${name}`;
  writeFileSync(
    join(build, 'suimon.hsb'),
    `${signature(EICAR, 'Suimon.Test.EICAR')}\n${signature(MARKED, 'Suimon.Test.Marked')}\n`,
  );
  writeFileSync(join(build, 'COPYING'), 'made for a test\n');
  execFileSync('sigtool', ['--build=suimon.cud', '--unsigned', '--cvd-version=3', '--flevel=90'], {
    cwd: build,
    input: 'tester\n',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const database = readFileSync(join(build, 'suimon.cud'));
  const text = database.subarray(0, 512).toString('latin1');
  const dated = text
    .replace(/^ClamAV-VDB:[^:]*/u, `ClamAV-VDB:${headDate(at)}`)
    .padEnd(512, ' ')
    .slice(0, 512);
  database.write(dated, 0, 512, 'latin1');
  rmSync(build, { recursive: true });
  writeFileSync(join(folder, 'suimon.cud'), database);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** ClamAV of this machine, with definitions made for the test. */
export function clamavWith(database: string): FindScanners {
  return scannersOf({ searchPath: process.env['PATH'] ?? '', database }, {});
}

/** How many processes name this folder in their arguments. */
export function scanning(folder: string): number {
  const all = execFileSync('ps', ['-e', '-o', 'args'], { encoding: 'utf8' });
  return all.split('\n').filter((line) => line.includes(folder)).length;
}

/** Waits until something holds; throws if it does not come to be. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries === 400) throw new Error('it never came to be');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
