import type { Visit } from '../../../entries/model.ts';
import { LATE_AFTER, sameName } from '../../../entries/rules.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { NewMediaEvent } from '../../events.ts';
import type { InspectionGap } from '../../inspection/model.ts';
import { firstRefusal, type Refused, refusal } from '../../refusals.ts';
import type { MediaDecision } from '../../rules.ts';
import { checkMove, detailOf, type RequestFacts } from './facts.ts';
import { checkKept, type RegisteredMedium } from './form.ts';
import { allowed, KINDS_MOVED, type Movement, MOVEMENT_MOVES, MOVEMENT_STATES } from './transitions.ts';

/** Something at the door, as it is recorded. `at` null is now; an earlier time needs `lateReason`. */
export interface Moving {
  readonly requestId: string;
  readonly at: Instant | null;
  readonly lateReason: string;
  readonly seal: string;
}

/** What the entry log knows of whoever carries a medium in. */
export interface VisitFacts {
  /** The visit named; undefined if none is, or there is none of that id. */
  readonly visit: Pick<Visit, 'id' | 'name' | 'state' | 'enteredAt'> | undefined;
  /** Visits of somebody of the bearer's name and organisation who is inside. */
  readonly ofBearer: readonly string[];
}

export interface MoveFacts {
  readonly request: RequestFacts | undefined;
  /** What was not looked at yet, or is not settled, on this way. */
  readonly gaps: readonly InspectionGap[];
}

function checkAllowed(movement: Movement, request: RequestFacts): Refused | undefined {
  const field = 'requestId';
  const detail = detailOf(request);
  const move = MOVEMENT_MOVES[movement][request.whereabouts];
  const barred = MOVEMENT_STATES[movement][request.state];
  return firstRefusal([
    KINDS_MOVED[movement].includes(request.kind) ? undefined : refusal('wrong-kind', { field, detail }),
    allowed(move) && barred !== undefined ? refusal(barred, { field, detail }) : undefined,
    checkMove(move, request),
  ]);
}

function checkTime(
  { at, lateReason }: Moving,
  { carriedAt }: RequestFacts,
  now: Instant,
): Refused | undefined {
  return firstRefusal([
    at !== null && at > now ? refusal('in-future', { field: 'at' }) : undefined,
    at !== null && now - at > LATE_AFTER && lateReason === ''
      ? refusal('late-reason-required', { field: 'lateReason' })
      : undefined,
    carriedAt !== null && (at ?? now) < carriedAt ? refusal('before-carried', { field: 'at' }) : undefined,
  ]);
}

/** Refuses what is begun outside its period; `from` and `until` are included. */
function checkPeriod({ at }: Moving, request: RequestFacts, now: Instant): Refused | undefined {
  const moment = at ?? now;
  const { from, until } = request;
  return firstRefusal([
    moment < from ? refusal('too-early', { field: 'at', detail: detailOf(request) }) : undefined,
    moment > until ? refusal('too-late', { field: 'at', detail: detailOf(request) }) : undefined,
  ]);
}

/**
 * Ties what is carried in to the visit of whoever carries it: a visitor inside, of the bearer's name, not before they came. Somebody of
 * a company, or who has a visit, cannot leave it out.
 */
export function checkVisit(
  visitId: string | null,
  { bearer, organisation }: { readonly bearer: string; readonly organisation: string },
  { visit, ofBearer }: VisitFacts,
  at: Instant,
): Refused | undefined {
  const field = 'visitId';
  if (visitId === null) {
    return organisation !== '' || ofBearer.length > 0
      ? refusal('visit-required', { field, detail: { bearer } })
      : undefined;
  }
  if (visit === undefined) return refusal('visit-missing', { field });
  return firstRefusal([
    visit.state === 'inside'
      ? undefined
      : refusal('visit-not-inside', { field, detail: { visitor: visit.name } }),
    sameName(visit.name, bearer)
      ? undefined
      : refusal('bearer-differs', { field, detail: { bearer, visitor: visit.name } }),
    visit.enteredAt !== null && at < visit.enteredAt ? refusal('before-visit', { field: 'at' }) : undefined,
  ]);
}

function checkGaps(gaps: readonly InspectionGap[], request: RequestFacts): Refused | undefined {
  const [gap] = gaps;
  return gap === undefined ? undefined : refusal(gap, { field: 'requestId', detail: detailOf(request) });
}

