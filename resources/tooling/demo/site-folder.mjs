// @ts-check
import { chmodSync, chownSync, cpSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { accountFolder } from '../stage.mjs';

/** Gives everything below a folder to the folder's owner. @param {string} folder */
function toOwner(folder) {
  const { uid, gid } = lstatSync(folder);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, name), uid, gid);
}

/**
 * A copy of a site folder which the Electron started by `launcher` may write to. The one who asks removes it.
 * @param {string} site
 */
export function copySite(site) {
  const copy = accountFolder('suimon-site-');
  cpSync(site, copy, { recursive: true });
  if (process.getuid?.() === 0) toOwner(copy);
  chmodSync(copy, 0o700);
  return copy;
}
