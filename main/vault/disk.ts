import { statfs } from 'node:fs/promises';

/** Bytes that this user may still write to the disk a folder is on; undefined if the system does not say. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
