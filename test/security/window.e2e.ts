import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PASSWORD, PEOPLE } from '../e2e/site.ts';
import { emptySite, type Program, someSite, start } from '../e2e/harness.ts';
import { signIn } from '../e2e/steps.ts';

/** What main's own handler of a channel answers to a sender, as the text of an outcome. */
async function callHandler(
  program: Program,
  sender: 'own window' | 'subframe' | 'nobody' | 'another window',
  args: readonly unknown[],
): Promise<string> {
  return program.electron.evaluate(
    async ({ ipcMain, BrowserWindow, webContents }, { sender: from, args: given }) => {
      type Handler = (event: unknown, ...rest: readonly unknown[]) => Promise<unknown>;
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
      if (!(handlers instanceof Map)) return 'no handlers';
      const handler = handlers.get('accounts.gate') as Handler;
      const own = webContents.getAllWebContents()[0]?.mainFrame;
      const other = from === 'another window' ? new BrowserWindow({ show: false }) : undefined;
      await other?.loadURL('about:blank');
      const frame = {
        'own window': own,
        subframe: own?.frames[0],
        nobody: null,
        'another window': other?.webContents.mainFrame,
      }[from];
      if (frame === undefined) return 'no such frame';
      try {
        return JSON.stringify(await handler({ senderFrame: frame }, ...given));
      } catch (error) {
        return String(error);
      } finally {
        other?.destroy();
      }
    },
    { sender, args },
  );
}

const UNTRUSTED = 'Error: suimon: sender not trusted';

const logOf = (folder: string): string => readFileSync(join(folder, 'app', 'suimon.log'), 'utf8');

describe('P1 who may call main, and how', () => {
  test('P1 a subframe, another window of a foreign origin and a frame that has gone are rejected, and the log says so', async () => {
    const folder = someSite();
    const program = await start(folder);
    await program.page.evaluate(() => {
      document.body.append(document.createElement('iframe'));
    });
    expect(await callHandler(program, 'own window', [{}])).toContain('"state":"locked"');
    expect(await callHandler(program, 'subframe', [{}])).toBe(UNTRUSTED);
    expect(await callHandler(program, 'another window', [{}])).toBe(UNTRUSTED);
    expect(await callHandler(program, 'nobody', [{}])).toBe(UNTRUSTED);
    expect(logOf(folder).match(/rejected accounts\.gate/gu)).toHaveLength(3);
  });

  test('P1 a subframe gets no bridge of its own', async () => {
    const { page } = await start(someSite());
    const inFrame = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return typeof frame.contentWindow?.suimon;
    });
    expect(inFrame).toBe('undefined');
  });

  test('P1 extra or missing arguments are refused before any work', async () => {
    const program = await start(someSite());
    const refused = JSON.stringify({
      ok: false,
      refusal: { code: 'invalid-input', detail: { problem: 'arguments' } },
    });
    expect(await callHandler(program, 'own window', [{}, 'more'])).toBe(refused);
    expect(await callHandler(program, 'own window', [])).toBe(refused);
  });

  test('P1 the bridge has the channels of the contracts and nothing by which another could be called', async () => {
    const { page } = await start(someSite());
    const seen = await page.evaluate(() => {
      const bridge: unknown = window.suimon;
      if (typeof bridge !== 'object' || bridge === null) return undefined;
      const outcome = (work: () => unknown): string => {
        try {
          return typeof work();
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      };
      const on: unknown = Reflect.get(bridge, 'on');
      const accounts: unknown = Reflect.get(bridge, 'accounts');
      return {
        features: Object.keys(bridge).toSorted(),
        unknown:
          typeof accounts === 'object' && accounts !== null ? typeof Reflect.get(accounts, 'drop') : 'none',
        unknownPush: outcome(() => typeof on === 'function' && on('accounts', 'everything', () => undefined)),
        globals: ['require', 'process', 'ipcRenderer', 'Buffer', 'module'].filter(
          (name) => name in globalThis,
        ),
        frozen: outcome(() => Reflect.set(bridge, 'accounts', {}) && 'changed') === 'string' ? 'no' : 'yes',
      };
    });
    expect(seen).toEqual({
      features: ['accounts', 'entries', 'media', 'on', 'sheets', 'trail', 'vault'],
      unknown: 'undefined',
      unknownPush: 'suimon: no such message',
      globals: [],
      frozen: 'yes',
    });
  });
});

