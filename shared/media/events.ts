import { type EventOf, type NewEventOf, signedKind } from '../kernel/event.ts';
import { z } from '../kernel/zod.ts';
import { inspectionEvents } from './inspection/events.ts';
import { listEvents } from './lists/events.ts';
import { MediaPolicy } from './policy.ts';
import { quarantineEvents } from './quarantine/events.ts';
import { registerEvents } from './register/events.ts';
import { requestEvents } from './requests/events.ts';
import { templateEvents } from './templates/events.ts';

/** Subjects: `site:<code>` for the policy; those of the parts stand there. */
export const mediaEvents = {
  'media.policySet': signedKind(1, z.strictObject({ policy: MediaPolicy, reason: z.string() })),
  ...inspectionEvents,
  ...listEvents,
  ...quarantineEvents,
  ...registerEvents,
  ...templateEvents,
  ...requestEvents,
} as const;

export type MediaEvent = EventOf<typeof mediaEvents>;
export type NewMediaEvent = NewEventOf<typeof mediaEvents>;
