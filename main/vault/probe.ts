import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SiteCode } from '../../shared/kernel/ids.ts';
import { z } from '../../shared/kernel/zod.ts';
import type { OpeningFault } from '../../shared/accounts/model.ts';
import { inspectLedgerFile } from './connection.ts';
import { errorCode, VaultFault } from './fault.ts';
import { anythingFounded, finishFounding } from './founding-files.ts';
import { readKeysFile } from './keys-file.ts';
import { KEY_BYTES } from './keys.ts';
import type { VaultPaths } from './paths.ts';
import { finishRestore } from './restore-files.ts';
import { finishRotation } from './rotation-files.ts';

/** What stands in the way of a sign-in, and the file or folder it concerns. */
export interface Obstacle {
  readonly fault: OpeningFault;
  readonly file: string;
}

const Site = z.strictObject({ code: SiteCode, name: z.string(), room: z.string() });

/** What the sign-in screen shows of the site. */
export type Site = z.infer<typeof Site>;

/**
 * Looks, before anybody has signed in, whether there is a site here and whether its files can be what they should be. Cheap:
 * derives no key and reads no page of the ledger but the beginning of the first. Finishes a founding, a rotation or a
 * restore cut short by a crash.
 */
export function probe(paths: VaultPaths): 'unfounded' | 'ready' | Obstacle {
  try {
    if (isThere(paths.appFolder)) assertReadable(paths.appFolder);
    const founded = anythingFounded(paths);
    if (!founded && !isThere(paths.ledgerFolder)) return 'unfounded';
    assertReadable(paths.ledgerFolder);
    if (!founded) return 'unfounded';
    finishFounding(paths);
    finishRotation(paths);
    finishRestore(paths);
    readSecret(paths.secret).fill(0);
    readKeysFile(paths.keys);
    inspectLedgerFile(paths.ledger);
    return 'ready';
  } catch (error) {
    if (error instanceof VaultFault) return { fault: error.fault, file: error.file };
    if (errorCode(error) !== undefined) return { fault: 'folder-unreadable', file: paths.ledgerFolder };
    throw error;
  }
}

/** The site's name as written at founding; undefined if the file is missing or damaged (only the sign-in screen needs it). */
export function readSite(paths: VaultPaths): Site | undefined {
  try {
    return Site.safeParse(JSON.parse(readFileSync(paths.site, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The site secret, to be wiped by the caller. Throws a {@link VaultFault} `secret-missing` if it is not there or not whole. */
export function readSecret(file: string): Buffer {
  let secret: Buffer;
  try {
    secret = readFileSync(file);
  } catch (error) {
    throw new VaultFault(errorCode(error) === 'ENOENT' ? 'secret-missing' : 'folder-unreadable', file);
  }
  if (secret.length !== KEY_BYTES) throw new VaultFault('secret-missing', file);
  return secret;
}

/**
 * Whether the ledger, its keyslot file and their folder can be written: tried, not asked, because permission bits do not tell
 * everywhere. False on a read-only disk or without permission.
 */
export function isWritable(paths: VaultPaths): boolean {
  const trial = join(paths.ledgerFolder, '.suimon-write-test');
  try {
    for (const file of [paths.ledger, paths.keys]) closeSync(openSync(file, 'r+'));
    rmSync(trial, { force: true });
    closeSync(openSync(trial, 'wx'));
    rmSync(trial);
    return true;
  } catch {
    return false;
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function assertReadable(folder: string): void {
  try {
    readdirSync(folder);
  } catch {
    throw new VaultFault('folder-unreadable', folder);
  }
}
