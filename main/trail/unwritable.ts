import type { ReadOnlyReason } from '../../shared/accounts/model.ts';
import { faultOf } from '../vault/fault.ts';

/** The code of an error that SQLite raised, for instance `SQLITE_FULL`; undefined for any other error. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code } = error;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

/**
 * Why the trail cannot be written, judged by SQLite's error (sqlite.org/rescode.html); undefined when the error is not of
 * the file but of the program, and has to be thrown on.
 */
export function unwritable(error: unknown): ReadOnlyReason | undefined {
  const code = sqliteCode(error);
  if (code === undefined) return undefined;
  if (code === 'SQLITE_FULL') return 'disk-full';
  if (faultOf(error, '')?.fault === 'ledger-damaged') return 'damaged';
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'SQLITE_CANTOPEN')
    return 'read-only-folder';
  if (code.startsWith('SQLITE_IOERR')) return 'write-failed';
  return undefined;
}
