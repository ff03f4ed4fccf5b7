import { Id } from '../kernel/ids.ts';
import { line, paragraph, requiredLine } from '../kernel/text.ts';
import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';

/** How sensitive an area is. 1 office or meeting space, 2 machine or switch room, 3 central control room, server room. */
export const AREA_LEVELS = [1, 2, 3] as const;
export const AreaLevel = z.literal(AREA_LEVELS);
export type AreaLevel = z.infer<typeof AreaLevel>;

/** Who has to be accompanied in an area (guideline 3.5 (10)). */
export const EscortRule = z.enum(['nobody', 'visitors', 'everybody']);
export type EscortRule = z.infer<typeof EscortRule>;

/** A secure area 安全区域 and its rules. */
export const AreaDetails = z.strictObject({
  name: requiredLine(60),
  reading: line(60),
  level: AreaLevel,
  escort: EscortRule,
  /** Visitors and deliveries wear a badge lent at the door. */
  badge: z.boolean(),
  /** The kind of identity document of a visitor has to be seen. */
  identity: z.boolean(),
  /** Who may enter and what to heed, shown beside the form. */
  guidance: paragraph(500),
});
export type AreaDetails = z.infer<typeof AreaDetails>;

export interface Area extends AreaDetails {
  readonly id: string;
  readonly retired: boolean;
}

/** The rules that a level starts with; an officer may change them for one area. */
export function rulesOfLevel(level: AreaLevel): Pick<AreaDetails, 'escort' | 'badge' | 'identity'> {
  switch (level) {
    case 1:
      return { escort: 'nobody', badge: true, identity: false };
    case 2:
      return { escort: 'visitors', badge: true, identity: true };
    case 3:
      return { escort: 'visitors', badge: true, identity: true };
  }
}

/** A badge 入館証 lent at the door; its level shows at a glance where its wearer may be. */
export const BadgeDetails = z.strictObject({
  label: requiredLine(20),
  level: AreaLevel,
});
export type BadgeDetails = z.infer<typeof BadgeDetails>;
export type BadgeState = 'free' | 'lent' | 'lost' | 'retired';

export interface Badge extends BadgeDetails {
  readonly id: string;
  readonly state: BadgeState;
  /** The visit it is lent to, or was lent to when it was lost. */
  readonly visitId: string | null;
}

export const VISIT_KINDS = ['visitor', 'delivery', 'staff'] as const;
export const VisitKind = z.enum(VISIT_KINDS);
export type VisitKind = z.infer<typeof VisitKind>;

/**
 * expected: announced, not come; inside; left; unknown: the exit was not seen; explained: it was not seen and somebody said
 * what is known of it; cancelled: announced and did not come; passed: a card read imported from a system that records no exits
 * 通過記録, so that nobody has to explain a missing one.
 */
export const VISIT_STATES = [
  'expected',
  'inside',
  'left',
  'unknown',
  'explained',
  'cancelled',
  'passed',
] as const;
export const VisitState = z.enum(VISIT_STATES);
export type VisitState = z.infer<typeof VisitState>;

/** The kind of identity document seen at the door. Its number is never recorded. */
export const IDENTITY_KINDS = [
  'not-seen',
  'drivers-licence',
  'my-number-card',
  'employee-card',
  'government-card',
  'residence-card',
  'passport',
  'known-personally',
  'other',
] as const;
export const IdentityKind = z.enum(IDENTITY_KINDS);
export type IdentityKind = z.infer<typeof IdentityKind>;

/** The answer to the question whether somebody follows in 同伴. */
export const FollowIn = z.enum(['nobody', 'registered']);
export type FollowIn = z.infer<typeof FollowIn>;

/** What the paper form asks of a person at the door, in its order. */
export const VisitDetails = z.strictObject({
  kind: VisitKind,
  name: requiredLine(100),
  reading: line(100),
  organisation: line(100),
  purpose: line(200),
  /** Person visited 訪問先. */
  host: line(100),
  /** Person who accompanies 付添. */
  escort: line(100),
  identity: IdentityKind,
  areaId: Id,
  belongings: line(200),
  /** Work order or permit number the visit belongs to. */
  workReference: line(60),
  note: paragraph(1000),
});
export type VisitDetails = z.infer<typeof VisitDetails>;

/** The fields of a visit that a correction may change. */
export const CorrectableFields = VisitDetails.extend({
  enteredAt: Instant.nullable(),
  exitedAt: Instant.nullable(),
}).partial();
export type CorrectableFields = z.infer<typeof CorrectableFields>;

export interface Visit extends VisitDetails {
  readonly id: string;
  /** Number of the chain's entry that the visit began with: it rises in the order of recording and is never given again. */
  readonly no: number;
  readonly state: VisitState;
  readonly groupId: string | null;
  readonly badgeId: string | null;
  readonly badgeLabel: string | null;
  /** The badge of this visit has not come back. */
  readonly badgeOpen: boolean;
  readonly areaName: string;
  readonly areaLevel: AreaLevel;
  readonly expectedFrom: Instant | null;
  readonly expectedUntil: Instant | null;
  readonly enteredAt: Instant | null;
  readonly exitedAt: Instant | null;
  readonly corrected: boolean;
  readonly imported: boolean;
}

/** A row of a list: what fits on one line. */
export type VisitRow = Pick<
  Visit,
  | 'id'
  | 'no'
  | 'kind'
  | 'state'
  | 'name'
  | 'reading'
  | 'organisation'
  | 'purpose'
  | 'host'
  | 'escort'
  | 'areaName'
  | 'areaLevel'
  | 'badgeLabel'
  | 'badgeOpen'
  | 'groupId'
  | 'expectedFrom'
  | 'expectedUntil'
  | 'enteredAt'
  | 'exitedAt'
  | 'corrected'
  | 'imported'
>;

/** Somebody the ledger remembers, offered while typing. */
export interface KnownVisitor {
  readonly kind: VisitKind;
  readonly name: string;
  readonly reading: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly host: string;
  readonly escort: string;
  readonly identity: IdentityKind;
  readonly areaId: string;
  readonly lastAt: Instant;
  readonly visits: number;
}

/** A line of a visit's story: an event of the chain in the words of the ledger. */
export interface StoryLine {
  readonly seq: number;
  readonly at: Instant;
  readonly actorName: string;
  readonly type: string;
  /** The event's data; undefined once its payload has been erased. */
  readonly data?: unknown;
}
