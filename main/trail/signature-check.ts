import type { SignatureCheck } from '../../shared/trail/model.ts';
import { signingKeyAt } from '../accounts/queries/keys.ts';
import type { ReadDb } from '../vault/db.ts';
import { ownHead } from './append.ts';
import { signatureHolds } from './event-signature.ts';
import { place } from './place.ts';
import { entryBySeq } from './queries.ts';
import { type Envelope, readEnvelope } from './read.ts';

/** Checks the signature that an entry of the own chain carries; undefined if there is no such entry. */
export function checkSignature(db: ReadDb, seq: number): SignatureCheck | undefined {
  const entry = entryBySeq(db, seq);
  const head = ownHead(db);
  if (entry === undefined || head === undefined) return undefined;
  if (!entry.signed) return 'none';
  return signatureOfThen(db, readEnvelope(Buffer.from(entry.raw, 'utf8')), place(head.siteNo, seq));
}

/** Checks an event's signature by the key its actor had when it was written, at this place of the chain. */
export function signatureOfThen(db: ReadDb, event: Envelope, at: number): SignatureCheck {
  if (event.signature === undefined) return 'none';
  // A new key signs for itself: it is the person's from its own entry on.
  const key = signingKeyAt(db, event.actor, event.type === 'account.keyMade' ? at + 1 : at);
  if (key === undefined) return 'no-key';
  return signatureHolds(event, key) ? 'holds' : 'fails';
}
