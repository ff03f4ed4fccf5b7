import type { NewEntriesEvent } from '../events.ts';
import { fold } from '../../kernel/folding/fold.ts';
import type { Badge, BadgeDetails, Visit } from '../model.ts';
import { refusal } from '../refusals.ts';
import { type EntriesDecision, firstRefusal, type Refused } from './decision.ts';
import { BADGE_MOVES, type BadgeAction } from './transitions.ts';

export interface BadgeFacts {
  readonly badge: Badge | undefined;
  /** The visit that the badge is lent to. */
  readonly visit: Pick<Visit, 'id' | 'state' | 'name'> | undefined;
}

interface WithReason {
  readonly badgeId: string;
  readonly reason: string;
}

function checkMove(badge: Badge | undefined, action: BadgeAction): Refused | undefined {
  const field = 'badgeId';
  if (badge === undefined) return refusal('badge-missing', { field });
  const move = BADGE_MOVES[action][badge.state];
  return 'to' in move ? undefined : refusal(move.refused, { field, detail: { badge: badge.label } });
}

function decided(refused: Refused | undefined, event: NewEntriesEvent): EntriesDecision<null> {
  return refused ?? { events: [event], value: null };
}

/** A badge comes back after its visit is over. While its wearer is inside it comes back with the exit. */
export function decideReturnBadge(
  command: { readonly badgeId: string },
  facts: BadgeFacts,
): EntriesDecision<null> {
  const refused = checkMove(facts.badge, 'return');
  if (refused !== undefined) return refused;
  const { visit } = facts;
  if (visit === undefined) return refusal('badge-not-lent', { field: 'badgeId' });
  if (visit.state === 'inside')
    return refusal('badge-still-worn', { field: 'badgeId', detail: { name: visit.name } });
  return {
    events: [
      {
        type: 'badge.returned',
        version: 1,
        subject: `badge:${command.badgeId}`,
        data: { visitId: visit.id },
      },
    ],
    value: null,
  };
}

/** A badge is gone. It is no longer open for the visit it was lent to: its wearer may leave. */
export function decideLoseBadge({ badgeId, reason }: WithReason, facts: BadgeFacts): EntriesDecision<null> {
  return decided(checkMove(facts.badge, 'lose'), {
    type: 'badge.lost',
    version: 1,
    subject: `badge:${badgeId}`,
    data: { visitId: facts.visit?.id ?? null, reason },
  });
}

/** A lost badge turned up: it can be lent again. */
export function decideFindBadge({ badgeId, reason }: WithReason, facts: BadgeFacts): EntriesDecision<null> {
  return decided(checkMove(facts.badge, 'find'), {
    type: 'badge.found',
    version: 1,
    subject: `badge:${badgeId}`,
    data: { reason },
  });
}

/** A badge is taken out of use. */
export function decideRetireBadge({ badgeId, reason }: WithReason, facts: BadgeFacts): EntriesDecision<null> {
  return decided(checkMove(facts.badge, 'retire'), {
    type: 'badge.retired',
    version: 1,
    subject: `badge:${badgeId}`,
    data: { reason },
  });
}

/** Registers badges, all or none. Two badges in use never bear the same label; that of a retired one is free again. */
export function decideRegisterBadges(
  command: { readonly badges: readonly BadgeDetails[] },
  facts: { readonly labels: readonly string[]; readonly ids: readonly string[] },
): EntriesDecision<null> {
  const taken = new Set(facts.labels.map(fold));
  const here = new Set<string>();
  const refused = firstRefusal(
    command.badges.map(({ label }, index) => {
      const key = fold(label);
      const more = { field: `badges.${index}.label`, detail: { badge: label } };
      if (taken.has(key)) return refusal('badge-label-taken', more);
      if (here.has(key)) return refusal('badge-label-twice', more);
      here.add(key);
      return undefined;
    }),
  );
  if (refused !== undefined) return refused;
  const events = command.badges.map(
    (data, index): NewEntriesEvent => ({
      type: 'badge.registered',
      version: 1,
      subject: `badge:${facts.ids[index] ?? ''}`,
      data,
    }),
  );
  return { events, value: null };
}
