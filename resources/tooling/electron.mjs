// @ts-check
// Where Electron is and how to start it: which executable, as whom, on which display.
import { join } from 'node:path';
import { isRoot, pins, registryRuntimeDir, root } from './paths.mjs';
import { isFinished } from './setup/cache.mjs';
import { officialExecutable } from './setup/official-electron.mjs';
import { stage } from './stage.mjs';

export { withDisplay, startDisplay } from './display.mjs';
export { accountFolder } from './stage.mjs';

/**
 * The Electron that the set-up prepared.
 * @returns {{path: string, version: string, official: boolean}} path: the executable
 * @throws if there is none
 */
export function electronInfo() {
  const official = officialExecutable();
  if (official !== undefined) return { path: official, version: pins.electron, official: true };
  const dir = registryRuntimeDir();
  if (!isFinished(dir)) throw new Error('Electron is not set up here. Run: npm ci');
  return { path: join(dir, 'electron'), version: pins.registryRuntime.electron, official: false };
}

/**
 * How to start the program so that Chromium's sandbox is on. For root, who cannot have it, that is a script that runs
 * Electron as an unprivileged account, from a copy of the built program which that account can read (the checkout may
 * lie where it cannot). The script becomes Electron: same process id, same arguments, same environment but for HOME.
 * @param {{asUser?: boolean}} [options] asUser: as that account if we are root (true unless said otherwise)
 * @returns {Promise<{executablePath: string, app: string}>} app: the folder to give as first argument
 */
export async function launcher({ asUser = true } = {}) {
  const { path } = electronInfo();
  if (!asUser || !isRoot() || process.platform !== 'linux') return { executablePath: path, app: root };
  return stage(path);
}
