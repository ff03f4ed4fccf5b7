import type { SuimonEvent } from '../../shared/events.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { EventPayload } from '../../shared/kernel/event.ts';
import { type ReadDb, row } from '../vault/db.ts';
import { readEnvelope } from './read.ts';
import { signatureAt } from './signature-at.ts';

/** A signed event as a view tells of it. */
type Told<E> = E extends EventPayload ? Pick<E, 'type' | 'subject' | 'actor' | 'at' | 'data'> : never;

/**
 * Whether what is shown is what was signed: the entry at a place says just that of type, subject, actor, time and data, and carries a
 * signature of the key that its actor had then. False as well if its payload was erased or cannot be read. To be asked whenever
 * a signed thing is shown or counts for a rule, with what the view holds: a view that was altered does not stand by a good entry.
 */
export function signedAs(db: ReadDb, place: number, told: Told<SuimonEvent>): boolean {
  const entry = row<{ bytes: Buffer }>(db, 'SELECT bytes FROM chain_payload WHERE place = ?', place);
  if (entry === undefined) return false;
  try {
    const event = readEnvelope(entry.bytes);
    return (
      event.type === told.type &&
      event.subject === told.subject &&
      event.actor === told.actor &&
      event.at === told.at &&
      canonicalJson(event.data) === canonicalJson(told.data) &&
      signatureAt(db, event, place) === true
    );
  } catch {
    return false;
  }
}
