// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './setup/cache.mjs';

/**
 * A digest of files and of all that is below folders, names included; what is not there is left out.
 * @param {string} folder the checkout @param {readonly string[]} sources paths below it
 * @returns {string} SHA-256, hex
 */
export function sourcesDigest(folder, sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(folder, source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory() ? filesBelow(path).map((file) => join(path, file)) : [path];
    for (const file of files)
      hash
        .update(`${file.slice(folder.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}
