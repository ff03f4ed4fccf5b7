// @ts-check

/**
 * The decisions of the set-up, apart from all I/O.
 * @typedef {'good' | 'missing' | 'corrupt'} CacheState
 * @typedef {{reason: string, remedy: string}} Failure
 */

/**
 * Which Electron to use. The official one is always preferred; the registry's exists for Linux x64 with glibc only.
 * @param {{official: boolean, officialReason: string, platform: string, arch: string, musl: boolean, cache: CacheState}} facts
 * @returns {{use: 'official'} | {use: 'cached'} | {use: 'make', corrupt: boolean} | ({use: 'none'} & Failure)}
 */
export function decideElectron(facts) {
  if (facts.official) return { use: 'official' };
  if (facts.platform !== 'linux' || facts.arch !== 'x64' || facts.musl) {
    const machine = `${facts.platform}-${facts.arch}${facts.musl ? ' (musl)' : ''}`;
    return {
      use: 'none',
      reason: `Electron could not be downloaded (${facts.officialReason}), and there is no other one for ${machine}`,
      remedy:
        'Let this machine reach github.com, or name a mirror in ELECTRON_MIRROR, or a proxy in HTTPS_PROXY, and run npm ci again.',
    };
  }
  if (facts.cache === 'good') return { use: 'cached' };
  return { use: 'make', corrupt: facts.cache === 'corrupt' };
}

/**
 * Which database addon to use: the one in place if it loads, else one built here before, else one built now.
 * @param {{installedLoads: boolean, platform: string, cache: CacheState, cachedLoads: boolean}} facts
 * @returns {{use: 'installed'} | {use: 'cached'} | {use: 'build'} | ({use: 'none'} & Failure)}
 */
export function decideAddon(facts) {
  if (facts.installedLoads) return { use: 'installed' };
  if (facts.platform !== 'linux') {
    return {
      use: 'none',
      reason: 'the database addon that came with better-sqlite3 does not load in this Node',
      remedy: 'Use Node 22.14 or newer and run npm ci again.',
    };
  }
  return facts.cache === 'good' && facts.cachedLoads ? { use: 'cached' } : { use: 'build' };
}

/**
 * What to do about system packages that are missing.
 * @param {{platform: string, debian: boolean, root: boolean, missing: string[]}} facts
 * @returns {{act: 'nothing'} | {act: 'install', packages: string[]} | {act: 'tell', command: string}}
 */
export function decideSystem(facts) {
  if (facts.platform !== 'linux' || facts.missing.length === 0) return { act: 'nothing' };
  if (facts.debian && facts.root) return { act: 'install', packages: facts.missing };
  const names = facts.missing.join(' ');
  return {
    act: 'tell',
    command: facts.debian
      ? `sudo apt-get install -y ${names}`
      : `install what Debian calls ${names} with this system's package manager`,
  };
}

/**
 * The one line that the set-up prints.
 * @param {{electron: string, addon: string, system: string}} parts
 */
export function report(parts) {
  return `suimon set-up: Electron ${parts.electron}, ${parts.addon}, ${parts.system}`;
}
