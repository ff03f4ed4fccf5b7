import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  statSync,
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  contentDigest,
  type ListedLine,
  listFolder,
  byPath,
  partsOf,
} from '../../../../main/media/inspection/list.ts';
import type { InspectionProgress } from '../../../../shared/media/inspection/model.ts';

let root: string;
let outside: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suimon-drive-'));
  outside = mkdtempSync(join(tmpdir(), 'suimon-outside-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(outside, { recursive: true, force: true });
});

function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', 'none', folder], { stdio: 'ignore' });
}

function unmount(folder: string, ...how: readonly string[]): void {
  execFileSync('umount', [...how, folder], { stdio: 'ignore' });
}

/** Whether a file system of its own can be mounted here: root alone may. */
const mayMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-mount-'));
  try {
    mount(folder);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

const never = { progress: () => undefined, cancelled: () => false };
const sha = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

async function listed(folder = root): Promise<ReadonlyMap<string, ListedLine>> {
  const outcome = await listFolder(folder, never);
  if (outcome.end !== 'whole') throw new Error(outcome.end);
  return new Map(outcome.contents.lines.map((line) => [line[0], line]));
}

describe('the list of what is on a drive', () => {
  it('names every file with its size, SHA-256 and time, sorted by path, whatever the order on the drive', async () => {
    mkdirSync(join(root, '図面', 'a'), { recursive: true });
    const files: Record<string, string> = {
      'z.txt': 'z',
      '図面/a/b.txt': 'b',
      'a.txt': '',
      '図面.txt': '図',
    };
    for (const [path, text] of Object.entries(files)) {
      writeFileSync(join(root, path), text);
      utimesSync(join(root, path), 1_700_000_000, 1_700_000_000.25);
    }
    const outcome = await listFolder(root, never);
    expect(outcome).toEqual({
      end: 'whole',
      contents: {
        lines: Object.keys(files)
          .toSorted()
          .map((path) => [
            path,
            Buffer.byteLength(files[path] ?? ''),
            sha(files[path] ?? ''),
            1_700_000_000_250,
            null,
          ]),
        bytes: 5,
        problems: 0,
      },
    });
  });

  it('hashes as sha256sum does, at the borders of a piece as well', async () => {
    const sizes = [1_048_575, 1_048_576, 1_048_577, 3 * 1_048_576, 3 * 1_048_576 + 5];
    for (const size of sizes) writeFileSync(join(root, `f${size}`), Buffer.alloc(size, size % 251));
    const told = execFileSync(
      'sha256sum',
      sizes.map((size) => `f${size}`),
      { cwd: root, encoding: 'utf8' },
    );
    const expected = new Map(
      told
        .trim()
        .split('\n')
        .map((line) => line.split('  ').toReversed() as [string, string]),
    );
    const lines = await listed();
    expect(new Map([...lines].map(([path, line]) => [path, line[2]]))).toEqual(expected);
    expect([...lines.values()].map(([, size]) => size).toSorted((a, b) => a - b)).toEqual(sizes);
  });

  it('names links and follows none: not out of the drive, not in a circle', async () => {
    writeFileSync(join(outside, 'secret.txt'), 'secret');
    mkdirSync(join(root, 'a'));
    symlinkSync(outside, join(root, 'a', 'out'));
    symlinkSync(join(outside, 'secret.txt'), join(root, 'file-out'));
    symlinkSync('..', join(root, 'a', 'up'));
    symlinkSync('nowhere', join(root, 'dangling'));
    const lines = await listed();
    expect([...lines.values()].map(([path, , sha256, , problem]) => [path, sha256, problem])).toEqual([
      ['a/out', null, 'link'],
      ['a/up', null, 'link'],
      ['dangling', null, 'link'],
      ['file-out', null, 'link'],
    ]);
  });

  it('names pipes and sockets and waits for none', async () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    writeFileSync(join(root, 'file'), 'x');
    const lines = await listed();
    expect(lines.get('pipe')?.slice(2, 5)).toEqual([null, expect.any(Number), 'special']);
    expect(lines.get('file')?.[2]).toBe(sha('x'));
  });

  it('keeps names that are not UTF-8, mislead or break lines, each as a text of its own', async () => {
    const names: readonly (readonly [name: Buffer, text: string])[] = [
      [Buffer.from([0x62, 0xff, 0x61]), 'b\\xFFa'],
      [Buffer.from('b\\xFFa'), 'b\\\\xFFa'],
      [Buffer.from([0xe3, 0x81]), '\\xE3\\x81'],
      [Buffer.from([0xed, 0xa0, 0x80]), '\\xED\\xA0\\x80'],
      [Buffer.from('line\nend'), 'line\\x0Aend'],
      [Buffer.from('\u202Etxt.exe'), '\\xE2\\x80\\xAEtxt.exe'],
      [Buffer.from('<img src=x onerror=alert(1)>'), '<img src=x onerror=alert(1)>'],
      [Buffer.from('か\u3099'), 'か\u3099'],
      [Buffer.from('が'), 'が'],
      [Buffer.from('長'.repeat(80)), '長'.repeat(80)],
    ];
    for (const [name] of names) writeFileSync(Buffer.concat([Buffer.from(`${root}/`), name]), 'x');
    const lines = await listed();
    expect([...lines.keys()].toSorted()).toEqual(names.map(([, text]) => text).toSorted());
    expect([...lines.values()].every(([, size, sha256]) => size === 1 && sha256 === sha('x'))).toBe(true);
    expect([...lines.keys()].every((path) => path.isWellFormed())).toBe(true);
  });

  it('says which files could not be read, and reads the others', async () => {
    mkdirSync(join(root, 'closed'));
    writeFileSync(join(root, 'closed', 'in.txt'), 'x');
    writeFileSync(join(root, 'mine.txt'), 'mine');
    writeFileSync(join(root, 'open.txt'), 'open');
    chmodSync(join(root, 'mine.txt'), 0);
    chmodSync(join(root, 'closed'), 0);
    chmodSync(root, 0o755);
    const asRoot = process.geteuid?.() === 0;
    if (asRoot) process.seteuid?.(65_534);
    try {
      const outcome = await listFolder(root, never);
      if (outcome.end !== 'whole') throw new Error(outcome.end);
      expect(
        outcome.contents.lines.map(([path, size, sha256, , problem]) => [path, size, sha256, problem]),
      ).toEqual([
        ['closed/', 0, null, 'unreadable'],
        ['mine.txt', 4, null, 'unreadable'],
        ['open.txt', 4, sha('open'), null],
      ]);
      expect(outcome.contents.problems).toBe(2);
    } finally {
      if (asRoot) process.seteuid?.(0);
      chmodSync(join(root, 'closed'), 0o755);
    }
  });

  it('comes to an end with a file that grows without end, and says that it changed', async () => {
    const path = join(root, 'growing');
    writeFileSync(path, Buffer.alloc(64 * 1_048_576));
    const growing = execGrowing(path);
    try {
      const before = statSync(path).size;
      await vi.waitUntil(() => statSync(path).size > before, { timeout: 30_000, interval: 5 });
      const lines = await listed();
      expect(lines.get('growing')?.slice(2)).toEqual([null, expect.any(Number), 'changed']);
    } finally {
      growing.kill('SIGKILL');
    }
  });

  it('goes down a tree as deep as paths go, and says where it could not go on', async () => {
    execFileSync('python3', ['-c', DEEP, root]);
    const lines = await listed();
    const deepest = [...lines.values()].find(([path]) => path.startsWith('dddd'));
    expect(deepest?.[4]).toBe('unreadable');
    expect(lines.get('top')?.[2]).toBe(sha('x'));
    execFileSync('rm', ['-rf', join(root, 'd'.repeat(200))]);
  });

  it.skipIf(!mayMount)('does not enter what is mounted below: it is another drive', async () => {
    mkdirSync(join(root, 'mounted'));
    mount(join(root, 'mounted'));
    try {
      writeFileSync(join(root, 'mounted', 'in.txt'), 'x');
      expect((await listed()).get('mounted')?.[4]).toBe('special');
    } finally {
      unmount(join(root, 'mounted'));
    }
  });

  it('gives the same digest for the same files, another for any other, by its published form', async () => {
    writeFileSync(join(root, 'a'), 'a');
    writeFileSync(join(root, 'b'), 'b');
    for (const name of ['a', 'b']) utimesSync(join(root, name), 1_700_000_000, 1_700_000_000);
    const first = [...(await listed()).values()];
    const text = [
      `["a",1,"${sha('a')}",1700000000000,null]\n`,
      `["b",1,"${sha('b')}",1700000000000,null]\n`,
    ].join('');
    expect(contentDigest(first)).toBe(sha(text));
    writeFileSync(join(root, 'b'), 'c');
    utimesSync(join(root, 'b'), 1_700_000_000, 1_700_000_000);
    expect(contentDigest([...(await listed()).values()])).not.toBe(sha(text));
  });
});

