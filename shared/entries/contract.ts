import { command, defineContract, push, query } from '../kernel/contract.ts';
import { Id } from '../kernel/ids.ts';
import { line, requiredLine, requiredParagraph } from '../kernel/text.ts';
import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import {
  ImportMapping,
  type ImportOutcome,
  type ImportPreview,
  type ImportProgress,
} from './import-model.ts';
import {
  type Area,
  AreaDetails,
  type Badge,
  BadgeDetails,
  CorrectableFields,
  FollowIn,
  type KnownVisitor,
  type StoryLine,
  type Visit,
  VisitDetails,
  VisitKind,
  type VisitRow,
  VisitState,
} from './model.ts';

const nothing = z.strictObject({});

/**
 * Which visits a list shows. Times bound `enteredAt`, or `expectedFrom` where nobody has come in; `from` is included, `until`
 * is not.
 */
export const VisitFilter = z.strictObject({
  from: Instant.optional(),
  until: Instant.optional(),
  areaId: Id.optional(),
  state: VisitState.optional(),
  kind: VisitKind.optional(),
});
export type VisitFilter = z.infer<typeof VisitFilter>;

/** One person of a party: what differs between its members. */
export const PartyMember = z.strictObject({
  name: requiredLine(100),
  reading: line(100),
  badgeId: Id.nullable(),
  /** Given when this member was expected too. */
  visitId: Id.nullable().optional(),
});

/** What the operator submits at the door. `visitId` is given when an expected visitor arrives. */
export const Entering = z.strictObject({
  visitId: Id.nullable(),
  details: VisitDetails,
  badgeId: Id.nullable(),
  followIn: FollowIn,
  /** Further people of the same party; each becomes a visit of the same group. */
  party: z.array(PartyMember).max(50, { error: 'too-many' }),
  expectedUntil: Instant.nullable(),
  /** When they came in; null is now. An earlier time needs `lateReason`. */
  enteredAt: Instant.nullable(),
  lateReason: line(200),
  /** The operator looked and it is another person than the one of the same name who is inside or expected. */
  anotherPerson: z.boolean(),
});
export type Entering = z.infer<typeof Entering>;

export const Expecting = z.strictObject({
  details: VisitDetails,
  party: z.array(PartyMember.omit({ badgeId: true, visitId: true })).max(50, { error: 'too-many' }),
  expectedFrom: Instant,
  expectedUntil: Instant.nullable(),
});
export type Expecting = z.infer<typeof Expecting>;

export const Leaving = z.strictObject({
  visitId: Id,
  badgeReturned: z.boolean(),
  /** When they left; null is now. An earlier time needs `lateReason`. */
  exitedAt: Instant.nullable(),
  lateReason: line(200),
});
export type Leaving = z.infer<typeof Leaving>;

export interface Board {
  /** Everybody inside, overdue first, then by area and time. */
  readonly inside: readonly VisitRow[];
  /** Visits whose exit nobody saw and nobody has explained, newest first, at most 200: `counts` says how many there are. */
  readonly unknown: readonly VisitRow[];
  /** Badges lent out though their visit is over, oldest first. */
  readonly badgesOut: readonly Badge[];
}

export interface VisitPage {
  readonly rows: readonly VisitRow[];
  readonly total: number;
}

export interface SearchHits {
  /** Exact hits first, then those found by folding; the last recorded first within each. */
  readonly rows: readonly (VisitRow & { readonly exact: boolean })[];
  /** There are more hits than were asked for. */
  readonly more: boolean;
}

