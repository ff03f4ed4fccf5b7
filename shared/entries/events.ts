import { type EventOf, eventKind, type NewEventOf } from '../kernel/event.ts';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { AreaDetails, BadgeDetails, CorrectableFields, FollowIn, VisitDetails } from './model.ts';

/** Subjects: `area:<id>`, `badge:<id>`, `visit:<id>`. */
export const entriesEvents = {
  'area.defined': eventKind(1, AreaDetails),
  'area.changed': eventKind(1, z.strictObject({ details: AreaDetails, reason: z.string() })),
  'area.retired': eventKind(1, z.strictObject({ reason: z.string() })),
  'badge.registered': eventKind(1, BadgeDetails),
  'badge.returned': eventKind(1, z.strictObject({ visitId: Id })),
  'badge.lost': eventKind(1, z.strictObject({ visitId: Id.nullable(), reason: z.string() })),
  'badge.found': eventKind(1, z.strictObject({ reason: z.string() })),
  'badge.retired': eventKind(1, z.strictObject({ reason: z.string() })),
  'visit.expected': eventKind(
    1,
    z.strictObject({
      details: VisitDetails,
      expectedFrom: Instant,
      expectedUntil: Instant.nullable(),
      groupId: Id.nullable(),
    }),
  ),
  'visit.cancelled': eventKind(1, z.strictObject({ reason: z.string() })),
  'visit.entered': eventKind(
    1,
    z.strictObject({
      details: VisitDetails,
      enteredAt: Instant,
      expectedUntil: Instant.nullable(),
      badgeId: Id.nullable(),
      followIn: FollowIn,
      groupId: Id.nullable(),
      /** Why it is recorded later than it happened; null when it is recorded at the door. */
      lateReason: z.string().nullable(),
    }),
  ),
  'visit.left': eventKind(
    1,
    z.strictObject({ exitedAt: Instant, badgeReturned: Id.nullable(), lateReason: z.string().nullable() }),
  ),
  'visit.exitUnknown': eventKind(1, z.strictObject({ noticedAt: Instant, reason: z.string() })),
  /** What somebody knows of an exit nobody saw. `exitedAt` only if it is known: no time is invented. */
  'visit.explained': eventKind(
    1,
    z.strictObject({ explanation: z.string(), source: z.string(), exitedAt: Instant.nullable() }),
  ),
  'visit.corrected': eventKind(
    1,
    z.strictObject({ before: CorrectableFields, after: CorrectableFields, reason: z.string() }),
  ),
  'visit.imported': eventKind(
    1,
    z.strictObject({
      details: VisitDetails,
      enteredAt: Instant,
      exitedAt: Instant.nullable(),
      /**
       * Whether the file's system records exits. With it, no `exitedAt` means that the exit is unknown and wants explaining;
       * without it, the row is a passage (state `passed`). No exit time is ever invented.
       */
      exitRecorded: z.boolean(),
      /** File name, SHA-256 (hex) of its bytes, and the row (1 is the first line of the file). */
      file: z.string(),
      sha256: z.string(),
      row: z.int().min(1),
    }),
  ),
} as const;

export type EntriesEvent = EventOf<typeof entriesEvents>;
export type NewEntriesEvent = NewEventOf<typeof entriesEvents>;
