import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** What a program that was run did. */
export interface Ran {
  /** Its exit code; null if a signal ended it or it could not be started. */
  readonly code: number | null;
  readonly cancelled: boolean;
  /** The end of what it wrote on its error output, and why it could not be started. */
  readonly errors: string;
}

export interface Run {
  readonly command: string;
  readonly args: readonly string[];
  /** All that it finds in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A line of its output, without the line end. Longer ones are cut. */
  readonly onLine: (line: Buffer) => void;
  readonly cancelled: () => boolean;
}

const LINE_MAX = 65_536;
const ERRORS_MAX = 8192;
const LOOK = 100;

/**
 * Runs a program without a shell, its arguments as they are, nothing on its input, and kills it when it is cancelled. Never throws for
 * what the program does.
 */
export function runProgram({ command, args, env, onLine, cancelled }: Run): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let errors = '';
    let killed = false;
    let rest = Buffer.alloc(0);
    const looking = setInterval(() => {
      if (killed || !cancelled()) return;
      killed = true;
      child.kill('SIGKILL');
    }, LOOK);
    child.stdout.on('data', (chunk: Buffer) => {
      const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let at = data.indexOf(10); at !== -1; at = data.indexOf(10, from)) {
        onLine(data.subarray(from, at > from && data[at - 1] === 13 ? at - 1 : at));
        from = at + 1;
      }
      // The end of a line says what became of the file: of one that is too long the end is kept.
      rest = Buffer.from(data.subarray(Math.max(from, data.length - LINE_MAX)));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString('utf8')).slice(-ERRORS_MAX);
    });
    child.on('error', (error) => {
      errors += `\n${error.message}`;
    });
    child.on('close', (code) => {
      clearInterval(looking);
      if (rest.length > 0) onLine(rest);
      resolve({ code, cancelled: killed, errors });
    });
  });
}

/** The path of a program that stands in one of the absolute folders of a search path; undefined if none does. */
export async function findProgram(name: string, searchPath: string): Promise<string | undefined> {
  for (const folder of searchPath.split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const path = join(folder, name);
    try {
      await access(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
