import type { Leaving } from '../contract.ts';
import type { NewEntriesEvent } from '../events.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Visit } from '../model.ts';
import { refusal } from '../refusals.ts';
import { type EntriesDecision, firstRefusal, type Refused } from './decision.ts';
import { checkRecordedTime, keptReason } from './times.ts';
import { VISIT_MOVES, type VisitAction } from './transitions.ts';

/** The visit as it stands, or a refusal if there is none or the action does not go with its state. */
function checkMove(visit: Visit | undefined, action: VisitAction, field: string): Refused | undefined {
  if (visit === undefined) return refusal('visit-missing', { field });
  const move = VISIT_MOVES[action][visit.state];
  return 'to' in move
    ? undefined
    : refusal(move.refused, { field, detail: { no: visit.no, name: visit.name } });
}

function checkLeaving(
  leaving: Leaving,
  visit: Visit,
  media: readonly string[],
  now: Instant,
  field: string,
): Refused | undefined {
  const exitedAt = leaving.exitedAt ?? now;
  return firstRefusal([
    checkRecordedTime(leaving.exitedAt, leaving.lateReason, now, `${field}exitedAt`, `${field}lateReason`),
    visit.enteredAt !== null && exitedAt < visit.enteredAt
      ? refusal('exit-before-entry', { field: `${field}exitedAt` })
      : undefined,
    visit.badgeOpen && !leaving.badgeReturned
      ? refusal('badge-open', {
          field: `${field}badgeReturned`,
          detail: { badge: visit.badgeLabel ?? '', name: visit.name },
        })
      : undefined,
    media.length > 0
      ? refusal('media-inside', {
          field: `${field}visitId`,
          detail: { name: visit.name, media: media.join('、') },
        })
      : undefined,
  ]);
}

/**
 * One or several people leave, all or none. Nobody leaves while a badge is out (a lost one is reported first), nor while a medium that came
 * in with their visit is inside and nobody has taken it over (guideline 3.5 (10)). `media`: names of those, by visit.
 */
export function decideLeave(
  command: { readonly visits: readonly Leaving[] },
  facts: {
    readonly visits: ReadonlyMap<string, Visit>;
    readonly media: ReadonlyMap<string, readonly string[]>;
  },
  now: Instant,
): EntriesDecision<null> {
  const events: NewEntriesEvent[] = [];
  const seen = new Set<string>();
  for (const [index, leaving] of command.visits.entries()) {
    const field = `visits.${index}.`;
    const visit = facts.visits.get(leaving.visitId);
    const refused = checkMove(visit, 'leave', `${field}visitId`);
    if (refused !== undefined) return refused;
    if (visit === undefined || seen.has(visit.id))
      return refusal('listed-twice', { field: `${field}visitId` });
    seen.add(visit.id);
    const wrong = checkLeaving(leaving, visit, facts.media.get(visit.id) ?? [], now, field);
    if (wrong !== undefined) return wrong;
    events.push({
      type: 'visit.left',
      version: 1,
      subject: `visit:${visit.id}`,
      data: {
        exitedAt: leaving.exitedAt ?? now,
        badgeReturned: visit.badgeOpen ? visit.badgeId : null,
        lateReason: keptReason(leaving.exitedAt, leaving.lateReason),
      },
    });
  }
  return { events, value: null };
}

/** An announced visit does not take place. */
export function decideCancel(
  command: { readonly visitId: string; readonly reason: string },
  facts: { readonly visit: Visit | undefined },
): EntriesDecision<null> {
  const refused = checkMove(facts.visit, 'cancel', 'visitId');
  if (refused !== undefined) return refused;
  const { visitId, reason } = command;
  return {
    events: [{ type: 'visit.cancelled', version: 1, subject: `visit:${visitId}`, data: { reason } }],
    value: null,
  };
}

/** Somebody is not inside any more and nobody saw them leave. The time is the time at which it was noticed. */
export function decideExitUnknown(
  command: { readonly visitId: string; readonly reason: string },
  facts: { readonly visit: Visit | undefined },
  now: Instant,
): EntriesDecision<null> {
  const refused = checkMove(facts.visit, 'exitUnknown', 'visitId');
  if (refused !== undefined) return refused;
  const { visitId, reason } = command;
  return {
    events: [
      {
        type: 'visit.exitUnknown',
        version: 1,
        subject: `visit:${visitId}`,
        data: { noticedAt: now, reason },
      },
    ],
    value: null,
  };
}

/** What somebody knows of an exit nobody saw. The time only if it is known, and only between entry and now. */
export function decideExplain(
  command: {
    readonly visitId: string;
    readonly explanation: string;
    readonly source: string;
    readonly exitedAt: Instant | null;
  },
  facts: { readonly visit: Visit | undefined },
  now: Instant,
): EntriesDecision<null> {
  const { visitId, explanation, source, exitedAt } = command;
  const enteredAt = facts.visit?.enteredAt ?? null;
  const refused = firstRefusal([
    checkMove(facts.visit, 'explain', 'visitId'),
    exitedAt !== null && exitedAt > now ? refusal('in-future', { field: 'exitedAt' }) : undefined,
    exitedAt !== null && enteredAt !== null && exitedAt < enteredAt
      ? refusal('exit-before-entry', { field: 'exitedAt' })
      : undefined,
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [
      {
        type: 'visit.explained',
        version: 1,
        subject: `visit:${visitId}`,
        data: { explanation, source, exitedAt },
      },
    ],
    value: null,
  };
}
