// @ts-check
import { readFileSync } from 'node:fs';
import { isRoot, pins } from '../paths.mjs';
import { SetupFailure } from './failure.mjs';
import { hasCommand, run, tail } from './run.mjs';

const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
/** Programs by the Debian package that holds them. */
const PROGRAMS = {
  Xvfb: 'xvfb',
  xauth: 'xauth',
  strace: 'strace',
  clamscan: 'clamav',
  clamdscan: 'clamdscan',
  // Not on everybody's search path.
  '/usr/sbin/clamd': 'clamav-daemon',
};
const COMPILER = { python3: 'python3', make: 'make', 'g++': 'g++' };

/** True on Debian and what is made from it. */
export function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** The shared libraries an executable asks for and does not find. @param {string} executable */
export function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  return [...run('ldd', [executable]).output.matchAll(/^\s*(\S+) => not found/gm)].map(
    (match) => match[1] ?? '',
  );
}

/**
 * The Debian packages without which Electron, its tests or a build of the addon cannot run here.
 * @param {{executable: string, compiler: boolean}} needs
 */
export function missingPackages(needs) {
  if (process.platform !== 'linux') return [];
  const programs = { ...PROGRAMS, ...(needs.compiler ? COMPILER : {}) };
  const lacking = Object.entries(programs).filter(([program]) => !hasCommand(program));
  const libraries = missingLibraries(needs.executable).length > 0 ? LIBRARIES : [];
  return [...libraries, ...lacking.map(([, name]) => name)];
}

/** Installs Debian packages. @param {string[]} packages */
export function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=300'];
  const updated = run('apt-get', ['update', ...options], { env });
  // Debian 13 renamed some libraries when its time type grew to 64 bits.
  const names = packages.map((name) => (run('apt-cache', ['show', `${name}t64`]).ok ? `${name}t64` : name));
  const installed = run('apt-get', ['install', '-y', '--no-install-recommends', ...options, ...names], {
    env,
  });
  if (!installed.ok) {
    throw new SetupFailure(
      `system packages could not be installed: ${tail(updated.ok ? installed.output : updated.output)}`,
      `Install them by hand and run npm ci again: apt-get install -y ${names.join(' ')}`,
    );
  }
}

/** True if an account of this name exists. @param {string} name */
export function accountExists(name) {
  return run('id', ['-u', name]).ok;
}

/**
 * The unprivileged account that runs Electron when we are root: `SUIMON_RUN_AS`, or our own, made if it is not there.
 * Root itself cannot have Chromium's sandbox.
 * @returns {{account: string | undefined, made: boolean}} undefined where none is needed
 */
export function ensureAccount() {
  if (process.platform !== 'linux' || !isRoot()) return { account: undefined, made: false };
  const account = process.env.SUIMON_RUN_AS || pins.account;
  if (accountExists(account)) return { account, made: false };
  const made = run('useradd', [
    '--system',
    '--user-group',
    '--create-home',
    '--home-dir',
    `/var/lib/${account}`,
    '--shell',
    '/usr/sbin/nologin',
    account,
  ]);
  if (!made.ok && !accountExists(account)) {
    throw new SetupFailure(
      `no unprivileged account to run Electron with: ${tail(made.output)}`,
      'Name an existing one in SUIMON_RUN_AS, or run npm ci as a user who is not root.',
    );
  }
  return { account, made: true };
}
