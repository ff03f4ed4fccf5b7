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

/** Subject: `request:<id>`; of the parts of a content list `listing:<id>`, so that they do not stand in the request's story. */
export const inspectionEvents = {
  /** `here` is written by the program that made the check, and cannot be asked for from the window. */
  'media.checked': eventKind(
    1,
    z.strictObject({
      check: CheckRecord,
      origin: z.enum(['here', 'elsewhere']),
      /** How many files were looked at; null if nobody said. */
      files: z.int().min(0).nullable(),
      /** Findings beyond those that a record takes. */
      more: z.int().min(0),
    }),
  ),
  /** `check` is the number of the chain's entry with the last check of that way that found something. */
  'media.findingsSettled': signedKind(
    1,
    z.strictObject({ way: Way, check: z.int().min(1), decision: FindingDecision, reason: z.string() }),
  ),
  /**
   * Part of a content list, in the order of its paths. Each part is written in a step of its own, so that the door need not wait for the whole;
   * the list stands once `media.listed` is written, and until then it counts for nothing.
   */
  'media.listedPart': eventKind(
    1,
    z.strictObject({
      listing: Id,
      request: Id,
      way: Way,
      first: z.int().min(0),
      files: z.array(listed).min(1).max(1000),
    }),
  ),
  /** A content list that did not come to its end: it was cancelled or refused, or the program ended before. */
  'media.listDropped': eventKind(
    1,
    z.strictObject({ listing: Id, why: z.enum(['cancelled', 'refused', 'interrupted']) }),
  ),
  'media.listed': eventKind(
    1,
    z.strictObject({
      listing: Id,
      way: Way,
      source: z.string(),
      files: z.int().min(0),
      bytes: z.int().min(0),
      problems: z.int().min(0),
      digest: z.string().length(64),
    }),
  ),
  /** `digest` is of both lists (`differenceDigest` in main): what differs follows from them. */
  'media.differenceSettled': signedKind(
    1,
    z.strictObject({ before: Id.nullable(), after: Id, digest: z.string().length(64), reason: z.string() }),
  ),
} as const;
