import { eventKind, signedKind } from '../../kernel/event.ts';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import { CheckRecord, FindingDecision, Way } from './model.ts';

/** `[path, size, sha256 or null, modified at, problem or null]`: short, for there may be a hundred thousand. */
const listed = z.tuple([
  z.string(),
  z.int().min(0),
  z.string().nullable(),
  Instant,
  z.enum(['unreadable', 'vanished', 'changed', 'link', 'special']).nullable(),
]);

/** Subject: `request:<id>`. */
export const inspectionEvents = {
  /** `here` is written by the program that made the check, and cannot be asked for from the window. */
  'media.checked': eventKind(
    1,
    z.strictObject({
      check: CheckRecord,
      origin: z.enum(['here', 'elsewhere']),
      files: z.int().min(0).nullable(),
    }),
  ),
  'media.findingsSettled': signedKind(1, z.strictObject({ decision: FindingDecision, reason: z.string() })),
  /** Part of a content list; all parts of one list are written in one step, then `media.listed`. */
  'media.listedPart': eventKind(
    1,
    z.strictObject({ listing: Id, first: z.int().min(0), files: z.array(listed).min(1).max(1000) }),
  ),
  'media.listed': eventKind(
    1,
    z.strictObject({
      listing: Id,
      way: Way,
      files: z.int().min(0),
      bytes: z.int().min(0),
      problems: z.int().min(0),
      digest: z.string().length(64),
    }),
  ),
  'media.differenceSettled': signedKind(
    1,
    z.strictObject({ before: Id, after: Id, digest: z.string().length(64), reason: z.string() }),
  ),
} as const;
