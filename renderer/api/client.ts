import type { Client, FeatureName } from '../../shared/contracts.ts';
import type { Refusal, Reply } from '../../shared/kernel/result.ts';
import type { Bridge, ChannelName, Input, Message, Output, PushName } from './bridge.ts';

function bridge(): Bridge {
  const { suimon } = window;
  if (suimon === undefined) throw new Error('the window was opened without its bridge');
  return suimon;
}

/** The functions of every feature as main answers them. Prefer `useQueryOf` and `useCommand` in components. */
export const client: Client = {
  get accounts() {
    return bridge().accounts;
  },
  get entries() {
    return bridge().entries;
  },
  get media() {
    return bridge().media;
  },
  get sheets() {
    return bridge().sheets;
  },
  get trail() {
    return bridge().trail;
  },
  get vault() {
    return bridge().vault;
  },
};

/** A refusal of main, thrown so that queries and forms can tell it from a value. Nothing has changed when it is thrown. */
export class RefusalError extends Error {
  readonly feature: FeatureName;
  readonly refusal: Refusal;

  constructor(feature: FeatureName, refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusalError';
    this.feature = feature;
    this.refusal = refusal;
  }

  get code(): string {
    return this.refusal.code;
  }
}

let ended: () => void = () => undefined;

/** Sets what happens when main says that there is no session any more. */
export function whenSessionEnded(action: () => void): void {
  ended = action;
}

/**
 * Calls a channel and gives its value. Throws a {@link RefusalError} when main refuses; a refusal for want of a session also
 * ends the session in the window.
 */
export async function call<F extends FeatureName, C extends ChannelName<F>>(
  feature: F,
  channel: C,
  input: Input<F, C>,
): Promise<Output<F, C>> {
  const channels = bridge()[feature] as unknown as Record<
    C,
    (input: Input<F, C>) => Promise<Reply<Output<F, C>>>
  >;
  const reply = await channels[channel](input);
  if (reply.ok) return reply.value;
  if (reply.refusal.code === 'no-session') ended();
  throw new RefusalError(feature, reply.refusal);
}

/** Hears a push of main until the returned function is called. */
export function onPush<F extends FeatureName, P extends PushName<F>>(
  feature: F,
  push: P,
  heard: (message: Message<F, P>) => void,
): () => void {
  return bridge().on(feature, push, heard);
}
