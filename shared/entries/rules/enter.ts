import type { Entering, Expecting } from '../contract.ts';
import type { NewEntriesEvent } from '../events.ts';
import { DAY, type Instant, jstDay, startOfJstDay } from '../../kernel/time.ts';
import type { Area, Badge, Visit, VisitDetails } from '../model.ts';
import { refusal } from '../refusals.ts';
import { type EntriesDecision, firstRefusal, type Refused } from './decision.ts';
import { checkBadges, checkDetails, requirements, sameName } from './requirements.ts';
import { checkRecordedTime, keptReason } from './times.ts';
import { VISIT_MOVES } from './transitions.ts';

/** A visit of somebody with the same folded name and organisation who is inside or expected today. */
export type Namesake = Pick<Visit, 'id' | 'no' | 'state'>;

/** What the log knows about the people who want to come in. */
export interface EnterFacts {
  readonly area: Area | undefined;
  /** The badges named in the form, by id. */
  readonly badges: ReadonlyMap<string, Badge>;
  /** The expected visits named in the form, by id. */
  readonly visits: ReadonlyMap<string, Visit>;
  /** Namesakes of each person, the first in the form first. */
  readonly namesakes: readonly (readonly Namesake[])[];
  /** Others of the expected visit's group who are expected or inside. */
  readonly groupmates: number;
  /** Fresh ids, one for each person and one more for the group. */
  readonly ids: readonly string[];
}

interface Person {
  readonly field: string;
  readonly visitId: string | null;
  readonly badgeId: string | null;
  readonly name: string;
  readonly reading: string;
}

/** The people of a form: whom it is about and their party, each with the prefix of their fields. */
export function peopleOf(command: Entering): readonly Person[] {
  const { details, visitId, badgeId, party } = command;
  return [
    { field: '', visitId, badgeId, name: details.name, reading: details.reading },
    ...party.map((member, index) => ({
      ...member,
      visitId: member.visitId ?? null,
      field: `party.${index}.`,
    })),
  ];
}

function nameField(person: Person): string {
  return person.field === '' ? 'details.name' : `${person.field}name`;
}

function checkArea(area: Area | undefined): Refused | undefined {
  const field = 'details.areaId';
  if (area === undefined) return refusal('area-missing', { field });
  return area.retired ? refusal('area-retired', { field, detail: { area: area.name } }) : undefined;
}

function checkExpected(people: readonly Person[], visits: EnterFacts['visits']): Refused | undefined {
  const seen = new Set<string>();
  return firstRefusal(
    people.map(({ visitId, field }) => {
      if (visitId === null) return undefined;
      const visit = visits.get(visitId);
      if (visit === undefined) return refusal('visit-missing', { field: `${field}visitId` });
      if (seen.has(visitId)) return refusal('listed-twice', { field: `${field}visitId` });
      seen.add(visitId);
      const move = VISIT_MOVES.enter[visit.state];
      if ('to' in move) return undefined;
      return refusal(move.refused, { field: `${field}visitId`, detail: { no: visit.no, name: visit.name } });
    }),
  );
}

function checkNamesakes(people: readonly Person[], facts: EnterFacts): Refused | undefined {
  const arriving = new Set(people.map((person) => person.visitId));
  const twice = people.find((person, index) =>
    people.slice(0, index).some((other) => sameName(other.name, person.name)),
  );
  if (twice !== undefined)
    return refusal('party-name-twice', { field: nameField(twice), detail: { name: twice.name } });
  return firstRefusal(
    people.map((person, index) => {
      const found = (facts.namesakes[index] ?? []).filter((other) => !arriving.has(other.id));
      const other = found.find((candidate) => candidate.state === 'inside') ?? found[0];
      if (other === undefined) return undefined;
      return refusal(other.state === 'inside' ? 'same-person-inside' : 'same-person-expected', {
        field: nameField(person),
        detail: { visit: other.id, no: other.no, name: person.name },
      });
    }),
  );
}

function checkFollowIn(command: Entering, facts: EnterFacts): Refused | undefined {
  const accompanied = command.party.length > 0;
  if (command.followIn === 'nobody' && accompanied)
    return refusal('follow-in-unregistered', { field: 'followIn' });
  if (command.followIn === 'registered' && !accompanied && facts.groupmates === 0) {
    return refusal('follow-in-empty', { field: 'followIn' });
  }
  return undefined;
}

