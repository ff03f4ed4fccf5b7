import type { OpeningFault } from '../../shared/accounts/model.ts';

/** Why a ledger that exists cannot be opened or read, and which file it concerns. Never holds a secret. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault';
  readonly fault: OpeningFault;
  readonly file: string;

  constructor(fault: OpeningFault, file: string) {
    super(fault);
    this.fault = fault;
    this.file = file;
  }
}

/** The `code` of a system or SQLite error; undefined if the thrown value has none. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether an error says that the disk has no room left. */
export function isDiskFull(error: unknown): boolean {
  return ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '');
}

/**
 * The fault that an error thrown while reading the ledger stands for: pages that do not fit their authentication code or
 * each other (`ledger-damaged`), a file that may not be opened (`folder-unreadable`). Undefined for any other error.
 */
export function faultOf(error: unknown, file: string): VaultFault | undefined {
  if (error instanceof VaultFault) return error;
  const code = errorCode(error);
  if (code === undefined) return undefined;
  if (/^SQLITE_(?:CORRUPT|NOTADB|IOERR_SHORT_READ|IOERR_DATA|IOERR_CORRUPTFS)/u.test(code)) {
    return new VaultFault('ledger-damaged', file);
  }
  if (/^(?:SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM)/u.test(code)) {
    return new VaultFault('folder-unreadable', file);
  }
  return undefined;
}
