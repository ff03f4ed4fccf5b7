import { type EventOf, eventKind, type NewEventOf, signedKind } from '../kernel/event.ts';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { COMPARED, LEDGERS } from './model.ts';
import { ErasureTarget, Retained, Years } from './retention/model.ts';
import { Runs } from './retention/runs.ts';

const Seq = z.int().min(0);
const Hash = z.string().regex(/^[0-9a-f]{64}$/u, { error: 'malformed' });

/** Subject of all: `site:<code>`. */
export const trailEvents = {
  /** The clock was earlier than the entry before (security.md, The chain). */
  'clock.anomaly': eventKind(1, z.strictObject({ previous: Instant, now: Instant })),
  /** At opening, the chain was shorter than, or other than, what this machine had seen of it (security.md, A4, A5). */
  'trail.shortfall': eventKind(
    1,
    z.strictObject({ expectedSize: z.int(), expectedHead: z.string(), foundSize: z.int() }),
  ),
  /** A person had the whole chain verified. */
  'trail.verified': eventKind(
    1,
    z.strictObject({
      size: z.int(),
      head: z.string(),
      result: z.enum(['verified', 'broken']),
      firstBad: z.int().nullable(),
    }),
  ),
  /** A checkpoint kept elsewhere was compared with the chain: what was typed or read of it, and how that came out. */
  'trail.compared': eventKind(
    1,
    z.strictObject({
      source: z.enum(['slip', 'file']),
      size: Seq,
      /** The head as far as it was given, hex. */
      head: z.string().regex(/^[0-9a-f]{16,64}$/u, { error: 'malformed' }),
      result: z.enum(COMPARED),
    }),
  ),
  /** The periodic review (点検) of the entries `first` to `last`, answered for by whoever signed it. */
  'trail.reviewed': signedKind(
    1,
    z.strictObject({
      first: z.int().min(1),
      last: z.int().min(1),
      /** The head before entry `first` (zeros at the beginning of the chain) and at entry `last`. */
      before: Hash,
      head: Hash,
      /** How many entries of each group there were, and how many that were pointed out, by type. */
      counts: z.record(z.string(), z.int().min(1)),
      notable: z.record(z.string(), z.int().min(1)),
      findings: z.string(),
      measures: z.string(),
    }),
  ),
  /** The chain up to entry `size` was written out for an auditor. */
  'trail.exported': eventKind(
    1,
    z.strictObject({
      size: z.int().min(1),
      head: Hash,
      withheld: z.array(z.enum(LEDGERS)),
      /** SHA-256 of the export's own list of digests, `SHA256SUMS`. */
      digest: Hash,
    }),
  ),
  /** Two people set how long records of a kind are kept. Subject `site:<code>`. */
  'retention.set': signedKind(1, Retained.safeExtend({ proposal: Id, years: Years })),
  /**
   * Two people had the records of a kind and fiscal year erased: the payloads of the entries in `runs`, all of them before
   * this one, are gone. An erasure of many stretches is `parts` events, one after another. `subjects`: how many records began
   * with an entry of this part; `entries`: how many entries it names. Subject `site:<code>`.
   */
  'payloads.erased': signedKind(
    1,
    ErasureTarget.safeExtend({
      proposal: Id,
      subjects: z.int().min(0),
      entries: z.int().min(1),
      runs: Runs,
      part: z.int().min(1),
      parts: z.int().min(1),
    }),
  ),
} as const;

export type TrailEvent = EventOf<typeof trailEvents>;
export type NewTrailEvent = NewEventOf<typeof trailEvents>;
