import { existsSync, renameSync, rmSync } from 'node:fs';
import { syncFolder } from './atomic-file.ts';
import type { VaultPaths } from './paths.ts';

/**
 * Founding makes four files in two folders, under temporary names until all are on the disk. Giving `site.json` its name is the
 * moment at which the site is founded: before it nothing that remains looks founded, after it the other names are given at
 * the next start, if a crash came between.
 */
const STAGED = '.founding';

/** The paths under which founding prepares its files. */
export function stagedPaths(paths: VaultPaths): VaultPaths {
  return {
    ...paths,
    ledger: paths.ledger + STAGED,
    keys: paths.keys + STAGED,
    secret: paths.secret + STAGED,
    site: paths.site + STAGED,
  };
}

/** Whether any file of a founded site is there. */
export function anythingFounded(paths: VaultPaths): boolean {
  return [paths.site, paths.secret, paths.keys, paths.ledger].some((file) => existsSync(file));
}

/** Removes what a founding that did not come to its end has left. */
export function discardStaged(paths: VaultPaths): void {
  const staged = stagedPaths(paths);
  for (const file of [
    staged.ledger,
    `${staged.ledger}-wal`,
    `${staged.ledger}-shm`,
    staged.keys,
    staged.secret,
    staged.site,
  ]) {
    rmSync(file, { force: true });
  }
}

/** Founds the site whose files are prepared: the site's name first, then the others. */
export function commitFounding(paths: VaultPaths): void {
  renameSync(stagedPaths(paths).site, paths.site);
  syncFolder(paths.appFolder);
  finishFounding(paths);
}

/** Gives the files of a founded site their names where a crash has kept them from it. Overwrites nothing. */
export function finishFounding(paths: VaultPaths): void {
  if (!existsSync(paths.site)) return;
  const staged = stagedPaths(paths);
  const renames = [
    [staged.secret, paths.secret],
    [staged.keys, paths.keys],
    [staged.ledger, paths.ledger],
  ] as const;
  const pending = renames.filter(([from, to]) => existsSync(from) && !existsSync(to));
  for (const [from, to] of pending) renameSync(from, to);
  if (pending.length === 0) return;
  syncFolder(paths.appFolder);
  syncFolder(paths.ledgerFolder);
}
