import { accountsEvents } from '../accounts/events.ts';
import { entriesEvents } from '../entries/events.ts';
import { mediaEvents } from '../media/events.ts';
import type { Ledger } from './model.ts';

/** The types of event whose payloads belong to each ledger that can be withheld. */
const typesOf: Readonly<Record<Ledger, object>> = {
  entries: entriesEvents,
  accounts: accountsEvents,
  media: mediaEvents,
};

/** Whether events of a type belong to one of these ledgers. */
export function belongsTo(type: string, ledgers: readonly Ledger[]): boolean {
  return ledgers.some((ledger) => Object.hasOwn(typesOf[ledger], type));
}
