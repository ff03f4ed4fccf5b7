import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../resources/tooling/paths.mjs';
import { startArguments } from '../../resources/tooling/start.mjs';

test('the sandbox is off for root alone, and arguments are passed on', () => {
  expect(startArguments(['--lang=ja'], false)).toEqual([root, '--lang=ja']);
  expect(startArguments(['--lang=ja'], true)).toEqual(['--no-sandbox', root, '--lang=ja']);
});

test.skipIf(process.platform !== 'linux')('without a display it says so and what to do', () => {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const script = join(root, 'resources', 'tooling', 'start.mjs');
  const result = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  expect(result.status).toBe(1);
  expect(result.stderr).toBe(
    'There is no display here, so no window can open.\n' +
      'Run npm start in a graphical session, or xvfb-run -a npm start; npm run demo shows the program at work without a display.\n',
  );
});
