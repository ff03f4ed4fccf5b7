import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attach } from '../../resources/tooling/attach.mjs';
import { accountFolder, electronInfo, launcher } from '../../resources/tooling/electron.mjs';

let folder: string;

/** The smallest app with a sandboxed window, where the account that runs it can read it. */
beforeAll(() => {
  folder = accountFolder('suimon-electron-test-');
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(
    join(app, 'package.json'),
    '{"name":"tiny","productName":"Tiny","version":"0.0.7","main":"main.cjs"}',
  );
  writeFileSync(
    join(app, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadURL('data:text/html,<h1>tiny</h1>'));`,
  );
  chmodSync(app, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open() {
  const { executablePath } = await launcher();
  const args = [join(folder, 'app'), `--user-data-dir=${join(folder, 'data')}`];
  return attach({ executablePath, args, chromiumSandbox: true });
}

describe('the Electron that the set-up prepared', () => {
  test('runs an app with its name, version and folder, unprivileged, as the very process that was started', async () => {
    const electron = await open();
    const started = electron.process().pid;
    const said = await electron.evaluate(({ app }) => ({
      pid: process.pid,
      uid: process.getuid?.(),
      name: app.name,
      version: app.getVersion(),
      path: app.getAppPath(),
      packaged: app.isPackaged,
      electron: process.versions.electron,
    }));
    await electron.close();
    expect(said).toEqual({
      pid: started,
      uid: statSync(folder).uid,
      name: 'Tiny',
      version: '0.0.7',
      path: join(folder, 'app'),
      packaged: false,
      electron: electronInfo().version,
    });
    expect(said.uid).not.toBe(0);
  });

  test.skipIf(process.platform !== 'linux')(
    "has Chromium's sandbox: system calls of the window are filtered",
    async () => {
      const electron = await open();
      const window = await electron.firstWindow();
      expect(await window.textContent('h1')).toBe('tiny');
      const renderer = await electron.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.getOSProcessId(),
      );
      const status = readFileSync(`/proc/${renderer}/status`, 'utf8');
      await electron.close();
      expect(status).toMatch(/^Seccomp:\t2$/m);
      expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    },
  );
});
