import { eventKind, signedKind } from '../../kernel/event.ts';
import { z } from '../../kernel/zod.ts';
import { Way } from '../inspection/model.ts';
import { QuarantineEnding, QuarantinePlace } from './model.ts';

/** Subject: `request:<id>`. `check` is the number of the chain's entry with the last check of that way that found something. */
export const quarantineEvents = {
  'media.quarantined': eventKind(1, QuarantinePlace.extend({ way: Way, check: z.int().min(1) })),
  /** `quarantine` is the number of the entry that it ends. An officer's decision on what was found as well. */
  'media.quarantineEnded': signedKind(
    1,
    z.strictObject({
      quarantine: z.int().min(1),
      way: Way,
      check: z.int().min(1),
      ending: QuarantineEnding,
      reason: z.string(),
    }),
  ),
} as const;
