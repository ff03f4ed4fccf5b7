import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { EventPayload } from '../../shared/kernel/event.ts';
import { verifyWith } from '../vault/signatures.ts';

type Payload = Omit<EventPayload, 'subject'> & { readonly subject: string };

/**
 * What an event's signature is made over: `suimon event 1`, a line feed, and the canonical JSON of the payload without its
 * signature. Nonce, time, actor, type, subject and data are in it, so a signature fits its own event and no other.
 */
export function signedBytes(event: Payload): Buffer {
  const { signature: _, ...payload } = event;
  return Buffer.from(`suimon event 1\n${canonicalJson(payload)}`, 'utf8');
}

/** Whether an event's signature was made over it with this public key (SPKI DER, base64). */
export function signatureHolds(payload: Payload, key: string): boolean {
  const { signature } = payload;
  return (
    signature !== undefined &&
    signature.key === key &&
    verifyWith(signature.algorithm, key, signedBytes(payload), Buffer.from(signature.value, 'base64'))
  );
}
