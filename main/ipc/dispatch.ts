import { BEFORE_PASSWORD_CHANGE, mayCall } from '../../shared/accounts/matrix.ts';
import { contracts } from '../../shared/contracts.ts';
import type { AnyChannel } from '../../shared/kernel/contract.ts';
import { refuse, type Reply } from '../../shared/kernel/result.ts';
import type { Desk } from '../accounts/desk.ts';
import type { SessionContext } from '../context.ts';
import { channelNames, type FeatureHandlers, features } from '../features.ts';
import { unwritable } from '../trail/unwritable.ts';

type OpenHandler = (input: unknown) => Reply<unknown> | Promise<Reply<unknown>>;
type SessionHandler = (input: unknown, context: SessionContext) => Reply<unknown> | Promise<Reply<unknown>>;

type Wired =
  | { readonly channel: AnyChannel; readonly access: 'open'; readonly handle: OpenHandler }
  | { readonly channel: AnyChannel; readonly access: 'session'; readonly handle: SessionHandler };

/** Called with what went wrong inside a handler; never with what was in the call. */
export type Report = (channel: string, error: unknown) => void;

/**
 * Makes the one function through which every call passes: schema, session, role, handler, in this order. The types of a
 * handler and its channel are held together by `FeatureHandlers`; here, by name, they meet as unknown. `handlers` are those of
 * main unless told otherwise (the import's file dialog cannot be opened without a window).
 */
export function dispatcher(
  desk: Desk,
  report: Report,
  handlers: FeatureHandlers = features(desk),
): (name: string, args: readonly unknown[]) => Promise<Reply<unknown>> {
  const wired = wire(handlers);
  return async (name, args) => {
    const call = wired.get(name);
    if (call === undefined) return refuse('unknown-channel');
    if (args.length !== 1) return refuse('invalid-input', { detail: { problem: 'arguments' } });
    const input = call.channel.input.safeParse(args[0]);
    if (!input.success) {
      const [issue] = input.error.issues;
      return refuse('invalid-input', {
        field: (issue?.path ?? []).join('.'),
        detail: { problem: issue === undefined ? 'malformed' : problemOf(issue.code, issue.message) },
      });
    }
    try {
      if (call.access === 'open') return await call.handle(input.data);
      const context = desk.context();
      if (context === undefined) return refuse('no-session');
      if (!mayCall(name, context.actor.roles)) return refuse('not-allowed');
      if (context.me.mustChangePassword && !BEFORE_PASSWORD_CHANGE.has(name))
        return refuse('password-change-first');
      return await call.handle(input.data, context);
    } catch (error) {
      report(name, error);
      if (unwritable(error) !== 'damaged') return refuse('internal');
      desk.damaged();
      return refuse('ledger-damaged');
    }
  };
}

/** Our schemas give short codes as messages; zod's own sentences, which may quote the input, do not travel. */
function problemOf(code: string, message: string): string {
  return /^[a-z-]{1,40}$/u.test(message) ? message : code.replaceAll('_', '-');
}

function wire(
  handlers: Readonly<Record<string, { open: object; session: object }>>,
): ReadonlyMap<string, Wired> {
  const wired = new Map<string, Wired>();
  for (const { name: feature, channels } of Object.values(contracts)) {
    for (const [name, channel] of Object.entries<AnyChannel>(channels)) {
      const handle = handlerOf(handlers[feature]?.[channel.access], name);
      wired.set(
        `${feature}.${name}`,
        channel.access === 'open'
          ? { channel, access: 'open', handle: handle as OpenHandler }
          : { channel, access: 'session', handle: handle as SessionHandler },
      );
    }
  }
  const missing = channelNames().filter((name) => !wired.has(name));
  if (missing.length > 0) throw new Error(`channels without a handler: ${missing.join(', ')}`);
  return wired;
}

function handlerOf(handlers: object | undefined, name: string): unknown {
  const found: unknown = handlers === undefined ? undefined : Reflect.get(handlers, name);
  if (typeof found !== 'function') throw new Error(`channel without a handler: ${name}`);
  return found.bind(handlers);
}
