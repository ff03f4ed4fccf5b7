import { randomInt } from 'node:crypto';
import { spawn } from 'node:child_process';

export interface Killed {
  readonly lines: readonly string[];
  readonly errors: string;
}

/** Runs a child until it has written `lines` lines, and kills it at most `within` ms later. */
export function runAndKill(args: readonly string[], lines: number, within: number): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let timed = false;
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8');
      if (timed || output.split('\n').length <= lines) return;
      timed = true;
      setTimeout(() => child.kill('SIGKILL'), randomInt(0, within));
    });
    child.stderr.on('data', (bytes: Buffer) => {
      errors += bytes.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', () => resolve({ lines: output.split('\n').slice(0, -1), errors }));
  });
}
