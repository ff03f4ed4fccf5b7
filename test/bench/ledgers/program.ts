import { Desk } from '../../../main/accounts/desk.ts';
import type { SessionContext } from '../../../main/context.ts';
import { dispatcher } from '../../../main/ipc/dispatch.ts';
import { pathsBelow } from '../../../resources/tooling/demo/book.ts';
import type { Role } from '../../../shared/accounts/model.ts';
import { PASSWORD, person } from './site.ts';

/** The program's main process without a window: desk and dispatcher, with somebody signed in. */
export interface Program {
  /** Calls a channel as the window does; throws if it is refused. */
  call(channel: string, input: unknown): Promise<unknown>;
  readonly context: SessionContext;
  close(): Promise<void>;
}

/** Starts it on a copy of a site. Takes the half second of a sign-in. */
export async function startProgram(folder: string, role: Role = 'operator'): Promise<Program> {
  const desk = new Desk({
    paths: pathsBelow(folder),
    clock: Date.now,
    push: () => {},
    committed: () => {},
    report: (where, error) => console.error(where, error),
    demo: false,
  });
  const dispatch = dispatcher(desk, (channel, error) => console.error(channel, error));
  const call = async (channel: string, input: unknown): Promise<unknown> => {
    const reply = await dispatch(channel, [input]);
    if (!reply.ok) throw new Error(`${channel} refused: ${JSON.stringify(reply.refusal)}`);
    return reply.value;
  };
  const signedIn = await desk.signIn(person(role), PASSWORD);
  const context = desk.context();
  if (!signedIn.ok || context === undefined)
    throw new Error(`bench: no sign-in: ${JSON.stringify(signedIn)}`);
  return { call, context, close: () => desk.end('quit') };
}
