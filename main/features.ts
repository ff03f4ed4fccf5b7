import { type Contracts, contracts, type FeatureName } from '../shared/contracts.ts';
import { accountsEvents } from '../shared/accounts/events.ts';
import { entriesEvents } from '../shared/entries/events.ts';
import { mediaEvents } from '../shared/media/events.ts';
import type { Desk } from './accounts/desk.ts';
import { accountsHandlers, openAccountsHandlers } from './accounts/handlers.ts';
import type { OpenHandlers, PushTo, SessionHandlers } from './context.ts';
import { entriesHandlers } from './entries/handlers.ts';
import { mediaHandlers } from './media/handlers.ts';
import { sheetsHandlers } from './sheets/handlers.ts';
import { systemPaper } from './sheets/paper.ts';
import type { Head } from './trail/append.ts';
import { trailHandlers } from './trail/handlers.ts';
import { openVaultHandlers, vaultHandlers } from './vault/handlers.ts';

/** What main does for each feature of the contracts: forgetting one, or one of its channels, is a compile error. */
export type FeatureHandlers = {
  readonly [F in FeatureName]: {
    readonly open: OpenHandlers<Contracts[F]>;
    readonly session: SessionHandlers<Contracts[F]>;
  };
};

/** The feature list of main. */
export function features(desk: Desk): FeatureHandlers {
  return {
    accounts: { open: openAccountsHandlers(desk), session: accountsHandlers(desk) },
    entries: { open: {}, session: entriesHandlers },
    media: { open: {}, session: mediaHandlers },
    sheets: { open: sheetsHandlers(desk, systemPaper), session: {} },
    trail: { open: {}, session: trailHandlers },
    vault: { open: openVaultHandlers(desk), session: vaultHandlers(desk) },
  };
}

/** Tells the window which ledgers a committed change concerned. */
export function announce(push: PushTo): (head: Head, types: ReadonlySet<string>) => void {
  return (head, types) => {
    if ([...types].some((type) => Object.hasOwn(entriesEvents, type)))
      push('entries', 'changed', { head: head.seq });
    if ([...types].some((type) => Object.hasOwn(mediaEvents, type)))
      push('media', 'changed', { head: head.seq });
    if ([...types].some((type) => Object.hasOwn(accountsEvents, type) && !type.startsWith('session.')))
      push('accounts', 'changed', { head: head.seq });
  };
}

/** The names of all channels, as `<feature>.<channel>`. */
export function channelNames(): readonly string[] {
  return Object.values(contracts).flatMap(({ name, channels }) =>
    Object.keys(channels).map((channel) => `${name}.${channel}`),
  );
}
