import { appendFileSync, renameSync, statSync } from 'node:fs';

const LARGEST = 1_000_000;

/** Writes one line a fault to a file in the application's folder. */
export type Log = (where: string, error: unknown) => void;

/**
 * A log that keeps the place and kind of a fault and the stack, and never what a call carried: messages of errors can quote
 * what people typed, so only errors of the system and of SQLite, whose messages name files and codes, keep theirs.
 */
export function logTo(file: string, now: () => number): Log {
  return (where, error) => {
    const line = `${new Date(now()).toISOString()} ${where} ${describe(error)}\n`;
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`);
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // A full or read-only disk: the fault itself is what the person is told of.
    }
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return `${error.name}${code} ${frames.map((line) => line.trim()).join(' | ')}`;
}
