// @ts-check
// Before the tests in Electron, however they are started: the program as its sources are now, and displays.
import { ensureBuilt } from '../build.mjs';
import { hasDisplay, startDisplay } from '../display.mjs';

/** Names the variable with the displays that were started, one for each worker (test/setup/own-display.ts). */
export const DISPLAYS = 'SUIMON_TEST_DISPLAYS';

/** For Vitest's globalSetup. @param {import('vitest/node').TestProject} project @returns {Promise<() => Promise<void>>} what to do afterwards */
export default async function setup({ config }) {
  await ensureBuilt();
  if (hasDisplay()) return async () => {};
  const workers = typeof config.maxWorkers === 'number' ? config.maxWorkers : 1;
  const displays = await Promise.all(Array.from({ length: workers }, () => startDisplay()));
  process.env[DISPLAYS] = JSON.stringify(displays.map(({ env }) => env));
  Object.assign(process.env, displays[0]?.env);
  return async () => {
    await Promise.all(displays.map(({ stop }) => stop()));
  };
}
