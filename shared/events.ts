import { accountsEvents, type AccountsEvent, type NewAccountsEvent } from './accounts/events.ts';
import { entriesEvents, type EntriesEvent, type NewEntriesEvent } from './entries/events.ts';
import { type MediaEvent, mediaEvents, type NewMediaEvent } from './media/events.ts';
import { trailEvents, type NewTrailEvent, type TrailEvent } from './trail/events.ts';
import { type NewVaultEvent, type VaultEvent, vaultEvents } from './vault/events.ts';

/** Every kind of event that can stand on a chain. */
export const eventKinds = {
  ...accountsEvents,
  ...entriesEvents,
  ...mediaEvents,
  ...trailEvents,
  ...vaultEvents,
} as const;

export type SuimonEvent = AccountsEvent | EntriesEvent | MediaEvent | TrailEvent | VaultEvent;
export type NewSuimonEvent =
  | NewAccountsEvent
  | NewEntriesEvent
  | NewMediaEvent
  | NewTrailEvent
  | NewVaultEvent;
