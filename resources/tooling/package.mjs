// @ts-check
// npm run package: the program as it is handed out, in release/ (or the folder given), without developer's ways in.
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { ensureBuilt } from './build.mjs';
import { electronInfo } from './electron.mjs';
import { isEntry, root } from './paths.mjs';

/**
 * Packages the built program for Linux with the Electron that the set-up prepared. Releases are packaged where an official
 * one can be had; elsewhere this shows that the package works.
 * @param {string} [output] the folder to write to
 * @returns {Promise<string>} the executable
 */
export async function packageProgram(output = join(root, 'release')) {
  await ensureBuilt();
  const { path, version, official } = electronInfo();
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      directories: { output },
      electronVersion: version,
      ...(official ? {} : { electronDist: dirname(path) }),
    },
  });
  return join(output, 'linux-unpacked', 'suimon');
}

if (isEntry(import.meta.url)) process.stdout.write(`${await packageProgram(process.argv[2])}\n`);
