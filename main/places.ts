import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the program keeps its things, as said on the command line or by custom. */
export interface Places {
  /** The application's own folder: site secret, settings of the window, log. */
  readonly appFolder: string;
  /** The ledger and its keyslots. */
  readonly ledgerFolder: string;
  readonly demo: boolean;
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  const found = args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
  return found === '' ? undefined : found;
}

/**
 * Reads the places from the arguments: `--site-folder=<folder>` puts both below one folder (`app/`, `ledger/`), as the demo
 * and the tests do; `--demo` says that the site is fictional. Without them: the system's folder for applications, and
 * `Suimon` in the home folder for the ledger.
 */
export function placesOf(args: readonly string[], applicationData: string): Places {
  const folder = valueOf(args, 'site-folder');
  const demo = args.includes('--demo');
  if (folder !== undefined) {
    return { appFolder: join(resolve(folder), 'app'), ledgerFolder: join(resolve(folder), 'ledger'), demo };
  }
  return { appFolder: join(applicationData, 'Suimon'), ledgerFolder: join(homedir(), 'Suimon'), demo };
}
