// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageDir, pins } from '../paths.mjs';
import { run, tail } from './run.mjs';

const PROBE_MS = 10_000;
const UNREACHABLE_MS = 15_000;
const DOWNLOAD_MS = 15 * 60_000;

/** The executable of the official Electron of the pinned version, or undefined if it is not installed. */
export function officialExecutable() {
  const folder = packageDir('electron');
  try {
    if (
      readFileSync(join(folder, 'dist', 'version'), 'utf8')
        .trim()
        .replace(/^v/, '') !== pins.electron
    )
      return undefined;
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Gets the official Electron with the package's own downloader (which checks its checksums and has a cache of its own).
 * Where the download site does not answer, the downloader still gets a moment: its cache or its mirror settings may serve.
 * @returns {Promise<{ok: true, downloaded: boolean} | {ok: false, reason: string}>}
 */
export async function obtainOfficial() {
  if (officialExecutable()) return { ok: true, downloaded: false };
  const probe = await reach();
  const result = run(process.execPath, [join(packageDir('electron'), 'install.js')], {
    timeoutMs: probe.ok ? DOWNLOAD_MS : UNREACHABLE_MS,
  });
  if (officialExecutable()) return { ok: true, downloaded: true };
  const why = probe.ok ? tail(result.output, 1) || 'the download was stopped' : probe.reason;
  return { ok: false, reason: why };
}

/** @returns {Promise<{ok: true} | {ok: false, reason: string}>} */
async function reach() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const base = mirror || 'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(`${base}v${pins.electron}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return answer.ok
      ? { ok: true }
      : { ok: false, reason: `${new URL(base).host} answered ${answer.status}` };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}
