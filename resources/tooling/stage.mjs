// @ts-check
// A copy of the built program for the unprivileged account, for a root whose checkout that account cannot read.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheRoot, packageJson, root } from './paths.mjs';
import { addonName } from './setup/addon.mjs';
import { filesBelow, isFinished, makeEntry } from './setup/cache.mjs';
import { run } from './setup/run.mjs';
import { ensureAccount } from './setup/system.mjs';

const KEPT_MS = 2 * 24 * 60 * 60 * 1000;

/** Paths below the checkout that the program needs at run time. */
function parts() {
  const resources = existsSync(join(root, 'resources'))
    ? readdirSync(join(root, 'resources')).filter((name) => name !== 'tooling')
    : [];
  const database = 'node_modules/better-sqlite3';
  return [
    'package.json',
    'dist',
    ...resources.map((name) => `resources/${name}`),
    ...Object.keys(packageJson.dependencies)
      .filter((name) => name !== 'better-sqlite3')
      .map((name) => `node_modules/${name}`),
    `${database}/package.json`,
    `${database}/lib`,
    `${database}/prebuilds/${addonName}`,
  ].filter((part) => existsSync(join(root, part)));
}

/** @param {string[]} paths */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const full = join(root, path);
    const files = statSync(full).isDirectory() ? filesBelow(full).map((file) => join(full, file)) : [full];
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash;
}

/** The numbers of an account. @param {string} account */
function ids(account) {
  return { uid: Number(run('id', ['-u', account]).stdout), gid: Number(run('id', ['-g', account]).stdout) };
}

/** @param {string} account @param {string} path */
function canRead(account, path) {
  return run('setpriv', [...become(account), 'test', '-r', path]).ok;
}

/** @param {string} account */
function become(account) {
  return [`--reuid=${account}`, `--regid=${ids(account).gid}`, '--init-groups', '--'];
}

/**
 * Lays out the program and a script that starts it as the unprivileged account. What is laid out is named by its
 * content, so a build never changes a copy that is running.
 * @param {string} electron the executable
 * @returns {Promise<{executablePath: string, app: string}>}
 */
export async function stage(electron) {
  const { account } = ensureAccount();
  if (account === undefined) return { executablePath: electron, app: root };
  const executable = await reachable(electron, account);
  const paths = parts();
  const mark = digest(paths)
    .update(launchScript(executable, account, ''))
    .digest('hex')
    .slice(0, 16);
  const base = join(cacheRoot(), 'stage');
  const folder = join(base, mark);
  const app = join(folder, 'app');
  const script = join(folder, 'electron');
  if (isFinished(folder)) utimesSync(folder, new Date(), new Date());
  else {
    await makeEntry(folder, async (temporary) => {
      for (const part of paths) {
        cpSync(join(root, part), join(temporary, 'app', part), { recursive: true, dereference: true });
      }
      writeFileSync(join(temporary, 'electron'), launchScript(executable, account, app), { mode: 0o755 });
    });
    dropOld(base);
  }
  if (!canRead(account, app)) {
    throw new Error(
      `The account ${account} cannot read ${folder}. Let SUIMON_CACHE name a folder that every account can enter, or unset it.`,
    );
  }
  return { executablePath: script, app };
}

/**
 * The executable itself if the account can read it, else a copy of its folder in the cache.
 * @param {string} electron @param {string} account
 */
async function reachable(electron, account) {
  if (canRead(account, electron)) return electron;
  const copy = join(
    cacheRoot(),
    `electron-copy-${createHash('sha256').update(readFileSync(electron)).digest('hex').slice(0, 12)}`,
  );
  if (!isFinished(copy)) {
    await makeEntry(copy, async (temporary) => cpSync(dirname(electron), temporary, { recursive: true }));
  }
  return join(copy, 'electron');
}

/**
 * setpriv and not runuser, because it becomes the program instead of waiting beside it: the process that a test starts,
 * kills or traces is Electron itself. The X cookie is root's; the account gets a copy.
 * @param {string} executable @param {string} account @param {string} app
 */
function launchScript(executable, account, app) {
  const home = run('sh', ['-c', `getent passwd "$1" | cut -d: -f6`, 'sh', account]).stdout.trim();
  return `#!/bin/sh
cd ${quoted(app)} || exit 1
if [ -n "$XAUTHORITY" ] && [ -r "$XAUTHORITY" ]; then
  copy=${quoted(home)}/.Xauthority"$DISPLAY"
  install -m 600 -o ${account} "$XAUTHORITY" "$copy.$$" && mv -f "$copy.$$" "$copy" && export XAUTHORITY="$copy"
fi
unset XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME DBUS_SESSION_BUS_ADDRESS
export HOME=${quoted(home)} USER=${account} LOGNAME=${account}
exec setpriv ${become(account).map(quoted).join(' ')} ${quoted(executable)} "$@"
`;
}

/** As one word of a shell. @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** @param {string} base */
function dropOld(base) {
  for (const name of readdirSync(base)) {
    const path = join(base, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * A new empty folder that the Electron started by `launcher` may write to.
 * @param {string} prefix of its name
 */
export function accountFolder(prefix) {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const { account } = ensureAccount();
  if (account !== undefined) {
    const { uid, gid } = ids(account);
    chownSync(folder, uid, gid);
    chmodSync(folder, 0o700);
  }
  return folder;
}