export const entriesContract = defineContract(
  'entries',
  {
    board: query<Board>()(nothing),
    /** How many are inside, for the bar at the top. */
    counts: query<{
      readonly inside: number;
      readonly expectedToday: number;
      readonly unknown: number;
      readonly overdue: number;
    }>()(nothing),
    /** Visits expected, the nearest first, those of one time by reading; at most 500. */
    expected: query<readonly VisitRow[]>()(nothing),
    /** History, newest first, a page at any position. */
    history: query<VisitPage>()(
      z.strictObject({ filter: VisitFilter, offset: z.int().min(0), limit: z.int().min(1).max(100) }),
    ),
    search: query<SearchHits>()(
      z.strictObject({ text: z.string().max(200), filter: VisitFilter, limit: z.int().min(1).max(100) }),
    ),
    visit: query<{
      readonly visit: Visit;
      readonly group: readonly VisitRow[];
      readonly story: readonly StoryLine[];
    }>()(z.strictObject({ id: Id })),
    /** People the ledger remembers whose name, reading or organisation begins with what was typed (kanji, kana or romaji). */
    suggestVisitors: query<readonly KnownVisitor[]>()(
      z.strictObject({ text: z.string().max(100), kind: VisitKind }),
    ),
    /** Words used before in one field. */
    suggestWords: query<readonly string[]>()(
      z.strictObject({
        field: z.enum(['organisation', 'purpose', 'host', 'escort']),
        text: z.string().max(100),
      }),
    ),
    /** Visitors of the last day before today on which there were any, to be logged again with one key. */
    repeatable: query<readonly KnownVisitor[]>()(nothing),
    areas: query<readonly Area[]>()(nothing),
    badges: query<readonly Badge[]>()(nothing),

    enter: command<{ readonly ids: readonly string[] }>()(Entering),
    expect: command<{ readonly ids: readonly string[] }>()(Expecting),
    cancel: command<null>()(z.strictObject({ visitId: Id, reason: requiredParagraph(500) })),
    /** Lets one or several people out, all or none. */
    leave: command<null>()(z.strictObject({ visits: z.array(Leaving).min(1).max(51) })),
    exitUnknown: command<null>()(z.strictObject({ visitId: Id, reason: requiredParagraph(500) })),
    explain: command<null>()(
      z.strictObject({
        visitId: Id,
        explanation: requiredParagraph(500),
        source: requiredLine(100),
        exitedAt: Instant.nullable(),
      }),
    ),
    correct: command<null>()(
      z.strictObject({ visitId: Id, changes: CorrectableFields, reason: requiredParagraph(500) }),
    ),
    returnBadge: command<null>()(z.strictObject({ badgeId: Id })),
    loseBadge: command<null>()(z.strictObject({ badgeId: Id, reason: requiredParagraph(500) })),
    findBadge: command<null>()(z.strictObject({ badgeId: Id, reason: requiredParagraph(500) })),
    retireBadge: command<null>()(z.strictObject({ badgeId: Id, reason: requiredParagraph(500) })),
    registerBadges: command<null>()(z.strictObject({ badges: z.array(BadgeDetails).min(1).max(200) })),
    defineArea: command<{ readonly id: string }>()(AreaDetails),
    changeArea: command<null>()(
      z.strictObject({ areaId: Id, details: AreaDetails, reason: requiredParagraph(500) }),
    ),
    retireArea: command<null>()(z.strictObject({ areaId: Id, reason: requiredParagraph(500) })),

    /** What stands unsent in the door's form, kept for this account over a lock or a restart. */
    draft: query<string | null>()(nothing),
    saveDraft: command<null>()(z.strictObject({ draft: z.string().max(20_000).nullable() })),

    /** Opens the system's file dialog and looks at the file chosen; null when nothing was chosen. */
    chooseImport: command<ImportPreview | null>()(nothing),
    /** Looks at the chosen file again with another mapping. Nothing is written. */
    previewImport: query<ImportPreview>()(z.strictObject({ file: Id, mapping: ImportMapping })),
    /** Takes the whole file in, or nothing. */
    runImport: command<ImportOutcome>()(z.strictObject({ file: Id, mapping: ImportMapping })),
    cancelImport: command<null>()(nothing),
  },
  {
    /** The entry log changed: what is shown has to be read again. */
    changed: push<{ readonly head: number }>(),
    importProgress: push<ImportProgress>(),
  },
);
