import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scannersOf } from '../../../../main/media/inspection/scanners/find.ts';
import type { InstalledScanner, ScanOutcome } from '../../../../main/media/inspection/scanners/scanner.ts';
import {
  clamavWith,
  EICAR,
  hasClamav,
  makeDefinitions,
  MARKED,
  scanning as running,
  until,
} from './clamav.ts';

const MADE = Date.UTC(2026, 3, 1, 8, 30);

const name = (text: string): string => (hasClamav ? text : `${text} (skipped: no clamav)`);

describe.skipIf(!hasClamav)(name('clamscan with definitions made for the test'), () => {
  let definitions: ReturnType<typeof makeDefinitions>;
  let root: string;
  beforeAll(() => {
    definitions = makeDefinitions(MADE);
  });
  afterAll(() => definitions.remove());
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'suimon-scanned-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  async function clamscan(database = definitions.folder): Promise<InstalledScanner> {
    const found = (await clamavWith(database)()).find(({ id }) => id === 'clamscan');
    if (found === undefined) throw new Error('no clamscan');
    return found;
  }

  async function scanned(
    folder = root,
  ): Promise<{ readonly outcome: ScanOutcome; readonly looked: readonly string[] }> {
    const looked: string[] = [];
    const watcher = { looked: (path: string) => looked.push(path), cancelled: () => false };
    return { outcome: await (await clamscan()).scan(folder, watcher), looked };
  }

  it('is found with its version and the date of its definitions', async () => {
    expect(await clamscan()).toMatchObject({
      id: 'clamscan',
      product: 'ClamAV',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/u),
      definitionsAt: MADE,
    });
    expect(await scannersOf({ searchPath: '/nowhere:relative' }, {})()).toEqual([]);
  });

  it('finds nothing in files of nothing bad, and names each as it is looked at', async () => {
    mkdirSync(join(root, '図面'));
    writeFileSync(join(root, '図面', 'a.txt'), 'hello');
    writeFileSync(join(root, 'empty'), '');
    const { outcome, looked } = await scanned();
    expect(outcome).toEqual({ end: 'scanned', findings: [], more: 0, files: 2 });
    expect(looked.toSorted()).toEqual(['empty', '図面/a.txt']);
    expect((await scanned(mkdtempSync(join(root, 'nothing-')))).outcome).toMatchObject({
      findings: [],
      files: 0,
    });
  });

  it('finds EICAR and what the definitions know, in which file by its path, however deep', async () => {
    const deep = join(root, ...Array.from({ length: 40 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'deep.com'), EICAR);
    writeFileSync(join(root, 'marked.bin'), MARKED);
    writeFileSync(join(root, 'clean.txt'), 'clean');
    const { outcome } = await scanned();
    if (outcome.end !== 'scanned') throw new Error(outcome.end);
    expect(outcome.files).toBe(3);
    expect([...outcome.findings].toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { path: `${'d/'.repeat(40)}deep.com`, name: 'Suimon.Test.EICAR.UNOFFICIAL' },
      { path: 'marked.bin', name: 'Suimon.Test.Marked.UNOFFICIAL' },
    ]);
  });

  it('finds it behind any name: options, line ends, results in the name, bytes that are no UTF-8', async () => {
    const names = [
      '--help',
      '-d',
      'a: OK',
      'line\nend: OK',
      'x\nERROR: y',
      '\u202Etxt.exe',
      'a\\b',
      '$(touch pwned)',
    ];
    for (const one of names) writeFileSync(join(root, one), EICAR);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0x0a, 0xfe])]), EICAR);
    const { outcome } = await scanned();
    if (outcome.end !== 'scanned') throw new Error(outcome.end);
    expect(outcome.findings.map(({ path }) => path).toSorted()).toEqual(
      [
        '--help',
        '-d',
        'a: OK',
        'line\\x0Aend: OK',
        'x\\x0AERROR: y',
        '\\xE2\\x80\\xAEtxt.exe',
        'a\\\\b',
        '$(touch pwned)',
        '\\xFF\\x0A\\xFE',
      ].toSorted(),
    );
    expect(new Set(outcome.findings.map(({ name: found }) => found))).toEqual(
      new Set(['Suimon.Test.EICAR.UNOFFICIAL']),
    );
  });

  it('is not fooled by a folder that looks like an option, and follows no link out of it', async () => {
    const odd = join(root, '-r --database=x');
    const outside = mkdtempSync(join(tmpdir(), 'suimon-outside-'));
    try {
      mkdirSync(odd);
      writeFileSync(join(outside, 'bad.com'), EICAR);
      symlinkSync(outside, join(odd, 'out'));
      symlinkSync(join(outside, 'bad.com'), join(odd, 'bad'));
      writeFileSync(join(odd, 'ok'), 'ok');
      expect((await scanned(odd)).outcome).toEqual({ end: 'scanned', findings: [], more: 0, files: 1 });
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('never calls clean what was not looked at: a file too large for it, or a file that is encrypted, is a finding', async () => {
    writeFileSync(join(root, 'large'), 'x');
    truncateSync(join(root, 'large'), 3 * 1024 ** 3);
    execFileSync('python3', ['-c', ENCRYPTED, join(root, 'locked.zip')]);
    const { outcome } = await scanned();
    if (outcome.end !== 'scanned') throw new Error(outcome.end);
    expect(outcome.findings.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'large', name: expect.stringMatching(/MaxFileSize/u) },
      { path: 'locked.zip', name: expect.stringMatching(/Encrypted/u) },
    ]);
  });

  it('never calls clean what could not be read, and says which file', async () => {
    writeFileSync(join(root, 'ok'), 'ok');
    writeFileSync(join(root, 'closed'), 'x');
    chmodSync(join(root, 'closed'), 0);
    chmodSync(root, 0o755);
    chmodSync(definitions.folder, 0o755);
    const asRoot = process.geteuid?.() === 0;
    const scanner = await clamscan();
    if (asRoot) process.seteuid?.(65_534);
    try {
      const outcome = await scanner.scan(root, { looked: () => undefined, cancelled: () => false });
      expect(outcome).toEqual({ end: 'incomplete', files: 1, path: 'closed' });
    } finally {
      if (asRoot) process.seteuid?.(0);
    }
  });

  it('says that it failed, and why, with definitions that are broken or missing', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'suimon-broken-'));
    writeFileSync(join(root, 'bad.com'), EICAR);
    const scan = async () =>
      (await clamscan(broken)).scan(root, { looked: () => undefined, cancelled: () => false });
    try {
      expect(await scan()).toEqual({ end: 'failed', why: expect.stringMatching(/ERROR: /u) });
      writeFileSync(join(broken, 'x.hsb'), 'no definition at all\n');
      expect(await scan()).toEqual({ end: 'failed', why: expect.stringMatching(/Malformed database/u) });
      expect((await clamscan(broken)).definitionsAt).toBeNull();
    } finally {
      rmSync(broken, { recursive: true });
    }
  });

  it('is killed when it is cancelled, and leaves no process behind', async () => {
    for (let n = 0; n < 40; n += 1) {
      writeFileSync(join(root, `f${n}`), '');
      truncateSync(join(root, `f${n}`), 512 * 1024 ** 2);
    }
    let cancelled = false;
    const scanner = await clamscan();
    const going = scanner.scan(root, { looked: () => undefined, cancelled: () => cancelled });
    await until(() => running(root) > 0);
    cancelled = true;
    expect(await going).toEqual({ end: 'cancelled' });
    expect(running(root)).toBe(0);
  });
});

/** An archive whose one file says that it is encrypted. */
const ENCRYPTED = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as z: z.writestr('in.txt', 'x' * 64)
b = bytearray(open(sys.argv[1], 'rb').read())
b[6] |= 1
b[b.index(b'PK\\x01\\x02') + 8] |= 1
open(sys.argv[1], 'wb').write(b)
`;