describe('a list that is not whole', () => {
  it('is none when it is cancelled, at the first file or in the middle of a large one', async () => {
    writeFileSync(join(root, 'large'), '');
    truncateSync(join(root, 'large'), 64 * 1024 ** 3);
    let asked = 0;
    const told: InspectionProgress[] = [];
    const outcome = await listFolder(root, {
      progress: (progress) => told.push(progress),
      cancelled: () => {
        asked += 1;
        return asked > 10;
      },
    });
    expect(outcome).toEqual({ end: 'cancelled' });
    expect(told.at(-1)).toMatchObject({ files: 0, path: 'large' });
    expect(told.at(-1)?.bytes).toBeGreaterThan(0);
  });

  it('is none when the drive goes away meanwhile', async () => {
    writeFileSync(join(root, 'a-large'), '');
    truncateSync(join(root, 'a-large'), 64 * 1024 ** 2);
    for (let n = 0; n < 3000; n += 1) writeFileSync(join(root, `file-${n}`), 'x');
    const away = join(outside, 'away');
    let gone = false;
    const outcome = await listFolder(root, {
      progress: () => {
        if (!gone) renameSync(root, away);
        gone = true;
      },
      cancelled: () => false,
    });
    expect(gone).toBe(true);
    expect(outcome).toEqual({ end: 'gone' });
  });

  it.skipIf(!mayMount)('is none when a drive that is mounted is pulled out meanwhile', async () => {
    const drive = join(root, 'drive');
    mkdirSync(drive);
    mount(drive);
    for (let n = 0; n < 3000; n += 1) writeFileSync(join(drive, `file-${n}`), Buffer.alloc(10_000));
    let gone = false;
    const outcome = await listFolder(drive, {
      progress: () => {
        if (!gone) unmount(drive, '--lazy');
        gone = true;
      },
      cancelled: () => false,
    });
    expect(gone).toBe(true);
    expect(outcome).toEqual({ end: 'gone' });
  });

  it('is none when another drive stands in its place meanwhile', async () => {
    for (let n = 0; n < 3000; n += 1) writeFileSync(join(root, `file-${n}`), Buffer.alloc(20_000));
    const away = join(outside, 'away');
    let gone = false;
    const outcome = await listFolder(root, {
      progress: () => {
        if (gone) return;
        gone = true;
        renameSync(root, away);
        mkdirSync(root);
        writeFileSync(join(root, 'other'), 'x');
      },
      cancelled: () => false,
    });
    expect(gone).toBe(true);
    expect(outcome).toEqual({ end: 'gone' });
  });

  it('is none of a folder that is not there, or of too many files', async () => {
    expect(await listFolder(join(root, 'nowhere'), never)).toEqual({ end: 'gone' });
    for (let n = 0; n < 11; n += 1) writeFileSync(join(root, `f${n}`), '');
    expect(await listFolder(root, never, { maxEntries: 10, maxBytes: 1_000_000 })).toEqual({
      end: 'too-many',
    });
    expect(await listFolder(root, never, { maxEntries: 100, maxBytes: 20 })).toEqual({ end: 'too-many' });
    expect((await listFolder(root, never, { maxEntries: 11, maxBytes: 1_000 })).end).toBe('whole');
  });
});

