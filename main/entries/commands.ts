import { v7 } from 'uuid';
import type { Entering, Expecting, Leaving } from '../../shared/entries/contract.ts';
import type {
  AreaDetails,
  Badge,
  BadgeDetails,
  CorrectableFields,
  Visit,
} from '../../shared/entries/model.ts';
import {
  type BadgeFacts,
  decideCancel,
  decideChangeArea,
  decideCorrect,
  decideDefineArea,
  decideEnter,
  decideExitUnknown,
  decideExpect,
  decideExplain,
  decideFindBadge,
  decideLeave,
  decideLoseBadge,
  decideRegisterBadges,
  decideRetireArea,
  decideRetireBadge,
  decideReturnBadge,
  type EntriesDecision,
  peopleOf,
} from '../../shared/entries/rules.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { mediaInsideOf } from '../media/requests/queries.ts';
import type { ReadDb } from '../vault/db.ts';
import {
  areaById,
  areas,
  badgeById,
  badgeLabels,
  groupmates,
  namesakes,
  occupants,
  visitById,
} from './queries.ts';

/** Gathers the facts of one command and asks the rules. To be run in the writer's turn, within its transaction. */
type Command<I, T = null> = (db: ReadDb, input: I, now: Instant) => EntriesDecision<T>;

interface AboutVisit {
  readonly visitId: string;
  readonly reason: string;
}
interface AboutBadge {
  readonly badgeId: string;
  readonly reason: string;
}

function freshIds(count: number): string[] {
  return Array.from({ length: count }, () => v7());
}

function found<T>(
  ids: readonly (string | null)[],
  byId: (id: string) => T | undefined,
): ReadonlyMap<string, T> {
  const entries = ids.flatMap((id): [string, T][] => {
    const value = id === null ? undefined : byId(id);
    return id === null || value === undefined ? [] : [[id, value]];
  });
  return new Map(entries);
}

export const enter: Command<Entering, { readonly ids: readonly string[] }> = (db, input, now) => {
  const people = peopleOf(input);
  const visits = found<Visit>(
    people.map(({ visitId }) => visitId),
    (id) => visitById(db, id),
  );
  const groupId = (input.visitId === null ? undefined : visits.get(input.visitId))?.groupId ?? null;
  return decideEnter(
    input,
    {
      area: areaById(db, input.details.areaId),
      badges: found<Badge>(
        people.map(({ badgeId }) => badgeId),
        (id) => badgeById(db, id),
      ),
      visits,
      namesakes: people.map(({ name }) => namesakes(db, name, input.details.organisation, now)),
      groupmates: groupId === null || input.visitId === null ? 0 : groupmates(db, groupId, input.visitId),
      ids: freshIds(people.length + 1),
    },
    now,
  );
};

export const expect: Command<Expecting, { readonly ids: readonly string[] }> = (db, input, now) =>
  decideExpect(
    input,
    { area: areaById(db, input.details.areaId), ids: freshIds(input.party.length + 2) },
    now,
  );

export const leave: Command<{ readonly visits: readonly Leaving[] }> = (db, input, now) => {
  const ids = input.visits.map(({ visitId }) => visitId);
  const visits = found(ids, (id) => visitById(db, id));
  return decideLeave(input, { visits, media: found(ids, (id) => mediaInsideOf(db, id)) }, now);
};

export const cancel: Command<AboutVisit> = (db, input) =>
  decideCancel(input, { visit: visitById(db, input.visitId) });

export const exitUnknown: Command<AboutVisit> = (db, input, now) =>
  decideExitUnknown(input, { visit: visitById(db, input.visitId) }, now);

export const explain: Command<Parameters<typeof decideExplain>[0]> = (db, input, now) =>
  decideExplain(input, { visit: visitById(db, input.visitId) }, now);

export const correct: Command<AboutVisit & { readonly changes: CorrectableFields }> = (db, input, now) => {
  const { areaId } = input.changes;
  const area = areaId === undefined ? undefined : areaById(db, areaId);
  return decideCorrect(input, { visit: visitById(db, input.visitId), area }, now);
};

function badgeFacts(db: ReadDb, badgeId: string): BadgeFacts {
  const badge = badgeById(db, badgeId);
  const lentTo = badge?.state === 'lent' ? badge.visitId : null;
  return { badge, visit: lentTo === null ? undefined : visitById(db, lentTo) };
}

export const returnBadge: Command<{ readonly badgeId: string }> = (db, input) =>
  decideReturnBadge(input, badgeFacts(db, input.badgeId));

export const loseBadge: Command<AboutBadge> = (db, input) =>
  decideLoseBadge(input, badgeFacts(db, input.badgeId));

export const findBadge: Command<AboutBadge> = (db, input) =>
  decideFindBadge(input, badgeFacts(db, input.badgeId));

export const retireBadge: Command<AboutBadge> = (db, input) =>
  decideRetireBadge(input, badgeFacts(db, input.badgeId));

export const registerBadges: Command<{ readonly badges: readonly BadgeDetails[] }> = (db, input) =>
  decideRegisterBadges(input, { labels: badgeLabels(db), ids: freshIds(input.badges.length) });

export const defineArea: Command<AreaDetails, { readonly id: string }> = (db, input) =>
  decideDefineArea(input, { areas: areas(db), id: v7() });

export const changeArea: Command<{
  readonly areaId: string;
  readonly details: AreaDetails;
  readonly reason: string;
}> = (db, input) => decideChangeArea(input, { areas: areas(db) });

export const retireArea: Command<{ readonly areaId: string; readonly reason: string }> = (db, input) =>
  decideRetireArea(input, { area: areaById(db, input.areaId), ...occupants(db, input.areaId) });
