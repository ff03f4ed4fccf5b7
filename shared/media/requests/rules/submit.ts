import type { Instant } from '../../../kernel/time.ts';
import type { NewMediaEvent } from '../../events.ts';
import { firstRefusal, type Refused, refusal } from '../../refusals.ts';
import type { MediaDecision } from '../../rules.ts';
import type { RequestDetails } from '../model.ts';
import { checkMove, detailOf, type RequestFacts } from './facts.ts';
import { checkForm, type FormFacts } from './form.ts';
import { ruleFor } from './rule-for.ts';
import { REQUEST_MOVES, type RequestAction } from './transitions.ts';

/** Hands a request in. It begins submitted, or notified when a notification is all it takes. */
export function decideSubmit(
  { details }: { readonly details: RequestDetails },
  facts: FormFacts & { readonly id: string },
  now: Instant,
): MediaDecision<{ readonly id: string }> {
  return (
    checkForm(details, facts, now) ?? {
      events: [
        {
          type: 'request.submitted',
          version: 1,
          subject: `request:${facts.id}`,
          data: { details, rule: ruleFor(details, facts.area), revision: 1 },
        },
      ],
      value: { id: facts.id },
    }
  );
}

/** Whoever asked hands in again, or takes back, what is not over and not carried yet. */
function checkOwn(request: RequestFacts, action: RequestAction, requester: string): Refused | undefined {
  const detail = detailOf(request);
  return firstRefusal([
    request.requesterId === requester ? undefined : refusal('not-requester', { field: 'requestId', detail }),
    checkMove(REQUEST_MOVES[action][request.state], request),
    request.whereabouts === 'not-yet'
      ? undefined
      : refusal('already-carried', { field: 'requestId', detail }),
  ]);
}

/**
 * Hands a request in again, changed: what was decided on it before is void (security.md, U2). `facts.changed` says whether the
 * details differ from those in force; unless it was returned, nothing changed is nothing to hand in.
 */
export function decideResubmit(
  { requestId, details }: { readonly requestId: string; readonly details: RequestDetails },
  facts: FormFacts & {
    readonly request: RequestFacts | undefined;
    readonly requester: string;
    readonly changed: boolean;
  },
  now: Instant,
): MediaDecision<null> {
  const { request } = facts;
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  const rule = ruleFor(details, facts.area);
  const action = rule.by === 'permission' ? 'resubmit' : 'renotify';
  const refused = firstRefusal([
    checkOwn(request, action, facts.requester),
    facts.changed || request.state === 'returned'
      ? undefined
      : refusal('nothing-changed', { field: 'details' }),
    checkForm(details, facts, now),
  ]);
  if (refused !== undefined) return refused;
  const data = { details, rule, revision: request.revision + 1 };
  return {
    events: [{ type: 'request.resubmitted', version: 1, subject: `request:${requestId}`, data }],
    value: null,
  };
}

/** Whoever asked takes the request back. */
export function decideRetract(
  { requestId, reason }: { readonly requestId: string; readonly reason: string },
  facts: { readonly request: RequestFacts | undefined; readonly requester: string },
): MediaDecision<null> {
  const { request } = facts;
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  const event: NewMediaEvent = {
    type: 'request.retracted',
    version: 1,
    subject: `request:${requestId}`,
    data: { reason },
  };
  return checkOwn(request, 'retract', facts.requester) ?? { events: [event], value: null };
}
