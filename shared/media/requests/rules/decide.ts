import type { Instant } from '../../../kernel/time.ts';
import { firstRefusal, type Refused, refusal } from '../../refusals.ts';
import type { MediaDecision } from '../../rules.ts';
import type { DecisionKind } from '../model.ts';
import { checkMove, detailOf, type RequestFacts } from './facts.ts';
import { NOT_YET_CARRIED, REQUEST_MOVES, type RequestAction } from './transitions.ts';

/** What an officer's decision does: the first approval of two endorses, the second approves. */
export function actionOf(
  decision: DecisionKind,
  { rule, approvers }: Pick<RequestFacts, 'rule' | 'approvers'>,
): RequestAction {
  return decision === 'approve' && approvers.length + 1 < rule.officers ? 'endorse' : decision;
}

/** What stands against a decision whenever it is made: also what a verification holds it to (security.md, U1, U2, U12). */
export function checkDecision(
  { decision, digest }: { readonly decision: DecisionKind; readonly digest: string },
  request: RequestFacts,
  officer: string,
): Refused | undefined {
  const detail = detailOf(request);
  const action = actionOf(decision, request);
  return firstRefusal([
    request.requesterId === officer ? refusal('own-request', { field: 'requestId', detail }) : undefined,
    checkMove(REQUEST_MOVES[action][request.state], request),
    digest === request.digest ? undefined : refusal('request-changed', { field: 'requestId', detail }),
    decision === 'approve' && request.approvers.includes(officer)
      ? refusal('same-officer', { field: 'requestId', detail })
      : undefined,
    NOT_YET_CARRIED.includes(action) && request.whereabouts !== 'not-yet'
      ? refusal('already-carried', { field: 'requestId', detail })
      : undefined,
  ]);
}

interface Deciding {
  readonly requestId: string;
  readonly digest: string;
  readonly decision: DecisionKind;
  readonly conditions: string;
  readonly reason: string;
}

/**
 * An officer decides on what was shown to them, never on what they asked for themselves. Confidentiality 3 takes two of
 * them. What is refused or returned says why; what is permitted is not over yet, unless it was carried in before.
 */
export function decideOn(
  command: Deciding,
  facts: { readonly request: RequestFacts | undefined; readonly officer: string },
  now: Instant,
): MediaDecision<null> {
  const { requestId, digest, decision, conditions, reason } = command;
  const { request, officer } = facts;
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  const refused = firstRefusal([
    checkDecision(command, request, officer),
    decision === 'approve' && request.state !== 'emergency' && request.until <= now
      ? refusal('period-over', { field: 'requestId' })
      : undefined,
    (decision === 'refuse' || decision === 'return') && reason === ''
      ? refusal('reason-required', { field: 'reason' })
      : undefined,
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [
      {
        type: 'request.decided',
        version: 1,
        subject: `request:${requestId}`,
        data: { revision: request.revision, digest, decision, conditions, reason },
      },
    ],
    value: null,
  };
}

/** An officer takes a permission or notification back. It acts at once: what is inside has to leave, what is outside to come back. */
export function decideWithdraw(
  { requestId, reason }: { readonly requestId: string; readonly reason: string },
  { request }: { readonly request: RequestFacts | undefined },
): MediaDecision<null> {
  if (request === undefined) return refusal('request-missing', { field: 'requestId' });
  const refused = firstRefusal([
    checkMove(REQUEST_MOVES.withdraw[request.state], request),
    request.whereabouts === 'done'
      ? refusal('already-over', { field: 'requestId', detail: detailOf(request) })
      : undefined,
  ]);
  if (refused !== undefined) return refused;
  return {
    events: [{ type: 'request.withdrawn', version: 1, subject: `request:${requestId}`, data: { reason } }],
    value: null,
  };
}
