import { eventKinds, type SuimonEvent } from '../../shared/events.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { type EventKind, type EventPayload, EventSignature } from '../../shared/kernel/event.ts';
import { type ReadDb, row } from '../vault/db.ts';
import type { Head } from './append.ts';
import { place } from './place.ts';
import { type Skimmed, skim } from './skim.ts';

const kinds: ReadonlyMap<string, EventKind> = new Map(Object.entries(eventKinds));

/** A payload of which the envelope has been checked, and the data not. */
export interface Envelope extends Omit<EventPayload, 'subject'> {
  readonly subject: string;
}

/** nonce, at, actor, type, version, subject, data. */
const MEMBERS = 7;

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { nonce, at, actor, type, version, subject, signature } = value as Readonly<Record<string, unknown>>;
  return (
    typeof nonce === 'string' &&
    Number.isSafeInteger(at) &&
    typeof actor === 'string' &&
    typeof type === 'string' &&
    Number.isSafeInteger(version) &&
    typeof subject === 'string' &&
    Object.hasOwn(value, 'data') &&
    (signature === undefined || EventSignature.safeParse(signature).success) &&
    Object.keys(value).length === MEMBERS + (signature === undefined ? 0 : 1)
  );
}

/**
 * Reads a payload to show it: its envelope, by hand because lists read hundreds, with the data left as it stands. Throws
 * on a type or version that is not known and on an envelope that does not fit.
 */
export function readEnvelope(bytes: Buffer): Envelope {
  const envelope: unknown = JSON.parse(bytes.toString('utf8'));
  if (!isEnvelope(envelope)) throw new Error('trail: not a payload');
  if (kinds.get(envelope.type)?.version !== envelope.version) {
    throw new Error(`trail: unknown event ${envelope.type} version ${envelope.version}`);
  }
  return envelope;
}

/**
 * Reads of a payload what a list shows, from its text. Throws as {@link readEnvelope} does on what is no payload of a known
 * type and version; the data within is not looked at.
 */
export function readSkimmed(text: string): Skimmed {
  const skimmed = skim(text);
  if (skimmed !== undefined && kinds.get(skimmed.type)?.version === skimmed.version) return skimmed;
  const { signature, ...envelope } = readEnvelope(Buffer.from(text, 'utf8'));
  return { ...envelope, signed: signature !== undefined };
}

/**
 * Reads a payload to apply it: envelope, then data by its type's schema. Throws on anything that does not fit; whoever
 * verifies says so by the entry's number.
 */
export function parsePayload(bytes: Buffer): SuimonEvent {
  const envelope = readEnvelope(bytes);
  return { ...envelope, data: kinds.get(envelope.type)?.data.parse(envelope.data) } as SuimonEvent;
}

/** When an entry of a chain was written; undefined if there is none with this number, or its payload was erased. */
export function entryAt(db: ReadDb, { siteNo }: Pick<Head, 'siteNo'>, seq: number): Instant | undefined {
  const entry = row<{ bytes: Buffer }>(
    db,
    'SELECT bytes FROM chain_payload WHERE place = ?',
    place(siteNo, seq),
  );
  return entry === undefined ? undefined : readEnvelope(entry.bytes).at;
}

/** When the last entry of a chain was written; undefined for an empty chain or an erased payload. */
export function lastEntryAt(db: ReadDb, head: Head): Instant | undefined {
  return entryAt(db, head, head.seq);
}
