import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scannersOf } from '../../../../main/media/inspection/scanners/find.ts';
import type { InstalledScanner, ScanOutcome } from '../../../../main/media/inspection/scanners/scanner.ts';
import { EICAR, hasClamav, makeDefinitions, MARKED, scanning as running, until } from './clamav.ts';

const MADE = Date.UTC(2026, 3, 1, 8, 30);
const CLAMD = ['/usr/sbin/clamd', '/usr/bin/clamd', '/usr/local/sbin/clamd'].find((path) => existsSync(path));
const hasClamd = hasClamav && CLAMD !== undefined && spawnSync('clamdscan', ['--help']).status === 0;
const name = (text: string): string => (hasClamd ? text : `${text} (skipped: no clamd)`);

/** A daemon of the test's own: its socket, definitions and everything in a temp folder; nothing is downloaded. */
async function startClamd(home: string, database: string, more: readonly string[]): Promise<ChildProcess> {
  const socket = join(home, 'clamd.sock');
  writeFileSync(
    join(home, 'clamd.conf'),
    [
      `LocalSocket ${socket}`,
      'LocalSocketMode 666',
      `DatabaseDirectory ${database}`,
      `TemporaryDirectory ${home}`,
      'Foreground yes',
      ...more,
      '',
    ].join('\n'),
  );
  const child = spawn(CLAMD ?? '', ['--config-file', join(home, 'clamd.conf')], { stdio: 'ignore' });
  await until(
    () => spawnSync('clamdscan', [`--config-file=${join(home, 'clamd.conf')}`, '--ping=1']).status === 0,
  );
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

const ALERTS = ['AlertExceedsMax yes', 'AlertEncrypted yes'];

describe.skipIf(!hasClamd)(name('clamdscan with a real clamd and definitions made for the test'), () => {
  let definitions: ReturnType<typeof makeDefinitions>;
  let home: string;
  let root: string;
  let clamd: ChildProcess;
  beforeAll(async () => {
    definitions = makeDefinitions(MADE);
    home = mkdtempSync(join(tmpdir(), 'suimon-clamd-'));
    chmodSync(home, 0o755);
    clamd = await startClamd(home, definitions.folder, ALERTS);
  }, 60_000);
  afterAll(async () => {
    await stop(clamd);
    definitions.remove();
    rmSync(home, { recursive: true, force: true });
  });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'suimon-scanned-'));
    chmodSync(root, 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const find = async (daemonConfig = join(home, 'clamd.conf')): Promise<InstalledScanner | undefined> => {
    const found = await scannersOf({ searchPath: process.env['PATH'] ?? '', daemonConfig }, {})();
    return found.find(({ id }) => id === 'clamdscan');
  };
  async function clamdscan(): Promise<InstalledScanner> {
    const found = await find();
    if (found === undefined) throw new Error('no clamdscan');
    return found;
  }
  const scanned = async (): Promise<ScanOutcome> =>
    (await clamdscan()).scan(root, { looked: () => undefined, cancelled: () => false });

  it('is found with its version and the date of the definitions that its daemon has', async () => {
    expect(await clamdscan()).toMatchObject({
      id: 'clamdscan',
      product: 'ClamAV',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/u),
      definitionsAt: MADE,
    });
  });

  it('finds nothing in files of nothing bad; how many it looked at it does not say', async () => {
    mkdirSync(join(root, '図面'));
    writeFileSync(join(root, '図面', 'a.txt'), 'hello');
    writeFileSync(join(root, 'empty'), '');
    expect(await scanned()).toEqual({ end: 'scanned', findings: [], more: 0, files: null });
  });

  it('finds EICAR and what the definitions know, by path, line ends in a name included; follows no link out', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'suimon-outside-'));
    try {
      writeFileSync(join(outside, 'bad.com'), EICAR);
      mkdirSync(join(root, 'd'));
      symlinkSync(join(outside, 'bad.com'), join(root, 'd', 'link'));
      symlinkSync(outside, join(root, 'out'));
      expect(await scanned()).toMatchObject({ end: 'scanned', findings: [] });
      writeFileSync(join(root, 'd', 'deep.com'), EICAR);
      writeFileSync(join(root, 'line\nend: OK'), MARKED);
      const outcome = await scanned();
      if (outcome.end !== 'scanned') throw new Error(outcome.end);
      expect(outcome.findings.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
        { path: 'd/deep.com', name: 'Suimon.Test.EICAR.UNOFFICIAL' },
        { path: 'line\\x0Aend: OK', name: 'Suimon.Test.Marked.UNOFFICIAL' },
      ]);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('never calls clean what could not be read, file or folder, and says which', async () => {
    writeFileSync(join(root, 'ok'), 'ok');
    writeFileSync(join(root, 'closed'), 'x');
    chmodSync(join(root, 'closed'), 0);
    const asRoot = process.geteuid?.() === 0;
    const scanner = await clamdscan();
    const scan = () => scanner.scan(root, { looked: () => undefined, cancelled: () => false });
    if (asRoot) process.seteuid?.(65_534);
    try {
      expect(await scan()).toEqual({ end: 'incomplete', files: 1, path: 'closed' });
    } finally {
      if (asRoot) process.seteuid?.(0);
    }
    chmodSync(join(root, 'closed'), 0o644);
    mkdirSync(join(root, 'folder'), 0);
    chmodSync(join(root, 'folder'), 0);
    if (asRoot) process.seteuid?.(65_534);
    try {
      expect(await scan()).toEqual({ end: 'incomplete', files: 1, path: 'folder' });
    } finally {
      if (asRoot) process.seteuid?.(0);
      chmodSync(join(root, 'folder'), 0o755);
    }
  });

  it('finds what is too large for its daemon; where the daemon is set to pass that over, it does not scan and says why', async () => {
    writeFileSync(join(root, 'large'), 'x');
    truncateSync(join(root, 'large'), 300 * 1024 ** 2);
    expect(await scanned()).toMatchObject({
      findings: [{ path: 'large', name: expect.stringMatching(/MaxFileSize/u) }],
    });
    const lax = mkdtempSync(join(tmpdir(), 'suimon-clamd-lax-'));
    const other = await startClamd(lax, definitions.folder, ['AlertEncrypted yes']);
    try {
      const scanner = await find(join(lax, 'clamd.conf'));
      expect(await scanner?.scan(root, { looked: () => undefined, cancelled: () => false })).toEqual({
        end: 'failed',
        why: 'clamd.conf: AlertExceedsMax is not set to yes',
      });
    } finally {
      await stop(other);
      rmSync(lax, { recursive: true, force: true });
    }
  }, 60_000);

  it('is not offered where no daemon answers, and fails with the reason where it ends before the scan', async () => {
    const short = mkdtempSync(join(tmpdir(), 'suimon-clamd-short-'));
    const other = await startClamd(short, definitions.folder, ALERTS);
    const scanner = await find(join(short, 'clamd.conf'));
    await stop(other);
    try {
      writeFileSync(join(root, 'bad.com'), EICAR);
      expect(await scanner?.scan(root, { looked: () => undefined, cancelled: () => false })).toEqual({
        end: 'failed',
        why: expect.stringMatching(/Could not connect to clamd/u),
      });
      expect(await find(join(short, 'clamd.conf'))).toBeUndefined();
    } finally {
      rmSync(short, { recursive: true, force: true });
    }
  }, 60_000);

  it('is killed when it is cancelled, and leaves no process behind', async () => {
    for (let n = 0; n < 3000; n += 1) writeFileSync(join(root, `f${n}`), `file ${n}`);
    let cancelled = false;
    const scanner = await clamdscan();
    const going = scanner.scan(root, { looked: () => undefined, cancelled: () => cancelled });
    await until(() => running(root) > 0);
    cancelled = true;
    expect(await going).toEqual({ end: 'cancelled' });
    expect(running(root)).toBe(0);
  });
});
