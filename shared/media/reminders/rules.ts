import type { NewEventOf } from '../../kernel/event.ts';
import { DAY, type Instant, jstDay } from '../../kernel/time.ts';
import type { MediaPolicy } from '../policy.ts';
import {
  firstRefusal,
  type MediaRefusal,
  type MediaRefusedWith,
  type Refused,
  refusal,
} from '../refusals.ts';
import type { Request, RequestState, Whereabouts } from '../requests/model.ts';
import type { reminderEvents } from './events.ts';
import type { Reminding } from './model.ts';

/** A request as the rules of reminders know it. */
export type DueRequest = Pick<
  Request,
  'id' | 'no' | 'mediumName' | 'state' | 'whereabouts' | 'due' | 'requesterId'
>;
type Remindable = Pick<Request, 'no' | 'mediumName' | 'state' | 'whereabouts' | 'due'>;

type Decided =
  | { readonly events: readonly NewEventOf<typeof reminderEvents>[]; readonly value: null }
  | { readonly refusal: MediaRefusedWith };

/** Inside or outside although it should not be any more: past its time, or its permission is gone. */
export function isOverdue(
  { whereabouts, state, due }: Pick<Request, 'whereabouts' | 'state' | 'due'>,
  now: Instant,
): boolean {
  if (whereabouts !== 'inside' && whereabouts !== 'outside') return false;
  return state === 'refused' || state === 'withdrawn' || due < now;
}

/** Days in Japan by which a due time has passed: 0 on its own day. */
export function daysOver(due: Instant, now: Instant): number {
  return Math.max(0, jstDay(now) - jstDay(due));
}

/** Where a medium is not for somebody to be reminded of it, or for its time to be put off; undefined where it is. */
const NOT_CARRIED: Readonly<
  Record<Whereabouts, { readonly remind: MediaRefusal; readonly putOff: MediaRefusal } | undefined>
> = {
  'not-yet': { remind: 'remind-not-carried', putOff: 'put-off-not-carried' },
  inside: undefined,
  outside: undefined,
  done: { remind: 'already-over', putOff: 'already-over' },
};

/** Which states bar putting off: what nobody has permitted, or nobody permits any more, has no time to be put off. */
const PUT_OFF_STATES: Readonly<Record<RequestState, MediaRefusal | undefined>> = {
  submitted: 'put-off-undecided',
  endorsed: 'put-off-undecided',
  returned: 'put-off-undecided',
  approved: undefined,
  notified: undefined,
  acknowledged: undefined,
  emergency: 'put-off-undecided',
  refused: 'put-off-barred',
  withdrawn: 'put-off-barred',
  retracted: 'put-off-barred',
};

function detailOf({ no, mediumName }: Pick<Request, 'no' | 'mediumName'>) {
  return { no, medium: mediumName };
}

/** What stands against reminding somebody of a medium: that it is not here or away, or not due within the policy's days. */
export function checkRemind(
  request: Remindable,
  { remindDays }: Pick<MediaPolicy, 'remindDays'>,
  now: Instant,
): Refused | undefined {
  const barred = NOT_CARRIED[request.whereabouts]?.remind;
  const detail = detailOf(request);
  if (barred !== undefined) return refusal(barred, { field: 'requestId', detail });
  return isOverdue(request, now) || request.due - remindDays * DAY <= now
    ? undefined
    : refusal('remind-not-due', { field: 'requestId', detail: { ...detail, days: remindDays } });
}

/**
 * Records a reminder 催促 of a medium that is overdue or soon due. Refused: `request-missing`, `remind-not-carried`, `already-over`,
 * `remind-not-due`, `remind-next-past` where it would be looked at again before today.
 */
export function decideRemind(
  { requestId, reminding }: { readonly requestId: string; readonly reminding: Reminding },
  { request, policy }: { readonly request: Remindable | undefined; readonly policy: MediaPolicy },
  now: Instant,
): Decided {
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  const { next } = reminding;
  return (
    firstRefusal([
      checkRemind(request, policy, now),
      next !== null && jstDay(next) < jstDay(now)
        ? refusal('remind-next-past', { field: 'reminding.next' })
        : undefined,
    ]) ?? {
      events: [{ type: 'request.reminded', version: 1, subject: `request:${requestId}`, data: reminding }],
      value: null,
    }
  );
}

/** What stands against this officer putting off the due time of a request, whatever they would write. */
export function checkPutOff(request: Omit<DueRequest, 'id' | 'due'>, officer: string): Refused | undefined {
  const field = 'requestId';
  const detail = detailOf(request);
  const barred = NOT_CARRIED[request.whereabouts]?.putOff ?? PUT_OFF_STATES[request.state];
  return firstRefusal([
    request.requesterId === officer ? refusal('put-off-own', { field, detail }) : undefined,
    barred === undefined ? undefined : refusal(barred, { field, detail }),
  ]);
}

/** As {@link checkPutOff}, and what stands against the new time: also what a verification holds it to. */
export function checkNewDue(
  { before, due }: { readonly before: Instant; readonly due: Instant },
  request: DueRequest,
  officer: string,
  now: Instant,
): Refused | undefined {
  return firstRefusal([
    checkPutOff(request, officer),
    before === request.due
      ? undefined
      : refusal('put-off-changed', { field: 'before', detail: detailOf(request) }),
    due > request.due ? undefined : refusal('put-off-earlier', { field: 'due' }),
    due > now ? undefined : refusal('put-off-past', { field: 'due' }),
  ]);
}

/**
 * An officer who did not ask for the medium puts off 延期 when it has to be back or out, to a time that is still to come and later than
 * the one before. Refused: `request-missing`, `put-off-own`, `put-off-not-carried`, `already-over`, `put-off-undecided`,
 * `put-off-barred`, `put-off-changed` where another time was shown, `put-off-earlier`, `put-off-past`.
 */
export function decidePutOff(
  command: {
    readonly requestId: string;
    readonly before: Instant;
    readonly due: Instant;
    readonly reason: string;
  },
  { request, officer }: { readonly request: DueRequest | undefined; readonly officer: string },
  now: Instant,
): Decided {
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  const { requestId, ...data } = command;
  return (
    checkNewDue(command, request, officer, now) ?? {
      events: [{ type: 'request.putOff', version: 1, subject: `request:${requestId}`, data }],
      value: null,
    }
  );
}
