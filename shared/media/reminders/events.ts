import { eventKind, signedKind } from '../../kernel/event.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import { Reminding } from './model.ts';

/** Subject: `request:<id>`. */
export const reminderEvents = {
  'request.reminded': eventKind(1, Reminding),
  /** `before` is the due time that it replaces. */
  'request.putOff': signedKind(1, z.strictObject({ before: Instant, due: Instant, reason: z.string() })),
} as const;
