import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VaultFault } from './fault.ts';
import type { VaultPaths } from './paths.ts';

/**
 * Copies a ledger that stands on a read-only disk, with its WAL, into the application's folder: SQLite cannot read a WAL database
 * where it cannot write. The copy is as encrypted as the original, is only ever read, and goes with {@link discardViewingCopy}.
 * Answers its path. Throws a {@link VaultFault} `folder-unreadable` if the application's folder cannot be written either.
 */
export function viewingCopy(paths: VaultPaths): string {
  const folder = viewingFolder(paths);
  const copy = join(folder, 'ledger.suimon');
  try {
    discardViewingCopy(paths);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new VaultFault('folder-unreadable', folder);
  }
  copyWritable(paths.ledger, copy);
  if (existsSync(`${paths.ledger}-wal`)) copyWritable(`${paths.ledger}-wal`, `${copy}-wal`);
  return copy;
}

/** Removes the copy, if there is one. */
export function discardViewingCopy(paths: VaultPaths): void {
  rmSync(viewingFolder(paths), { recursive: true, force: true });
}

function viewingFolder({ appFolder }: VaultPaths): string {
  return join(appFolder, 'viewing');
}

function copyWritable(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
