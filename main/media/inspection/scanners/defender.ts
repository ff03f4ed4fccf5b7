import { isUtf8 } from 'node:buffer';
import { access } from 'node:fs/promises';
import { win32 } from 'node:path';
import { readDefender, readDefenderStatus } from './defender-output.ts';
import { runProgram } from './process.ts';
import type { FindScanner } from './scanner.ts';

/** What Windows itself needs to start a program; nothing else of our environment is passed on. */
const NEEDED = ['SystemRoot', 'SystemDrive', 'windir', 'ProgramFiles', 'ProgramData', 'TEMP', 'TMP'];

const STATUS =
  "$s = Get-MpComputerStatus; '{0}|{1}|{2}' -f $s.AMProductVersion, $s.AntivirusSignatureVersion, $s.AntivirusSignatureLastUpdated.ToUniversalTime().ToString('o')";

/** How Microsoft Defender is asked to scan one folder, reporting what it finds and leaving it as it is. */
export function defenderArguments(folder: string): readonly string[] {
  return ['-Scan', '-ScanType', '3', '-File', folder, '-DisableRemediation'];
}

/** A line as Windows' console writes it: UTF-8 or, in Japan, its code page 932. */
function textOf(line: Buffer): string {
  return isUtf8(line) ? line.toString('utf8') : new TextDecoder('shift_jis').decode(line);
}

/** Finds Microsoft Defender's command line scanner on Windows. `env` is the machine's environment. */
export function defender(env: Readonly<Record<string, string | undefined>>): FindScanner {
  return async () => {
    const programs = env['ProgramFiles'];
    const system = env['SystemRoot'];
    if (process.platform !== 'win32' || programs === undefined || system === undefined) return undefined;
    const command = win32.join(programs, 'Windows Defender', 'MpCmdRun.exe');
    const shell = win32.join(system, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
    if (
      !(await access(command).then(
        () => true,
        () => false,
      ))
    )
      return undefined;
    const clean = Object.fromEntries(
      NEEDED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
    );
    const collect = async (program: string, args: readonly string[], cancelled: () => boolean) => {
      const lines: string[] = [];
      const onLine = (line: Buffer): void => {
        if (lines.length < 10_000) lines.push(textOf(line));
      };
      return { lines, ...(await runProgram({ command: program, args, env: clean, onLine, cancelled })) };
    };
    const asked = await collect(shell, ['-NoProfile', '-NonInteractive', '-Command', STATUS], () => false);
    const status = readDefenderStatus(asked.lines.join('\n'));
    if (status === undefined) return undefined;
    return {
      id: 'defender',
      product: 'Microsoft Defender',
      ...status,
      async scan(folder, watcher) {
        const { lines, code, cancelled } = await collect(command, defenderArguments(folder), () =>
          watcher.cancelled(),
        );
        return cancelled ? { end: 'cancelled' } : readDefender(lines, code, folder);
      },
    };
  };
}