/** Somebody comes in, alone or with a party; walk-ins become visits, expected visits go inside. All or none. */
export function decideEnter(
  command: Entering,
  facts: EnterFacts,
  now: Instant,
): EntriesDecision<{ readonly ids: readonly string[] }> {
  const { details } = command;
  const people = peopleOf(command);
  const needs = requirements(facts.area, details.kind);
  const enteredAt = command.enteredAt ?? now;
  const badges = people.map(({ field, badgeId }) => ({
    field: `${field}badgeId`,
    badgeId,
    badge: badgeId === null ? undefined : facts.badges.get(badgeId),
  }));
  const refused = firstRefusal([
    checkExpected(people, facts.visits),
    checkArea(facts.area),
    checkDetails(
      details,
      people.map((person) => person.name),
      needs,
    ),
    checkBadges(badges, facts.area?.level ?? 1, needs.badge),
    checkFollowIn(command, facts),
    checkRecordedTime(command.enteredAt, command.lateReason, now, 'enteredAt', 'lateReason'),
    command.expectedUntil !== null && command.expectedUntil <= enteredAt
      ? refusal('until-before-entry', { field: 'expectedUntil' })
      : undefined,
    command.anotherPerson ? undefined : checkNamesakes(people, facts),
  ]);
  if (refused !== undefined) return refused;

  const groupIds = people.map(({ visitId }) =>
    visitId === null ? null : (facts.visits.get(visitId)?.groupId ?? null),
  );
  const known = groupIds.find((groupId) => groupId !== null) ?? null;
  const group = known ?? (people.length > 1 ? (facts.ids[people.length] ?? null) : null);
  const ids = people.map((person, index) => person.visitId ?? facts.ids[index] ?? '');
  const events = people.map(
    (person, index): NewEntriesEvent => ({
      type: 'visit.entered',
      version: 1,
      subject: `visit:${ids[index] ?? ''}`,
      data: {
        details: { ...details, name: person.name, reading: person.reading },
        enteredAt,
        expectedUntil: command.expectedUntil,
        badgeId: person.badgeId,
        followIn: command.followIn,
        groupId: groupIds[index] ?? group,
        lateReason: keptReason(command.enteredAt, command.lateReason),
      },
    }),
  );
  return { events, value: { ids } };
}

export interface ExpectFacts {
  readonly area: Area | undefined;
  readonly ids: readonly string[];
}

/** Announces somebody, alone or with a party. Escort, badge and identity are asked at the door, not yet here. */
export function decideExpect(
  command: Expecting,
  facts: ExpectFacts,
  now: Instant,
): EntriesDecision<{ readonly ids: readonly string[] }> {
  const { details, party, expectedFrom, expectedUntil } = command;
  const people: readonly Pick<VisitDetails, 'name' | 'reading'>[] = [details, ...party];
  const needs = requirements(undefined, details.kind);
  const twice = people.findIndex(
    (person, index) => index > 0 && people.slice(0, index).some((other) => sameName(other.name, person.name)),
  );
  const refused = firstRefusal([
    checkArea(facts.area),
    checkDetails(
      details,
      people.map((person) => person.name),
      needs,
    ),
    twice > 0
      ? refusal('party-name-twice', {
          field: `party.${twice - 1}.name`,
          detail: { name: people[twice]?.name ?? '' },
        })
      : undefined,
    expectedFrom < startOfJstDay(jstDay(now)) ? refusal('in-past', { field: 'expectedFrom' }) : undefined,
    expectedUntil !== null && expectedUntil <= expectedFrom
      ? refusal('until-before-from', { field: 'expectedUntil' })
      : undefined,
  ]);
  if (refused !== undefined) return refused;
  const ids = people.map((_, index) => facts.ids[index] ?? '');
  const groupId = people.length > 1 ? (facts.ids[people.length] ?? null) : null;
  const events = people.map(
    ({ name, reading }, index): NewEntriesEvent => ({
      type: 'visit.expected',
      version: 1,
      subject: `visit:${ids[index] ?? ''}`,
      data: { details: { ...details, name, reading }, expectedFrom, expectedUntil, groupId },
    }),
  );
  return { events, value: { ids } };
}

/** Whether an announced visit can take place on the day in Japan that `now` falls in. */
export function expectedOn(
  visit: { readonly expectedFrom: Instant; readonly expectedUntil: Instant | null },
  now: Instant,
): boolean {
  const start = startOfJstDay(jstDay(now));
  return visit.expectedFrom < start + DAY && (visit.expectedUntil ?? visit.expectedFrom) >= start;
}
