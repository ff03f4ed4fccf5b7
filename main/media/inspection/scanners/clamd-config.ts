import { readFile } from 'node:fs/promises';

/** What has to be said in the daemon's configuration so that it says of what it did not look into that it did not. */
const WANTED = ['AlertExceedsMax', 'AlertEncrypted'] as const;

/** What the configuration of ClamAV's daemon says, as far as a scan by it depends on that. */
export interface DaemonConfig {
  /** Where it has its definitions from; undefined where it does not say. */
  readonly database: string | undefined;
  /** Options that are not set to yes: without them, what is too large or encrypted passes as clean, and cannot be asked for with a scan. */
  readonly passesOver: readonly (typeof WANTED)[number][];
}

/** Reads the configuration of the daemon at a path; one that cannot be read says nothing. */
export async function readDaemonConfig(path: string): Promise<DaemonConfig> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const said = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s*([A-Za-z]+)\s+(\S.*?)\s*$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) said.set(name, value.replaceAll('"', ''));
  }
  return {
    database: said.get('DatabaseDirectory'),
    passesOver: WANTED.filter((name) => !/^(?:yes|true|1)$/iu.test(said.get(name) ?? '')),
  };
}
