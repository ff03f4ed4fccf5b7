// @ts-check
// The set-up step at the end of `npm ci`: finds out what this machine has and prepares what is missing.
import { join } from 'node:path';
import { hasDevDependencies, isEntry, isRoot, pins, registryRuntimeDir } from './paths.mjs';
import { addonDir, addonLoads, addonName, buildAddon, installAddon } from './setup/addon.mjs';
import { cacheState, makeEntry } from './setup/cache.mjs';
import { decideAddon, decideElectron, decideSystem, report } from './setup/decide.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { obtainOfficial, officialExecutable } from './setup/official-electron.mjs';
import { makeRegistryElectron } from './setup/registry-electron.mjs';
import {
  ensureAccount,
  installPackages,
  isDebian,
  missingLibraries,
  missingPackages,
} from './setup/system.mjs';

/** @returns {Promise<{path: string, said: string}>} */
async function prepareElectron() {
  const official = await obtainOfficial();
  const dir = registryRuntimeDir();
  const decision = decideElectron({
    official: official.ok,
    officialReason: official.ok ? '' : official.reason,
    platform: process.platform,
    arch: process.arch,
    musl: isMusl(),
    cache: official.ok ? 'missing' : await cacheState(dir),
  });
  switch (decision.use) {
    case 'official':
      return { path: officialExecutable() ?? '', said: `${pins.electron} (official)` };
    case 'none':
      throw new SetupFailure(decision.reason, decision.remedy);
    case 'make':
      await makeEntry(dir, makeRegistryElectron);
  }
  const how =
    decision.use === 'cached' ? 'cached' : decision.corrupt ? 'cache was damaged, made anew' : 'made';
  return { path: join(dir, 'electron'), said: `${pins.registryRuntime.electron} (registry runtime, ${how})` };
}

/** @param {{electron: string, compiler: boolean}} needs @returns {{said: string, electronRuns: boolean}} */
function prepareSystem({ electron, compiler }) {
  const missing = missingPackages({ executable: electron, compiler });
  const decision = decideSystem({ platform: process.platform, debian: isDebian(), root: isRoot(), missing });
  const { account } = ensureAccount();
  const who = account === undefined ? '' : `, account ${account}`;
  if (decision.act === 'install') installPackages(decision.packages);
  const still = missingLibraries(electron);
  if (decision.act === 'install' && still.length > 0) {
    throw new SetupFailure(
      `Electron lacks ${still.join(', ')}`,
      'Install the packages that hold these libraries and run npm ci again.',
    );
  }
  const electronRuns = still.length === 0;
  switch (decision.act) {
    case 'nothing':
      return { said: `system libraries present${who}`, electronRuns };
    case 'install':
      return { said: `installed ${decision.packages.join(' ')}${who}`, electronRuns };
    case 'tell':
      return { said: `still needed: ${decision.command}`, electronRuns };
  }
}

/** @param {string[]} executables each must be able to load the addon @returns {Promise<string>} */
async function prepareAddon(executables) {
  const dir = addonDir();
  const file = join(dir, addonName);
  /** @param {string} [addon] */
  const loads = (addon) => executables.every((executable) => addonLoads(executable, addon));
  const installedLoads = loads();
  const cache = installedLoads ? 'missing' : await cacheState(dir);
  const decision = decideAddon({
    installedLoads,
    platform: process.platform,
    cache,
    cachedLoads: cache === 'good' && loads(file),
  });
  switch (decision.use) {
    case 'installed':
      return 'addon in place';
    case 'none':
      throw new SetupFailure(decision.reason, decision.remedy);
    case 'build':
      await makeEntry(dir, buildAddon);
  }
  installAddon(file);
  if (!loads()) {
    throw new SetupFailure(
      'the database addon was built but does not load',
      `Delete ${dir} and run npm ci again; if it stays so, use Node 22.14 or newer.`,
    );
  }
  return `addon rebuilt${decision.use === 'cached' ? ' (cached)' : ''}`;
}

function isMusl() {
  if (process.platform !== 'linux') return false;
  const { header } = /** @type {{header: Record<string, unknown>}} */ (process.report.getReport());
  return header.glibcVersionRuntime === undefined;
}

/** @returns {Promise<string>} the one line */
export async function setUp() {
  if (!hasDevDependencies()) return 'suimon set-up: nothing to do without the development dependencies';
  const electron = await prepareElectron();
  const system = prepareSystem({ electron: electron.path, compiler: !addonLoads(process.execPath) });
  const addon = await prepareAddon(
    system.electronRuns ? [process.execPath, electron.path] : [process.execPath],
  );
  return report({ electron: electron.said, addon, system: system.said });
}

if (isEntry(import.meta.url)) {
  try {
    process.stdout.write(`${await setUp()}\n`);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`suimon set-up failed: ${error.message}\n${error.remedy}\n`);
    process.exitCode = 1;
  }
}
