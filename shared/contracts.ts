import { accountsContract } from './accounts/contract.ts';
import { entriesContract } from './entries/contract.ts';
import type { AnyChannel, ClientOf } from './kernel/contract.ts';
import { mediaContract } from './media/contract.ts';
import { sheetsContract } from './sheets/contract.ts';
import { trailContract } from './trail/contract.ts';
import { vaultContract } from './vault/contract.ts';

/** Everything that crosses the bridge between window and main. A feature is added here and nowhere else. */
export const contracts = {
  accounts: accountsContract,
  entries: entriesContract,
  media: mediaContract,
  sheets: sheetsContract,
  trail: trailContract,
  vault: vaultContract,
} as const;

export type Contracts = typeof contracts;
export type FeatureName = keyof Contracts;

type ChannelsWith<A extends AnyChannel['access']> = {
  [F in FeatureName]: {
    [C in keyof Contracts[F]['channels'] & string]: Contracts[F]['channels'][C] extends { readonly access: A }
      ? `${F}.${C}`
      : never;
  }[keyof Contracts[F]['channels'] & string];
}[FeatureName];

/** Names of the channels that need a session, as `<feature>.<channel>`. */
export type SessionChannel = ChannelsWith<'session'>;
/** Names of the channels that can be called before sign-in. */
export type OpenChannel = ChannelsWith<'open'>;

/** The bridge as the window sees it. */
export type Client = { readonly [F in FeatureName]: ClientOf<Contracts[F]> };
