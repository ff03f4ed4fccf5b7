import type { Client, Contracts, FeatureName } from '../../shared/contracts.ts';
import type { InputOf, MessageOf, OutputOf } from '../../shared/kernel/contract.ts';

/** The channels of a feature by name. */
export type ChannelName<F extends FeatureName> = keyof Contracts[F]['channels'] & string;
/** What a channel is called with. */
export type Input<F extends FeatureName, C extends ChannelName<F>> = InputOf<Contracts[F]['channels'][C]>;
/** What a channel answers when it does not refuse. */
export type Output<F extends FeatureName, C extends ChannelName<F>> = OutputOf<Contracts[F]['channels'][C]>;
/** The pushes of a feature by name. */
export type PushName<F extends FeatureName> = keyof Contracts[F]['pushes'] & string;
/** What a push carries. */
export type Message<F extends FeatureName, P extends PushName<F>> = MessageOf<Contracts[F]['pushes'][P]>;

/** What the preload script puts on the window: the channels of every feature, and a way to hear its pushes. */
export type Bridge = Client & {
  readonly on: <F extends FeatureName, P extends PushName<F>>(
    feature: F,
    push: P,
    heard: (message: Message<F, P>) => void,
  ) => () => void;
};

declare global {
  interface Window {
    readonly suimon?: Bridge;
  }
}
