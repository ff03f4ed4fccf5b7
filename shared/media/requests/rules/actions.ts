import type { Role } from '../../../accounts/model.ts';
import type { Request } from '../model.ts';
import { checkDecision } from './decide.ts';
import {
  allowed,
  KINDS_MOVED,
  type Movement,
  MOVEMENT_MOVES,
  MOVEMENT_STATES,
  MOVEMENTS,
  NOT_YET_CARRIED,
  REQUEST_MOVES,
  type RequestAction,
} from './transitions.ts';

/** Who has approved the revision in force, and still counts. */
export function approversOf({ decisions }: Pick<Request, 'decisions'>): readonly string[] {
  return decisions
    .filter(({ counts, decision }) => counts && decision === 'approve')
    .map(({ officerId }) => officerId);
}

/** The buttons of a request. `approve` stands for the first approval of two as well, `resubmit` for notifying again. */
export type RequestButton = Exclude<RequestAction, 'endorse' | 'renotify'> | Movement;

/** Which buttons a request offers to somebody with an account: what main would not refuse by state, place or person. */
export function requestActionsFor(
  request: Request,
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
): Readonly<Record<RequestButton, boolean>> {
  const officer = roles.includes('officer');
  const door = officer || roles.includes('operator');
  const facts = { ...request, approvers: approversOf(request) };
  const decide = (decision: 'approve' | 'refuse' | 'return' | 'acknowledge'): boolean =>
    officer && checkDecision({ decision, digest: request.digest }, facts, id) === undefined;
  const own = (action: RequestAction): boolean =>
    door &&
    request.requesterId === id &&
    allowed(REQUEST_MOVES[action][request.state]) &&
    (!NOT_YET_CARRIED.includes(action) || request.whereabouts === 'not-yet');
  const move = (movement: Movement): boolean =>
    door &&
    KINDS_MOVED[movement].includes(request.kind) &&
    MOVEMENT_STATES[movement][request.state] === undefined &&
    allowed(MOVEMENT_MOVES[movement][request.whereabouts]);
  const moves = Object.fromEntries(MOVEMENTS.map((movement) => [movement, move(movement)]));
  return {
    ...(moves as Record<Movement, boolean>),
    approve: decide('approve'),
    refuse: decide('refuse'),
    return: decide('return'),
    acknowledge: decide('acknowledge'),
    resubmit: own('resubmit'),
    retract: own('retract'),
    withdraw: officer && allowed(REQUEST_MOVES.withdraw[request.state]) && request.whereabouts !== 'done',
  };
}
