import { eventKinds, type SuimonEvent } from '../../shared/events.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { z } from '../../shared/kernel/zod.ts';
import { EventSignature } from '../../shared/kernel/event.ts';
import { type ReadDb, row } from '../vault/db.ts';
import type { Head } from './append.ts';
import { place } from './place.ts';

const Envelope = z.strictObject({
  nonce: z.string(),
  at: z.int(),
  actor: z.string(),
  type: z.string(),
  version: z.int(),
  subject: z.string(),
  data: z.unknown(),
  signature: EventSignature.optional(),
});

const kinds: ReadonlyMap<string, { readonly version: number; readonly data: z.ZodType }> = new Map(
  Object.entries(eventKinds),
);

/**
 * Reads a payload as it stands on the chain: envelope, then data by its type's schema. Throws on a type or version that is
 * not known and on anything that does not fit; whoever verifies says so by the entry's number.
 */
export function parsePayload(bytes: Uint8Array): SuimonEvent {
  const envelope = Envelope.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  const kind = kinds.get(envelope.type);
  if (kind === undefined || kind.version !== envelope.version) {
    throw new Error(`trail: unknown event ${envelope.type} version ${envelope.version}`);
  }
  return { ...envelope, data: kind.data.parse(envelope.data) } as SuimonEvent;
}

/** When the last entry of a chain was written; undefined for an empty chain or an erased payload. */
export function lastEntryAt(db: ReadDb, head: Head): Instant | undefined {
  const last = row<{ bytes: Buffer }>(
    db,
    'SELECT bytes FROM chain_payload WHERE place = ?',
    place(head.siteNo, head.seq),
  );
  return last === undefined ? undefined : parsePayload(last.bytes).at;
}
