// @ts-check
// Before the tests in Electron, however they are started: the program as its sources are now, and a display.
import { ensureBuilt } from '../build.mjs';
import { hasDisplay, startDisplay } from '../display.mjs';

/** For Vitest's globalSetup. @returns {Promise<() => Promise<void>>} what to do afterwards */
export default async function setup() {
  await ensureBuilt();
  if (hasDisplay()) return async () => {};
  const display = await startDisplay();
  Object.assign(process.env, display.env);
  return display.stop;
}
