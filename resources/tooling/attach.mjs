// @ts-check
// Starts the program under Playwright.
import { _electron } from 'playwright';

/** How long each start may take: most take two seconds, on a machine under load six. */
const TRIES_MS = [12_000, 20_000, 40_000];

/**
 * As Playwright's own launch, with an end. About once in two hundred starts Playwright is connected to both debuggers of a program
 * whose window is already there, and waits for ever for that window's first answer: the page it attached to has given way to the
 * program's own. A start that gets as far as that is made anew; whatever else goes wrong is thrown.
 * @param {NonNullable<Parameters<typeof _electron.launch>[0]>} options
 * @returns {Promise<import('playwright').ElectronApplication>}
 */
export async function attach(options) {
  let last;
  for (const timeout of TRIES_MS) {
    try {
      return await _electron.launch({ ...options, timeout });
    } catch (error) {
      if (!wasConnected(error)) throw error;
      last = error;
    }
  }
  throw last;
}

/** True if both connections stood before the time was over. @param {unknown} error */
function wasConnected(error) {
  const said = error instanceof Error ? error.message : '';
  return said.includes('Timeout') && said.split('<ws connected>').length === 3;
}
