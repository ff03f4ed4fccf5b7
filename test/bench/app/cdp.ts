import type { Readable, Writable } from 'node:stream';
import { z } from '../../../shared/kernel/zod.ts';

const Message = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  sessionId: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const Attached = z.object({ sessionId: z.string(), targetInfo: z.object({ type: z.string() }) });
const Evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z
    .object({ text: z.string(), exception: z.object({ description: z.string().optional() }).optional() })
    .optional(),
});

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Chromium's debugging protocol over the two pipes of `--remote-debugging-pipe`, as much as measuring needs. A pipe and not a
 * port: it attaches to the window as it is made and slows nothing down.
 */
export class Cdp {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #rest = '';
  #session: string | undefined;
  #attached: ((session: string) => void) | undefined;

  constructor(out: Writable, from: Readable) {
    this.#out = out;
    from.setEncoding('utf8');
    from.on('data', (data: string) => {
      const messages = (this.#rest + data).split('\0');
      this.#rest = messages.pop() ?? '';
      for (const message of messages) this.#heard(message);
    });
    from.on('close', () => this.#failAll(new Error('the program ended')));
  }

  /** Waits for the window's page and attaches to it. */
  async attach(): Promise<void> {
    const attached = new Promise<string>((resolve) => {
      this.#attached = resolve;
    });
    await this.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
    this.#session = await attached;
  }

  /** Calls a method, of the page once it is attached. */
  send(method: string, params: object = {}): Promise<unknown> {
    const id = this.#next;
    this.#next += 1;
    const session = this.#session === undefined ? {} : { sessionId: this.#session };
    this.#out.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
  }

  /** Evaluates an expression in the page, waits if it is a promise, and gives its value. Throws what it throws. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = Evaluated.parse(
      await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
    );
    if (exceptionDetails !== undefined) {
      const { text, exception } = exceptionDetails;
      throw new Error(`${text} ${exception?.description ?? ''} in ${expression.slice(0, 300)}`);
    }
    return result.value;
  }

  #heard(text: string): void {
    const { id, method, params, result, error } = Message.parse(JSON.parse(text));
    if (method === 'Target.attachedToTarget') {
      const { sessionId, targetInfo } = Attached.parse(params);
      if (targetInfo.type === 'page') this.#attached?.(sessionId);
    }
    if (id === undefined) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