describe('progress', () => {
  it('is told at most ten times a second, and grows', async () => {
    for (let n = 0; n < 1500; n += 1) writeFileSync(join(root, `f${n}`), Buffer.alloc(30_000));
    const at: number[] = [];
    const told: InspectionProgress[] = [];
    const begun = performance.now();
    await listFolder(root, {
      progress: (progress) => {
        at.push(performance.now());
        told.push(progress);
      },
      cancelled: () => false,
    });
    const seconds = (performance.now() - begun) / 1000;
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(Math.ceil(seconds * 10) + 1);
    expect(told.map(({ files }) => files)).toEqual(told.map(({ files }) => files).toSorted((a, b) => a - b));
    expect(at.length).toBe(told.length);
  }, 30_000);
});

describe('the order of a list', () => {
  it('is that of the database, also beyond U+FFFF', () => {
    const paths = ['a', 'A', 'a/b', 'a b', '\uE000', '\uFF41', '𠮷', '\uD7FF', 'あ', '', '𠮷/1', '\uFFFD'];
    const lines = paths.map((path): ListedLine => [path, 0, null, 0, null]);
    expect(lines.toSorted(byPath).map(([path]) => path)).toEqual(
      paths.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
    );
  });
});

describe('the parts in which a list is written', () => {
  const line = (path: string): ListedLine => [path, 0, null, 0, 'special'];

  it('hold at most 250 files and 64 KiB of paths, in order and without gaps', () => {
    const short = Array.from({ length: 625 }, (_, n) => line(`f${n}`));
    expect([...partsOf(short)].map(({ first, files }) => [first, files.length])).toEqual([
      [0, 250],
      [250, 250],
      [500, 125],
    ]);
    const long = Array.from({ length: 100 }, () => line('d'.repeat(4000)));
    const parts = [...partsOf(long)];
    expect(parts.flatMap(({ files }) => files)).toEqual(long);
    expect(
      Math.max(...parts.map(({ files }) => files.reduce((sum, [path]) => sum + path.length, 0))),
    ).toBeLessThanOrEqual(65_536);
    expect([...partsOf([])]).toEqual([]);
    expect([...partsOf([line('x'.repeat(400_000))])].map(({ files }) => files.length)).toEqual([1]);
  });
});

/** A process that makes a file longer for as long as it lives. */
function execGrowing(path: string) {
  appendFileSync(path, 'x');
  const script = `const fs=require('fs');const b=Buffer.alloc(4194304);const f=fs.openSync(process.argv[1],'a');for(;;){fs.writeSync(f,b);if(fs.fstatSync(f).size>2**31)fs.ftruncateSync(f,2**26+1);}`;
  return spawnNode(script, path);
}

function spawnNode(script: string, ...args: readonly string[]) {
  return spawn(process.execPath, ['-e', script, ...args], { stdio: 'ignore' });
}

/** Folders in folders, deeper than a path may be long. */
const DEEP = `
import os, sys
os.chdir(sys.argv[1])
open('top', 'w').write('x')
for n in range(30):
    os.mkdir('d' * 200)
    os.chdir('d' * 200)
open('bottom', 'w').write('x')
`;
