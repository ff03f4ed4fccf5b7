import type { BackupFault } from '../../../shared/vault/model.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { errorCode, isDiskFull, VaultFault } from '../fault.ts';

/** What is wrong with a backup, or stands in the way of one. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
  readonly fault: BackupFault;
  readonly detail: Readonly<Record<string, string | number>>;

  constructor(fault: BackupFault, detail: Readonly<Record<string, string | number>> = {}) {
    super(fault);
    this.fault = fault;
    this.detail = detail;
  }
}

/** The problem that an error stands for. Throws on what is neither of the disk nor of the files. */
export function problemOf(error: unknown): BackupProblem {
  if (error instanceof BackupProblem) return error;
  if (error instanceof VaultFault) return new BackupProblem('ledger-damaged', { file: error.file });
  if (isDiskFull(error)) return new BackupProblem('no-room');
  const code = errorCode(error);
  if (code === undefined || code.startsWith('ERR_')) throw error;
  if (['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO'].includes(code)) return new BackupProblem('folder-gone');
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new BackupProblem('not-writable');
  return new BackupProblem('disk-failed', { code });
}

/** The refusal that an error stands for. Throws as {@link problemOf}. */
export function refusalOf(error: unknown): ReturnType<typeof refuse> {
  const { fault, detail } = problemOf(error);
  return refuse(fault === 'no-room' && detail['needed'] !== undefined ? 'no-room-for' : fault, { detail });
}
