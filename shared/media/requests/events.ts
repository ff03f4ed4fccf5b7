import { eventKind, signedKind } from '../../kernel/event.ts';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import { reminderEvents } from '../reminders/events.ts';
import { DecisionKind, RequestDetails, RequestRule } from './model.ts';

/** What every movement at the door records. */
const moved = z.strictObject({
  /** When it happened, and why it is recorded later; null when it is recorded as it happens. */
  at: Instant,
  lateReason: z.string().nullable(),
  seal: z.string(),
});
const revised = z.strictObject({ details: RequestDetails, rule: RequestRule, revision: z.int().min(1) });
const visitId = Id.nullable();
const holder = z.string();

/** Subject: `request:<id>`. */
export const requestEvents = {
  'request.submitted': eventKind(1, revised),
  'request.resubmitted': eventKind(1, revised),
  'request.retracted': eventKind(1, z.strictObject({ reason: z.string() })),
  /** An officer's decision on one revision, by the digest of what it asks. */
  'request.decided': signedKind(
    1,
    z.strictObject({
      revision: z.int().min(1),
      digest: z.string().length(64),
      decision: DecisionKind,
      conditions: z.string(),
      reason: z.string(),
    }),
  ),
  'request.withdrawn': signedKind(1, z.strictObject({ reason: z.string() })),
  /** A medium that was carried in before anybody decided. */
  'request.emergency': eventKind(
    1,
    revised.extend({
      reason: z.string(),
      allowedBy: z.string(),
      visitId,
      seal: z.string(),
      decideBy: Instant,
    }),
  ),
  'request.carriedIn': eventKind(1, moved.extend({ visitId })),
  'request.takenOut': eventKind(1, moved),
  'request.handedOver': eventKind(1, moved.extend({ to: holder, reason: z.string() })),
  'request.carriedOut': eventKind(1, moved.extend({ holder })),
  'request.givenBack': eventKind(1, moved),
  'request.delivered': eventKind(1, moved.extend({ to: holder })),
  ...reminderEvents,
} as const;
