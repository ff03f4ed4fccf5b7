import type { Entering, Expecting } from '../../../shared/entries/contract.ts';
import {
  type Area,
  FollowIn,
  IdentityKind,
  type KnownVisitor,
  type Visit,
  VisitKind,
} from '../../../shared/entries/model.ts';
import { Id } from '../../../shared/kernel/ids.ts';
import { Instant } from '../../../shared/kernel/time.ts';
import { z } from '../../../shared/kernel/zod.ts';

/** Which badge is lent: the one proposed, none, or the one with this id. */
export const BadgeChoice = z.union([z.literal('auto'), z.literal('none'), Id]);
export type BadgeChoice = z.infer<typeof BadgeChoice>;

/** null: empty; absent or undefined: what is typed is not a date. */
const When = Instant.nullable().optional();

const Member = z.strictObject({
  name: z.string(),
  reading: z.string(),
  badge: BadgeChoice,
  visitId: Id.nullable(),
});
export type Member = z.infer<typeof Member>;

/** The words of the form that any field of text can hold. */
export const TEXT_FIELDS = [
  'name',
  'reading',
  'organisation',
  'purpose',
  'host',
  'escort',
  'belongings',
  'workReference',
  'note',
] as const;
export type TextFieldName = (typeof TEXT_FIELDS)[number];

/** What stands in the door's form, finished or not. `enter` lets somebody in, `expect` announces somebody. */
export const Draft = z.strictObject({
  mode: z.enum(['enter', 'expect']),
  visitId: Id.nullable(),
  kind: VisitKind,
  name: z.string(),
  reading: z.string(),
  organisation: z.string(),
  purpose: z.string(),
  host: z.string(),
  escort: z.string(),
  identity: IdentityKind,
  areaId: Id.nullable(),
  badge: BadgeChoice,
  belongings: z.string(),
  workReference: z.string(),
  expectedFrom: When,
  expectedUntil: When,
  party: z.array(Member).max(50),
  /** What stands in the field that adds one more to the party. */
  joining: z.string(),
  followIn: FollowIn.nullable(),
  /** It happened earlier: `enteredAt` and `lateReason` are asked for. */
  late: z.boolean(),
  enteredAt: When,
  lateReason: z.string(),
  note: z.string(),
});
export type Draft = z.infer<typeof Draft>;
export type DoorMode = Draft['mode'];

/** An empty form. */
export function emptyDraft(mode: DoorMode = 'enter', kind: VisitKind = 'visitor'): Draft {
  return {
    mode,
    visitId: null,
    kind,
    name: '',
    reading: '',
    organisation: '',
    purpose: '',
    host: '',
    escort: '',
    identity: 'not-seen',
    areaId: null,
    badge: 'auto',
    belongings: '',
    workReference: '',
    expectedFrom: null,
    expectedUntil: null,
    party: [],
    joining: '',
    followIn: null,
    late: false,
    enteredAt: null,
    lateReason: '',
    note: '',
  };
}

/** Whether nothing has been filled in that would be missed. */
export function isBlank(draft: Draft): boolean {
  return JSON.stringify(draft) === JSON.stringify(emptyDraft(draft.mode, draft.kind));
}

/** Reads what {@link packDraft} wrote; undefined for anything else, for instance the draft of an earlier version. */
export function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    const parsed = Draft.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The longest draft that main keeps (`entries.saveDraft`). */
const LONGEST = 20_000;

/** A draft as it is kept, null when there is nothing to keep or it is too long to be kept. */
export function packDraft(draft: Draft): string | null {
  const text = JSON.stringify(draft);
  return isBlank(draft) || text.length > LONGEST ? null : text;
}

/**
 * The form filled with somebody the ledger remembers: an area no longer in use is left open, and it is no longer the arrival
 * of somebody expected, who may be another.
 */
export function fillFromKnown(draft: Draft, known: KnownVisitor, areas: readonly Area[]): Draft {
  const { kind, name, reading, organisation, purpose, host, escort, identity } = known;
  const inUse = areas.some((area) => area.id === known.areaId && !area.retired);
  return {
    ...draft,
    visitId: null,
    kind,
    name,
    reading,
    organisation,
    purpose,
    host,
    escort,
    identity,
    areaId: inUse ? known.areaId : draft.areaId,
  };
}

/** The form for the arrival of somebody who was expected. */
export function arrivalOf(visit: Visit): Draft {
  const words = Object.fromEntries(TEXT_FIELDS.map((field) => [field, visit[field]]));
  return Draft.parse({
    ...emptyDraft('enter', visit.kind),
    ...words,
    visitId: visit.id,
    identity: visit.identity,
    areaId: visit.areaId,
    expectedUntil: visit.expectedUntil,
  });
}

/** The party with whoever still stands in the field that adds one. */
export function partyOf(draft: Draft): readonly Member[] {
  const name = draft.joining.trim();
  return name === '' ? draft.party : [...draft.party, newMember(name)];
}

export function newMember(name: string): Member {
  return { name, reading: '', badge: 'auto', visitId: null };
}

function detailsOf(draft: Draft): Entering['details'] {
  const {
    kind,
    name,
    reading,
    organisation,
    purpose,
    host,
    escort,
    identity,
    belongings,
    workReference,
    note,
  } = draft;
  const areaId = draft.areaId ?? '';
  return {
    kind,
    name,
    reading,
    organisation,
    purpose,
    host,
    escort,
    identity,
    areaId,
    belongings,
    workReference,
    note,
  };
}

/** What is submitted at the door. `badgeIds`: of the person and of each of the party, in order. */
export function enteringOf(
  draft: Draft,
  badgeIds: readonly (string | null)[],
  anotherPerson: boolean,
): Entering {
  return {
    visitId: draft.visitId,
    details: detailsOf(draft),
    badgeId: badgeIds[0] ?? null,
    followIn: draft.followIn ?? 'nobody',
    party: partyOf(draft).map(({ name, reading, visitId }, index) => ({
      name,
      reading,
      visitId,
      badgeId: badgeIds[index + 1] ?? null,
    })),
    expectedUntil: draft.expectedUntil ?? null,
    enteredAt: draft.late ? (draft.enteredAt ?? null) : null,
    lateReason: draft.late ? draft.lateReason : '',
    anotherPerson,
  };
}

/** What is submitted to announce somebody. */
export function expectingOf(draft: Draft): Expecting {
  return {
    details: { ...detailsOf(draft), identity: 'not-seen' },
    party: partyOf(draft).map(({ name, reading }) => ({ name, reading })),
    expectedFrom: draft.expectedFrom ?? 0,
    expectedUntil: draft.expectedUntil ?? null,
  };
}