type MovedType = Extract<NewMediaEvent['type'], `request.${string}`>;
type DataOf<T extends MovedType> = Extract<NewMediaEvent, { readonly type: T }>['data'];

function recorded({ at, lateReason, seal }: Moving, now: Instant) {
  return { at: at ?? now, lateReason: at === null || lateReason === '' ? null : lateReason, seal };
}

function did<T extends MovedType>(type: T, { requestId }: Moving, data: DataOf<T>): MediaDecision<null> {
  const event = { type, version: 1, subject: `request:${requestId}` as const, data };
  return { events: [event as NewMediaEvent], value: null };
}

const missing = () => refusal('request-missing', { field: 'requestId' });

/** A medium comes in: permitted or notified, within its period, looked at, in the hands of its bearer (guideline 3.5 (10), (20)). */
export function decideCarryIn(
  command: Moving & { readonly visitId: string | null },
  facts: MoveFacts & VisitFacts & { readonly registered: RegisteredMedium | undefined | null },
  now: Instant,
): MediaDecision<null> {
  const { request, gaps, registered } = facts;
  if (request === undefined) return missing();
  return (
    firstRefusal([
      checkAllowed('carryIn', request),
      checkTime(command, request, now),
      checkPeriod(command, request, now),
      registered === null ? undefined : checkKept(registered, 'requestId'),
      checkVisit(command.visitId, request, facts, command.at ?? now),
      checkGaps(gaps, request),
    ]) ?? did('request.carriedIn', command, { ...recorded(command, now), visitId: command.visitId })
  );
}

/** What was carried in leaves. The way out is open in every state, once what is on it has been looked at. */
export function decideTakeOut(command: Moving, facts: MoveFacts, now: Instant): MediaDecision<null> {
  const { request, gaps } = facts;
  if (request === undefined) return missing();
  return (
    firstRefusal([
      checkAllowed('takeOut', request),
      checkTime(command, request, now),
      checkGaps(gaps, request),
    ]) ?? did('request.takenOut', command, recorded(command, now))
  );
}

/** What was carried in stays with somebody of the utility, so that its visitor may leave. What is in quarantine is with its keeper already. */
export function decideHandOver(
  command: Moving & { readonly to: string; readonly reason: string },
  { request, gaps }: MoveFacts,
  now: Instant,
): MediaDecision<null> {
  if (request === undefined) return missing();
  const { to, reason } = command;
  return (
    firstRefusal([
      checkAllowed('handOver', request),
      checkTime(command, request, now),
      sameName(to, request.bearer)
        ? refusal('handed-to-bearer', { field: 'to', detail: { bearer: request.bearer } })
        : undefined,
      checkGaps(gaps, request),
    ]) ?? did('request.handedOver', command, { ...recorded(command, now), to, reason })
  );
}

/** A medium goes out: permitted or notified, within its period, looked at, and at its place if it is the register's. */
export function decideCarryOut(
  command: Moving & { readonly holder: string },
  facts: MoveFacts & { readonly registered: RegisteredMedium | undefined | null },
  now: Instant,
): MediaDecision<null> {
  const { request, gaps, registered } = facts;
  if (request === undefined) return missing();
  return (
    firstRefusal([
      checkAllowed('carryOut', request),
      checkTime(command, request, now),
      checkPeriod(command, request, now),
      registered === null ? undefined : checkKept(registered, 'requestId'),
      checkGaps(gaps, request),
    ]) ?? did('request.carriedOut', command, { ...recorded(command, now), holder: command.holder })
  );
}

/** What was carried out comes back; a transfer that did not arrive as well. */
export function decideGiveBack(command: Moving, facts: MoveFacts, now: Instant): MediaDecision<null> {
  const { request, gaps } = facts;
  if (request === undefined) return missing();
  return (
    firstRefusal([
      checkAllowed('giveBack', request),
      checkTime(command, request, now),
      checkGaps(gaps, request),
    ]) ?? did('request.givenBack', command, recorded(command, now))
  );
}

/** A transfer has reached its destination, where somebody took it; what is in quarantine has not. */
export function decideDeliver(
  command: Moving & { readonly to: string },
  { request, gaps }: MoveFacts,
  now: Instant,
): MediaDecision<null> {
  if (request === undefined) return missing();
  return (
    firstRefusal([
      checkAllowed('deliver', request),
      checkTime(command, request, now),
      checkGaps(gaps, request),
    ]) ?? did('request.delivered', command, { ...recorded(command, now), to: command.to })
  );
}
