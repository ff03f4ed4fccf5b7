import { signingKeyAt } from '../accounts/queries/keys.ts';
import type { ReadDb } from '../vault/db.ts';
import { signatureHolds } from './event-signature.ts';
import type { Envelope } from './read.ts';

/** Whether the signature of the event at a place was made with the key its actor had then; undefined if they had none. */
export function signatureAt(db: ReadDb, event: Envelope, place: number): boolean | undefined {
  // A new key signs for itself: it is the person's from its own entry on.
  const key = signingKeyAt(db, event.actor, event.type === 'account.keyMade' ? place + 1 : place);
  return key === undefined ? undefined : signatureHolds(event, key);
}
