import { eventKinds, type SuimonEvent } from '../../shared/events.ts';
import { signingKeyOf } from '../accounts/queries.ts';
import type { ReadDb } from '../vault/db.ts';
import { signatureHolds } from './event-signature.ts';

/**
 * Whether an event carries the signature that its kind asks for, by the key its actor had when it was written. `db` holds the
 * views as they were before the event. Kinds that need none may carry one, which then has to hold too.
 */
export function signatureStands(db: ReadDb, event: SuimonEvent): boolean {
  if (event.signature === undefined) return !eventKinds[event.type].signed;
  const key = signingKeyOf(db, event.actor);
  return key !== undefined && signatureHolds(event, key);
}
