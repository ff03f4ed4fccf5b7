// @ts-check
// npm start: builds if the sources changed, and opens the program. Arguments are passed on to it.
import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { electronInfo } from './electron.mjs';
import { isEntry, isRoot, root } from './paths.mjs';

const NO_DISPLAY = `There is no display here, so no window can open.
Run npm start in a graphical session, or xvfb-run -a npm start; npm run demo shows the program at work without a display.`;

/**
 * The arguments for Electron. Root cannot have Chromium's sandbox; everybody else keeps it.
 * @param {string[]} passed @param {boolean} asRoot
 */
export function startArguments(passed, asRoot) {
  return [...(asRoot ? ['--no-sandbox'] : []), root, ...passed];
}

if (isEntry(import.meta.url)) {
  if (hasDisplay()) await start();
  else {
    process.stderr.write(`${NO_DISPLAY}\n`);
    process.exitCode = 1;
  }
}

async function start() {
  const electron = electronInfo();
  await ensureBuilt();
  const asRoot = process.platform === 'linux' && isRoot();
  if (asRoot) {
    process.stderr.write(
      "Warning: started by root, so without Chromium's sandbox. Use an ordinary account for real work.\n",
    );
  }
  const child = spawn(electron.path, startArguments(process.argv.slice(2), asRoot), { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.once('close', (code) => process.exit(code ?? 1));
}
