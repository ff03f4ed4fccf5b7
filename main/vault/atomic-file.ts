import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a whole file so that after a crash either the old or the new one is there: temporary name beside it, fsync,
 * rename, fsync of the folder. Throws the system's error, after which the old file stands as before.
 */
export function writeFileAtomic(file: string, bytes: string | Uint8Array, mode = 0o600): void {
  const temporary = `${file}.new`;
  rmSync(temporary, { force: true });
  try {
    writeFileSynced(temporary, bytes, mode);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(file));
}

/** Writes a file that must not exist yet, down to the disk. */
export function writeFileSynced(file: string, bytes: string | Uint8Array, mode = 0o600): void {
  const handle = openSync(file, 'wx', mode);
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Brings a file that something else has written down to the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Brings the names in a folder down to the disk. Windows has no such call for folders and does without. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