describe('P5 the ways out of the page', () => {
  test('P5 navigation by script, link, form and redirect goes nowhere', async () => {
    const { page, electron } = await start(someSite());
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://suimon.invalid/link';
      const form = document.createElement('form');
      form.action = 'https://suimon.invalid/form';
      document.body.append(link, form);
      link.click();
      form.submit();
      location.assign('https://suimon.invalid/script');
      location.assign('file:///etc/passwd');
      location.assign('data:text/html,foreign');
    });
    const urls = await electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((one) => one.getURL()),
    );
    expect(urls).toEqual(['app://suimon/']);
    expect(await page.evaluate(() => location.href)).toBe('app://suimon/');
  });

  test('P5 no second window and no webview opens', async () => {
    const { page, electron } = await start(someSite());
    const opened = await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://suimon.invalid/';
      link.target = '_blank';
      document.body.append(link, document.createElement('webview'));
      link.click();
      return [
        window.open('https://suimon.invalid/'),
        window.open('app://suimon/'),
        window.open('about:blank'),
      ];
    });
    expect(opened).toEqual([null, null, null]);
    expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(await page.evaluate(() => document.querySelector('webview')?.constructor.name)).toBe(
      'HTMLElement',
    );
  });

  test('P5 every permission is denied', async () => {
    const { page } = await start(someSite());
    const outcomes = await page.evaluate(async () => {
      const refused = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'granted',
          (error: unknown) => (error instanceof Error ? error.name : 'refused'),
        );
      return {
        notification: await Notification.requestPermission(),
        geolocation: await refused(
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error('refused'))),
          ),
        ),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await refused(navigator.clipboard.readText()),
      };
    });
    const granted = Object.entries(outcomes).filter(([, outcome]) => outcome === 'granted');
    expect(granted).toEqual([]);
    expect(outcomes.notification).toBe('denied');
  });

  test('P5 a download leaves no file', async () => {
    const folder = someSite();
    const { page, electron } = await start(folder);
    await electron.evaluate(({ session }) => {
      Reflect.set(globalThis, 'granted', []);
      session.fromPartition('suimon').on('will-download', (event, item) => {
        const granted: unknown = Reflect.get(globalThis, 'granted');
        if (!event.defaultPrevented && Array.isArray(granted)) granted.push(item.getFilename());
      });
    });
    await page.evaluate(async () => {
      for (const address of [
        URL.createObjectURL(new Blob(['out'])),
        'data:text/plain,out',
        'app://suimon/index.html',
      ]) {
        const link = document.createElement('a');
        link.href = address;
        link.download = 'out.txt';
        document.body.append(link);
        link.click();
        await window.suimon?.accounts.gate({});
      }
    });
    expect(await electron.evaluate(() => Reflect.get(globalThis, 'granted') as unknown)).toEqual([]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.includes('out.txt'))).toEqual([]);
  });

  test('P5 a file dropped on the window is not opened', async () => {
    const folder = emptySite();
    const file = join(folder, 'dropped.html');
    writeFileSync(file, '<h1>dropped</h1>');
    const { page, electron } = await start(someSite());
    const client = await page.context().newCDPSession(page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getURL())).toBe(
      'app://suimon/',
    );
    expect(await page.getByText('dropped').count()).toBe(0);
  });
});

describe("P5 Chromium's sandbox", () => {
  test.skipIf(process.platform !== 'linux')(
    'P5 the window is a process whose system calls are filtered',
    async () => {
      const program = await start(someSite());
      await signIn(program.page, { identifier: PEOPLE.operator.identifier, password: PASSWORD });
      const pid = await program.electron.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.getOSProcessId(),
      );
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      expect(status).toMatch(/^Seccomp:\t2$/mu);
      expect(status).toMatch(/^NoNewPrivs:\t1$/mu);
    },
  );
});

describe('P6 the policy of the page', () => {
  test('P6 script, image, style, font, markup and connections from elsewhere are all blocked', async () => {
    const { page } = await start(someSite());
    const blocked = await page.evaluate(async () => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
      const elsewhere = 'https://suimon.invalid/';
      const add = (name: string, attributes: Readonly<Record<string, string>>): void => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        document.head.append(element);
      };
      add('link', { rel: 'stylesheet', href: `${elsewhere}a.css` });
      add('img', { src: `${elsewhere}a.png` });
      const refused = (work: () => unknown): Promise<string> =>
        Promise.resolve()
          .then(work)
          .then(
            () => 'done',
            () => 'refused',
          );
      const outcomes = {
        fetch: await refused(() => fetch(elsewhere)),
        font: await refused(() => new FontFace('x', `url(${elsewhere}a.woff2)`).load()),
        script: await refused(() => document.createElement('script').setAttribute('src', `${elsewhere}a.js`)),
        // In a task of the page's own: what a debugger evaluates is exempt from this part of the policy.
        evaluated: await refused(
          () =>
            new Promise((resolve, reject) => {
              requestAnimationFrame(() => {
                try {
                  resolve(Reflect.construct(Function, ['return 1']));
                } catch (error) {
                  reject(error instanceof Error ? error : new Error('refused'));
                }
              });
            }),
        ),
        markup: await refused(() => {
          document.createElement('p').innerHTML = '<b>x</b>';
        }),
      };
      const socket = await new Promise((resolve) => {
        try {
          const one = new WebSocket('wss://suimon.invalid/');
          one.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      });
      return { ...outcomes, socket, violated: [...violated].toSorted() };
    });
    expect(blocked).toMatchObject({
      fetch: 'refused',
      font: 'refused',
      script: 'refused',
      evaluated: 'refused',
      markup: 'refused',
      socket: 'refused',
    });
    expect(blocked.violated).toEqual(
      expect.arrayContaining(['connect-src', 'font-src', 'img-src', 'style-src-elem']),
    );
  });
});
