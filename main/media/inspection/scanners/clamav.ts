import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ClamOutput, readDatabaseDate, readVersion } from './clamav-output.ts';
import { readDaemonConfig } from './clamd-config.ts';
import { findProgram, runProgram } from './process.ts';
import type { FindScanner, InstalledScanner, ScannerId } from './scanner.ts';

export interface ClamOptions {
  /** Where programs are looked for, as PATH has it. */
  readonly searchPath: string;
  /** A folder of definitions other than the product's own. */
  readonly database?: string;
  /** A configuration of the daemon other than the product's own. */
  readonly daemonConfig?: string;
}

/** Where the product keeps its definitions and its daemon's configuration unless it was built otherwise. */
const OWN_DATABASE = '/var/lib/clamav';
const OWN_DAEMON_CONFIG = '/etc/clamav/clamd.conf';

/** Nothing of our own environment is passed on. Times are told in UTC, names as they are. */
function environment({ searchPath }: ClamOptions): Readonly<Record<string, string>> {
  return { PATH: searchPath, LANG: 'C.UTF-8', TZ: 'UTC' };
}

/**
 * How clamscan is asked. What is said to be clean has to have been looked at: its own limits on depth, size and time are lifted as far as
 * they go, and what exceeds them all the same, or is encrypted, is a finding for an officer and not silently passed over.
 */
const SCAN = [
  '--recursive',
  '--stdout',
  '--no-summary',
  '--cross-fs=no',
  '--follow-dir-symlinks=0',
  '--follow-file-symlinks=0',
  '--max-dir-recursion=10000',
  '--max-filesize=2047M',
  '--max-scansize=2047M',
  '--max-scantime=0',
  '--alert-exceeds-max=yes',
  '--alert-encrypted=yes',
];

/** The daemon scans by its own limits; it is handed each file open, so that its account need not be allowed to read it. */
const DAEMON = ['--stdout', '--no-summary', '--fdpass'];

function optionsFor(id: ScannerId, { database, daemonConfig }: ClamOptions): string[] {
  if (id === 'clamscan') return database === undefined ? [] : [`--database=${database}`];
  return daemonConfig === undefined ? [] : [`--config-file=${daemonConfig}`];
}

/** The newest date in the heads of the databases of a folder; null if none says one. */
async function newestDatabase(folder: string): Promise<number | null> {
  const names = await readdir(folder).catch((): string[] => []);
  const dates = await Promise.all(
    names.filter((name) => /\.(?:cvd|cld|cud)$/u.test(name)).map((name) => databaseDate(join(folder, name))),
  );
  const known = dates.filter((date) => date !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}

async function databaseDate(path: string): Promise<number | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
      return readDatabaseDate(buffer.subarray(0, bytesRead).toString('latin1'));
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

/** Finds `clamscan` or `clamdscan` of ClamAV in the search path. Of a daemon, one that answers. */
export function clamav(id: 'clamscan' | 'clamdscan', options: ClamOptions): FindScanner {
  return async () => {
    const command = await findProgram(id, options.searchPath);
    if (command === undefined) return undefined;
    const env = environment(options);
    const ask = async (args: readonly string[]): Promise<string | undefined> => {
      let text = '';
      const onLine = (line: Buffer): void => {
        text = text === '' ? line.toString('utf8') : text;
      };
      const ran = await runProgram({ command, args, env, onLine, cancelled: () => false });
      return ran.code === 0 ? text : undefined;
    };
    const own = optionsFor(id, options);
    const version = readVersion((await ask([...own, '--version'])) ?? '');
    if (version === undefined) return undefined;
    // A daemon that does not answer scans nothing.
    if (id === 'clamdscan' && (await ask([...own, '--ping=1:1'])) === undefined) return undefined;
    const daemon =
      id === 'clamdscan' ? await readDaemonConfig(options.daemonConfig ?? OWN_DAEMON_CONFIG) : undefined;
    const database = daemon?.database ?? options.database ?? OWN_DATABASE;
    const scanner: InstalledScanner = {
      id,
      product: 'ClamAV',
      version: version.version,
      definitionsAt: version.definitionsAt ?? (await newestDatabase(database)),
      async scan(folder, watcher) {
        // What it would pass over unseen is not clean.
        if (daemon !== undefined && daemon.passesOver.length > 0)
          return { end: 'failed', why: `clamd.conf: ${daemon.passesOver.join(', ')} is not set to yes` };
        const output = new ClamOutput(folder, (path) => watcher.looked(path));
        const { code, cancelled, errors } = await runProgram({
          command,
          args: [...own, ...(id === 'clamscan' ? SCAN : DAEMON), '--', folder],
          env,
          onLine: (line) => output.line(line),
          cancelled: () => watcher.cancelled(),
        });
        if (cancelled) return { end: 'cancelled' };
        const outcome = output.outcome(code, errors);
        // The daemon names only what it found something in.
        return id === 'clamdscan' && outcome.end === 'scanned' ? { ...outcome, files: null } : outcome;
      },
    };
    return scanner;
  };
}
