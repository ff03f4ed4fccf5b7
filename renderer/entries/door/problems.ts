import { Entering, Expecting } from '../../../shared/entries/contract.ts';
import type { Area, Badge } from '../../../shared/entries/model.ts';
import { requirements } from '../../../shared/entries/rules.ts';
import type { Refusal } from '../../../shared/kernel/result.ts';
import { badgesFor } from './badges.ts';
import { type Draft, enteringOf, expectingOf, partyOf } from './draft.ts';

/** What is wrong with one field, by its dot path in the command. */
export interface Problem extends Refusal {
  readonly field: string;
}

/** The fields in the order of the form; `party` stands for those of its members. */
const ORDER: readonly string[] = [
  'details.kind',
  'details.name',
  'details.reading',
  'details.organisation',
  'details.purpose',
  'details.host',
  'details.escort',
  'details.identity',
  'details.areaId',
  'badgeId',
  'expectedFrom',
  'details.belongings',
  'details.workReference',
  'expectedUntil',
  'party',
  'followIn',
  'enteredAt',
  'lateReason',
  'details.note',
];
const placeOf = (field: string): number => ORDER.indexOf(field.startsWith('party') ? 'party' : field);

const blank = (text: string): boolean => text.trim() === '';

function needed(
  draft: Draft,
  area: Area | undefined,
  badgeIds: readonly (string | null)[],
): readonly Problem[] {
  const needs = requirements(area, draft.kind);
  const found: Problem[] = [];
  const ask = (missing: boolean, field: string, code: string): void => {
    if (missing) found.push({ field, code });
  };
  ask(draft.areaId === null, 'details.areaId', 'required');
  ask(needs.purpose && blank(draft.purpose), 'details.purpose', 'purpose-required');
  ask(needs.host && blank(draft.host), 'details.host', 'host-required');
  if (draft.mode === 'expect') {
    ask(draft.expectedFrom === null, 'expectedFrom', 'required');
    return found;
  }
  ask(needs.escort && blank(draft.escort), 'details.escort', 'escort-required');
  ask(needs.identity && draft.identity === 'not-seen', 'details.identity', 'identity-required');
  for (const [index, badgeId] of badgeIds.entries()) {
    ask(
      needs.badge && badgeId === null,
      index === 0 ? 'badgeId' : `party.${index - 1}.badgeId`,
      'badge-required',
    );
  }
  const accompanied = partyOf(draft).length > 0;
  ask(draft.followIn === null, 'followIn', 'required');
  ask(draft.followIn === 'nobody' && accompanied, 'followIn', 'follow-in-unregistered');
  // Somebody of an expected group may have come in before: that main knows.
  ask(
    draft.followIn === 'registered' && !accompanied && draft.visitId === null,
    'followIn',
    'follow-in-empty',
  );
  ask(draft.late && draft.enteredAt === null, 'enteredAt', 'required');
  ask(draft.late && blank(draft.lateReason), 'lateReason', 'late-reason-required');
  return found;
}

function unread(draft: Draft): readonly Problem[] {
  const times =
    draft.mode === 'expect' ? (['expectedFrom', 'expectedUntil'] as const) : (['expectedUntil'] as const);
  const fields = draft.mode === 'enter' && draft.late ? [...times, 'enteredAt' as const] : times;
  return fields.filter((field) => draft[field] === undefined).map((field) => ({ field, code: 'date-form' }));
}

/**
 * Everything that the form can tell to be wrong before main is asked: the schema of the command and what the area demands.
 * At most one problem a field, in the order of the form.
 */
export function problemsOf(
  draft: Draft,
  area: Area | undefined,
  badges: readonly Badge[],
): readonly Problem[] {
  const badgeIds = draft.mode === 'enter' ? badgesFor(draft, badges, area) : [];
  const parsed =
    draft.mode === 'enter'
      ? Entering.safeParse(enteringOf(draft, badgeIds, false))
      : Expecting.safeParse(expectingOf(draft));
  const issues = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.'),
    code: message,
  }));
  const all = [...unread(draft), ...needed(draft, area, badgeIds), ...issues];
  return all
    .filter(({ field }, at) => all.findIndex((other) => other.field === field) === at)
    .toSorted((one, other) => placeOf(one.field) - placeOf(other.field));
}
