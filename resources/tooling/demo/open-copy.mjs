// @ts-check
import { rmSync } from 'node:fs';
import { attach } from '../attach.mjs';
import { launcher, withDisplay } from '../electron.mjs';
import { copySite } from './site-folder.mjs';

/**
 * Opens the real program, with its sandbox, on a copy of a demo site that is removed afterwards.
 * @template T
 * @param {string} site
 * @param {(program: {electron: import('playwright').ElectronApplication, page: import('playwright').Page}) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function openCopy(site, work) {
  const folder = copySite(site);
  const { executablePath, app } = await launcher();
  try {
    return await withDisplay(async (env) => {
      const electron = await attach({
        executablePath,
        args: [app, `--site-folder=${folder}`, '--demo'],
        env: /** @type {Record<string, string>} */ (env),
        chromiumSandbox: true,
      });
      try {
        return await work({ electron, page: await electron.firstWindow() });
      } finally {
        await electron.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}
