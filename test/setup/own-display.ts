import { DISPLAYS } from '../../resources/tooling/test/e2e-setup.mjs';

/**
 * Gives each worker a display of its own where virtual ones were started: without a window manager two windows lie one on the
 * other, and the one below may be given no frames to paint.
 */
const given = process.env[DISPLAYS];
if (given !== undefined) {
  const displays: unknown = JSON.parse(given);
  const own: unknown = Array.isArray(displays)
    ? displays[Number(process.env['VITEST_POOL_ID'] ?? 0) % displays.length]
    : undefined;
  Object.assign(process.env, own);
}
