import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { Desk } from './accounts/desk.ts';
import { announce } from './features.ts';
import { dispatcher } from './ipc/dispatch.ts';
import { pushTo, registerChannels } from './ipc/register.ts';
import { logTo } from './log.ts';
import { closeNetwork, denyEverything } from './no-network.ts';
import { placesOf } from './places.ts';
import { declareScheme, serve } from './protocol.ts';
import { vaultPaths } from './vault/paths.ts';
import { confine, openWindow } from './window.ts';

const TICK = 5000;

const built = join(__dirname, '..');
const places = placesOf(process.argv, app.getPath('appData'));
mkdirSync(places.appFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', join(places.appFolder, 'window'));
app.setPath('crashDumps', join(places.appFolder, 'window', 'no-dumps'));
closeNetwork();
declareScheme();

const log = logTo(join(places.appFolder, 'suimon.log'), Date.now);
let window: BrowserWindow | undefined;
const contents = () => (window === undefined || window.isDestroyed() ? undefined : window.webContents);

if (app.requestSingleInstanceLock()) {
  void start();
} else {
  app.quit();
}

async function start(): Promise<void> {
  app.on('web-contents-created', (_event, created) => confine(created));
  app.on('second-instance', comeForward);
  await app.whenReady();

  const own = session.defaultSession;
  denyEverything(own);
  serve(own, join(built, 'renderer'));

  const push = pushTo(contents);
  const desk = new Desk({
    paths: vaultPaths(places.appFolder, places.ledgerFolder),
    clock: Date.now,
    push,
    committed: announce(push),
    report: log,
    demo: places.demo,
  });
  registerChannels(contents, dispatcher(desk, log), (name) => log(`rejected ${name}`, undefined));
  setInterval(() => void desk.tick(Date.now()), TICK);
  app.on('before-quit', quitOnce(desk));
  app.on('window-all-closed', () => app.quit());
  window = openWindow(built, own);
}

/** The first quit waits for the session's end to be written; the second goes through. */
function quitOnce(desk: Desk): (event: { preventDefault(): void }) => void {
  let ended = false;
  return (event) => {
    if (ended) return;
    event.preventDefault();
    ended = true;
    void desk
      .end('quit')
      .catch((error: unknown) => log('quit', error))
      // Not from within the prevented quit itself: Electron would lose it.
      .finally(() => setImmediate(() => app.quit()));
  };
}

function comeForward(): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
