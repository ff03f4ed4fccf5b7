// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 20_000;

/** True if this process can open windows on somebody's screen. @param {NodeJS.ProcessEnv} [env] */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Bytes after their length, in two bytes. @param {Buffer} bytes */
function counted(bytes) {
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

/**
 * An Xauthority file's one record, good for every display (family wild, no address, no number), as libXau reads it.
 * @param {Buffer} cookie
 */
function authority(cookie) {
  const none = Buffer.alloc(0);
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  return Buffer.concat([Buffer.from([0xff, 0xff]), ...[none, none, name, cookie].map(counted)]);
}

/**
 * Starts a virtual X display that only holders of its cookie can use.
 * @param {{size?: string}} [options] size: as width x height x depth
 * @returns {Promise<{env: {DISPLAY: string, XAUTHORITY: string}, stop: () => Promise<void>}>}
 */
export async function startDisplay({ size = '1920x1200x24' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'suimon-display-'));
  const auth = join(folder, 'authority');
  writeFileSync(auth, authority(randomBytes(16)), { mode: 0o600 });
  // It ends with this process, however that ends.
  const server = spawn(
    'setpriv',
    [
      '--pdeathsig',
      'TERM',
      '--',
      'Xvfb',
      '-displayfd',
      '3',
      '-screen',
      '0',
      size,
      '-nolisten',
      'tcp',
      '-noreset',
      '-auth',
      auth,
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise((resolve) => server.once('close', resolve));
  const stop = async () => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const number = await displayNumber(server);
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: auth }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let number = '';
    let errors = '';
    const fail = (/** @type {string} */ why) =>
      reject(new Error(`Xvfb did not start: ${why}. Debian: apt-get install xvfb`));
    const timer = setTimeout(() => fail('no answer'), START_MS);
    server.once('error', (error) => fail(error.message));
    server.once('close', () => fail(errors.trim() || 'it ended'));
    server.stderr?.on('data', (data) => (errors += data));
    server.stdio[3]?.on('data', (data) => {
      number += data;
      if (!number.includes('\n')) return;
      clearTimeout(timer);
      resolve(number.trim());
    });
  });
}

/**
 * Runs something with a display: the present one, or a virtual one that is stopped afterwards.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets the environment to start windows with
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work(process.env);
  const display = await startDisplay();
  try {
    return await work({ ...process.env, ...display.env });
  } finally {
    await display.stop();
  }
}
