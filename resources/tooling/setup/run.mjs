// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * Runs a command to its end, quietly.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number}} [options]
 * @returns {{ok: boolean, output: string, stdout: string, signal: string | null}} output: both streams, for messages
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [result.stdout, result.stderr, result.error?.message].filter(Boolean).join('\n').trim();
  return { ok: result.status === 0, output, stdout: result.stdout ?? '', signal: result.signal };
}

/** The last lines of an output, to quote in a message. @param {string} output @param {number} [lines] */
export function tail(output, lines = 6) {
  return output.trim().split('\n').slice(-lines).join('\n');
}

/** True if a command is on the PATH. @param {string} command */
export function hasCommand(command) {
  return run('sh', ['-c', `command -v ${command}`]).ok;
}
