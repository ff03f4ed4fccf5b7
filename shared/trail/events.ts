import { type EventOf, eventKind, type NewEventOf } from '../kernel/event.ts';
import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';

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
} as const;

export type TrailEvent = EventOf<typeof trailEvents>;
export type NewTrailEvent = NewEventOf<typeof trailEvents>;
