import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './cdp.ts';

/** In the page: resolves with the wall-clock time at which the next frame has been painted. */
export const PAINTED = `new Promise((resolve) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
  port2.postMessage(0);
}))`;

/** How long the page is given to show something, ms. */
const PATIENCE = 30_000;

/** In the page: waits until a condition holds, then as {@link PAINTED}. */
const paintedOnce = (condition: string): string =>
  `new Promise((resolve, reject) => {
    const since = performance.now();
    const look = () => {
      try {
        if (${condition}) resolve(${PAINTED});
        else if (performance.now() - since > ${PATIENCE}) reject(new Error(document.body.innerText.slice(0, 500)));
        else setTimeout(look, 4);
      } catch (error) {
        reject(error);
      }
    };
    look();
  })`;

/** A key as the debugging protocol presses it. */
interface Key {
  readonly key: string;
  readonly code: string;
  readonly number: number;
  readonly ctrl?: boolean;
}

export const ENTER: Key = { key: 'Enter', code: 'Enter', number: 13 };
export const TAB: Key = { key: 'Tab', code: 'Tab', number: 9 };

/** How every window of a measurement is started and used. */
export interface Session {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
  /** How long it is left alone before its memory is looked at, ms. */
  readonly idle: number;
  /** How many calls of each kind. */
  readonly count: number;
}

/** A started program with one window. */
export class Window {
  readonly startedAt: number;
  readonly pid: number;
  readonly cdp: Cdp;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, startedAt: number) {
    this.#process = process;
    this.startedAt = startedAt;
    this.pid = process.pid ?? 0;
    this.cdp = new Cdp(process.stdio[3] as Writable, process.stdio[4] as Readable);
  }

  /** Starts an executable; the time of the start is taken just before. */
  static async start(executable: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Window> {
    const startedAt = Date.now();
    const child = spawn(executable, [...args, '--remote-debugging-pipe'], {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const window = new Window(child, startedAt);
    await window.cdp.attach();
    return window;
  }

  /** The wall-clock time at which a condition of the page held and was painted. */
  async painted(condition: string): Promise<number> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return Number(await this.cdp.evaluate(paintedOnce(condition)));
      } catch (error) {
        // The first page is replaced while it loads, and everything waited for in it with it.
        const replaced = error instanceof Error && /context|navigated|destroyed/iu.test(error.message);
        if (!replaced || attempt === 20) throw error;
      }
    }
  }

  async press({ key, code, number, ctrl = false }: Key): Promise<void> {
    const common = {
      key,
      code,
      windowsVirtualKeyCode: number,
      modifiers: ctrl ? 2 : 0,
      ...(key === 'Enter' ? { text: '\r' } : {}),
    };
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common });
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    await this.cdp.send('Input.insertText', { text });
  }

  /** Ends it at once. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }
}
