import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { syncFolder } from './atomic-file.ts';
import type { VaultPaths } from './paths.ts';

/** Where a backup is copied to before it takes the ledger's place, and what that folder is called once it is decided on. */
const STAGED = 'restore.unfinished';
const DECIDED = /^restore\.decided-(?<stamp>\d{8}-\d{6})$/u;

/** Ledgers for which this process has a copy ready: what stands there is no leftover. */
const ready = new Set<string>();

/** The folder for the copy, on the ledger's own disk. Until {@link dropRestore} no start of the program removes it. */
export function beginRestore(paths: VaultPaths): string {
  dropRestore(paths);
  ready.add(paths.ledger);
  return stagedFolder(paths);
}

/** Removes the copy, if there is one. */
export function dropRestore(paths: VaultPaths): void {
  ready.delete(paths.ledger);
  rmSync(stagedFolder(paths), { recursive: true, force: true });
}

/** The folder for the copy of a drill; away from the ledger, and removed at the next start. */
export function drillFolder({ appFolder }: VaultPaths): string {
  return join(appFolder, 'drill.unfinished');
}

function stagedFolder({ ledgerFolder }: VaultPaths): string {
  return join(ledgerFolder, STAGED);
}

/**
 * Decides that the copy takes the ledger's place, and puts it there. What stands there now is moved to `replaced-<stamp>`
 * beside it. After a crash {@link finishRestore} finishes it.
 */
export function decideRestore(paths: VaultPaths, stamp: string): void {
  syncFolder(stagedFolder(paths));
  renameSync(stagedFolder(paths), join(paths.ledgerFolder, `restore.decided-${stamp}`));
  syncFolder(paths.ledgerFolder);
  ready.delete(paths.ledger);
  finishRestore(paths);
}

/** Finishes a restore that was decided on; removes what one that was not has left. May be called again and again. */
export function finishRestore(paths: VaultPaths): void {
  removeIfPossible(drillFolder(paths));
  for (const name of readdirSync(paths.ledgerFolder)) {
    const stamp = DECIDED.exec(name)?.groups?.['stamp'];
    if (stamp !== undefined) finish(paths, name, stamp);
    else if (name === STAGED && !ready.has(paths.ledger)) removeIfPossible(join(paths.ledgerFolder, name));
  }
}

function finish(paths: VaultPaths, name: string, stamp: string): void {
  const decided = join(paths.ledgerFolder, name);
  const replaced = join(paths.ledgerFolder, `replaced-${stamp}`);
  for (const file of [paths.ledger, paths.keys]) {
    const restored = join(decided, basename(file));
    // Once it has been moved, what stands in the place is the new one.
    if (!existsSync(restored)) continue;
    setAside(paths.ledgerFolder, basename(file), replaced);
    renameSync(restored, file);
  }
  syncFolder(paths.ledgerFolder);
  rmdirSync(decided);
  syncFolder(paths.ledgerFolder);
}

/** Moves a file, and what belongs to it (WAL, copies that migrations made), out of the way. */
function setAside(folder: string, file: string, replaced: string): void {
  const own = readdirSync(folder).filter(
    (name) =>
      name === file || name === `${file}-wal` || name === `${file}-shm` || name.startsWith(`${file}.before-`),
  );
  if (own.length > 0) mkdirSync(replaced, { recursive: true, mode: 0o700 });
  for (const name of own) renameSync(join(folder, name), join(replaced, name));
}

/** On a disk that cannot be written it stays, and harms nobody. */
function removeIfPossible(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // As said.
  }
}
