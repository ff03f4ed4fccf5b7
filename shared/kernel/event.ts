import type { Subject } from './ids.ts';
import type { Instant } from './time.ts';
import { z } from './zod.ts';

/** A signature over an approval, made with the approver's own key. Algorithm ids come from the inventory in `algorithms.ts`. */
export const EventSignature = z.strictObject({
  algorithm: z.string(),
  key: z.string(),
  value: z.string(),
});

/** What was decided but not yet written: the chain adds nonce, time and actor. */
export interface NewEvent<T extends string = string, D = unknown> {
  readonly type: T;
  readonly version: number;
  readonly subject: Subject;
  readonly data: D;
}

/** The payload of a chain entry, as written (security.md, The chain). */
export interface EventPayload<T extends string = string, D = unknown> extends NewEvent<T, D> {
  /** 16 random bytes, base64url: the digest of a payload says nothing about what a withheld payload holds. */
  readonly nonce: string;
  readonly at: Instant;
  /** Account id, or `system` for what the program records of itself. */
  readonly actor: string;
  readonly signature?: z.infer<typeof EventSignature>;
}

/** An event where it stands: which site's chain, which number. */
export interface PlacedEvent<E extends EventPayload = EventPayload> {
  readonly site: string;
  readonly seq: number;
  readonly event: E;
}

/** A kind of event: the version written now, the schema of its data, and whether it stands only with its actor's signature. */
export interface EventKind<S extends z.ZodType = z.ZodType> {
  readonly version: number;
  readonly data: S;
  readonly signed: boolean;
}

/** Declares a kind of event. A changed schema gets a new version and the old one stays readable. */
export function eventKind<S extends z.ZodType>(version: number, data: S): EventKind<S> {
  return { version, data, signed: false };
}

/** As {@link eventKind}, for what a person answers for: it is signed with the actor's own key, or it is not on the chain. */
export function signedKind<S extends z.ZodType>(version: number, data: S): EventKind<S> {
  return { version, data, signed: true };
}

/** The union of new events that a table of kinds stands for. */
export type NewEventOf<K extends Record<string, EventKind>> = {
  [T in keyof K & string]: NewEvent<T, z.output<K[T]['data']>>;
}[keyof K & string];

/** The union of written payloads that a table of kinds stands for. */
export type EventOf<K extends Record<string, EventKind>> = {
  [T in keyof K & string]: EventPayload<T, z.output<K[T]['data']>>;
}[keyof K & string];
