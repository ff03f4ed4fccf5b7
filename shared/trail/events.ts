import { type EventOf, eventKind, type NewEventOf, signedKind } from '../kernel/event.ts';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { ErasureTarget, Retained, Years } from './retention/model.ts';
import { Runs } from './retention/runs.ts';

export const trailEvents = {
  /** The clock was earlier than the entry before (security.md, The chain). Subject `site:<code>`. */
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
  /** Two people set how long records of a kind are kept. Subject `site:<code>`. */
  'retention.set': signedKind(1, Retained.extend({ proposal: Id, years: Years })),
  /**
   * Two people had the records of a kind and fiscal year erased: the payloads of the entries in `runs`, all of them before
   * this one, are gone. An erasure of many stretches is `parts` events, one after another. `subjects`: how many records began
   * with an entry of this part; `entries`: how many entries it names. Subject `site:<code>`.
   */
  'payloads.erased': signedKind(
    1,
    ErasureTarget.extend({
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
