import { describe, expect, it } from 'vitest';
import {
  ClamOutput,
  readDatabaseDate,
  readVersion,
} from '../../../../main/media/inspection/scanners/clamav-output.ts';
import { defenderArguments } from '../../../../main/media/inspection/scanners/defender.ts';
import {
  readDefender,
  readDefenderStatus,
} from '../../../../main/media/inspection/scanners/defender-output.ts';
import { safeLine, safePath } from '../../../../main/media/inspection/safe-path.ts';

describe('what ClamAV prints', () => {
  const read = (lines: readonly string[], code: number | null, errors = '') => {
    const looked: string[] = [];
    const output = new ClamOutput('/mnt/usb', (path) => looked.push(path));
    for (const line of lines) output.line(Buffer.from(line));
    return { ...output.outcome(code, errors), looked };
  };

  it('is believed when it ends in 1 without naming anything: something was found', () => {
    expect(read([], 1)).toMatchObject({ end: 'scanned', findings: [{ path: '?', name: '?' }] });
  });

  it('is believed when it names something and ends in 0 or in an error', () => {
    for (const code of [0, 2, null])
      expect(read(['/mnt/usb/a: Win.Test FOUND'], code)).toMatchObject({
        end: 'scanned',
        findings: [{ path: 'a', name: 'Win.Test' }],
      });
  });

  it('is no result when it was killed or ended in an error, and what it said is told without control characters', () => {
    expect(read(['/mnt/usb/a: OK'], null)).toMatchObject({ end: 'failed' });
    expect(read([], 2, 'LibClamAV Error: \u001B[31mcli_loaddb\u0007\n')).toMatchObject({
      end: 'failed',
      why: 'LibClamAV Error:  [31mcli_loaddb',
    });
    expect(read([], 40)).toMatchObject({ end: 'failed', why: 'exit 40' });
  });

  it('names what could not be read in every form it has, and is then no result', () => {
    for (const line of [
      '/mnt/usb/d/a: Access denied',
      "/mnt/usb/d/a: Can't open file or directory ERROR",
      "WARNING: Can't open file /mnt/usb/d/a: Permission denied",
      "WARNING: /mnt/usb/d/a: Can't access file",
      "/mnt/usb/d/a: Can't open directory.",
    ])
      expect(read(['/mnt/usb/ok: OK', line], 2)).toMatchObject({ end: 'incomplete', files: 1, path: 'd/a' });
    // A file that could not be read is no result even if the program says that all is well.
    expect(read(['/mnt/usb/a: Access denied'], 0)).toMatchObject({ end: 'incomplete' });
  });

  it('tells version and date of definitions; nonsense is none', () => {
    expect(readVersion('ClamAV 1.4.6/27500/Thu Nov 20 08:30:00 2025')).toEqual({
      version: '1.4.6/27500',
      definitionsAt: Date.UTC(2025, 10, 20, 8, 30),
    });
    expect(readVersion('ClamAV 1.4.6')).toEqual({ version: '1.4.6', definitionsAt: null });
    for (const text of ['', 'ClamAV', 'NotAV 1', 'x ClamAV 1.0']) expect(readVersion(text)).toBeUndefined();
    expect(readVersion('ClamAV 1.4.6/1/Thu Foo 99 08:30:00 2025')?.definitionsAt ?? null).toBeNull();
    expect(readDatabaseDate('ClamAV-VDB:07 Nov 2026 08-30 +0900:1:1')).toBe(Date.UTC(2026, 10, 6, 23, 30));
    expect(readDatabaseDate('ClamAV-VDB:07 Foo 2026 08-30 +0900:1:1')).toBeUndefined();
    expect(readDatabaseDate('PK')).toBeUndefined();
  });
});

describe('Microsoft Defender, by output written down from its documentation (it runs on Windows alone and was not run)', () => {
  const FOUND = `Scan starting...
Scan finished.
Scanning E:\\ found 2 threats.

<===========================LIST OF DETECTED THREATS==========================>
----------------------------- Threat information ------------------------------
Threat                  : Virus:DOS/EICAR_Test_File
Resources               : 2 total
    file                : E:\\図面\\eicar.com
    containerfile       : E:\\a.zip
-------------------------------------------------------------------------------
`
    .split('\r\n')
    .join('\n')
    .split('\n');

  it('is asked to scan one folder and to leave what it finds', () => {
    expect(defenderArguments('E:\\ & del *')).toEqual([
      '-Scan',
      '-ScanType',
      '3',
      '-File',
      'E:\\ & del *',
      '-DisableRemediation',
    ]);
  });

  it('names each file with what is in it', () => {
    expect(readDefender(FOUND, 2, 'E:\\')).toEqual({
      end: 'scanned',
      findings: [
        { path: '図面/eicar.com', name: 'Virus:DOS/EICAR_Test_File' },
        { path: 'a.zip', name: 'Virus:DOS/EICAR_Test_File' },
      ],
      more: 0,
      files: null,
    });
  });

  it('is clean only by its exit code 0 and without a word of threats; else it found something or failed', () => {
    const clean = ['Scan starting...', 'Scan finished.', 'Scanning E:\\ found no threats.'];
    expect(readDefender(clean, 0, 'E:\\')).toEqual({ end: 'scanned', findings: [], more: 0, files: null });
    expect(readDefender(['Scanning E:\\ found 1 threats.'], 0, 'E:\\')).toMatchObject({
      findings: [{ path: '?', name: '?' }],
    });
    expect(readDefender(['CmdTool: Failed with hr = 0x80508023.'], 2, 'E:\\')).toEqual({
      end: 'failed',
      why: 'CmdTool: Failed with hr = 0x80508023.',
    });
    expect(readDefender([], null, 'E:\\')).toMatchObject({ end: 'failed' });
  });

  it('tells its version and the time of its definitions', () => {
    expect(readDefenderStatus('4.18.25100.1|1.441.10.0|2026-11-20T03:04:05.0000000Z')).toEqual({
      version: '4.18.25100.1/1.441.10.0',
      definitionsAt: Date.UTC(2026, 10, 20, 3, 4, 5),
    });
    expect(readDefenderStatus('4.18.1|1.4|')).toEqual({ version: '4.18.1/1.4', definitionsAt: null });
    expect(readDefenderStatus('Get-MpComputerStatus : not found')).toBeUndefined();
  });
});

describe('paths as text', () => {
  it('of Windows have its separator as a slash', () => {
    expect(safePath(Buffer.from('図面\\a.txt'), true)).toBe('図面/a.txt');
    expect(safePath(Buffer.from('a\\b'), false)).toBe('a\\\\b');
  });

  it('never become the same for two that differ', () => {
    const paths = ['\\xFF', '\\\\xFF', '\u0000', '\\x00', 'a', 'A'].map((text) => Buffer.from(text));
    const all = [...paths, Buffer.from([0xff]), Buffer.from([0xc0, 0x80])];
    expect(new Set(all.map((path) => safePath(path, false))).size).toBe(all.length);
  });

  it('cut to a line are well formed and never empty', () => {
    expect(safeLine('a'.repeat(9) + '😀', 10)).toHaveLength(10);
    expect(safeLine('a'.repeat(9) + '😀', 10).isWellFormed()).toBe(true);
    expect(safeLine('\n\t', 10)).toBe('?');
  });
});
