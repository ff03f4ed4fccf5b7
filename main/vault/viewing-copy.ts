import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { VaultPaths } from './paths.ts';

/**
 * Copies a ledger that stands on a read-only disk, with its WAL, into the application's folder: SQLite cannot read a WAL database
 * where it cannot write. The copy is as encrypted as the original, is made anew at each opening, and is only ever read.
 * Answers its path.
 */
export function viewingCopy(paths: VaultPaths): string {
  const folder = join(paths.appFolder, 'viewing');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, 'ledger.suimon');
  copyWritable(paths.ledger, copy);
  if (existsSync(`${paths.ledger}-wal`)) copyWritable(`${paths.ledger}-wal`, `${copy}-wal`);
  return copy;
}

function copyWritable(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
