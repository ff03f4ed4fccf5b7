import type { EntriesRefusal } from '../refusals.ts';
import type { BadgeState, Visit, VisitState } from '../model.ts';

/** What can be done with a visit that stands in the log. */
export const VISIT_ACTIONS = ['enter', 'cancel', 'leave', 'exitUnknown', 'explain', 'correct'] as const;
export type VisitAction = (typeof VISIT_ACTIONS)[number];

/** What can be done with a badge. `lend` and `close` happen with an entry and an exit. */
export const BADGE_ACTIONS = ['lend', 'return', 'lose', 'find', 'retire'] as const;
export type BadgeAction = (typeof BADGE_ACTIONS)[number];

/** The state after an action, or the code with which it is refused. */
export type Move<S> = { readonly to: S } | { readonly refused: EntriesRefusal };

const to = <S>(state: S): Move<S> => ({ to: state });
const no = (code: EntriesRefusal): { readonly refused: EntriesRefusal } => ({ refused: code });

/** The whole state machine of a visit: each action in each state. A walk-in begins inside, an announcement as expected. */
export const VISIT_MOVES: Readonly<Record<VisitAction, Readonly<Record<VisitState, Move<VisitState>>>>> = {
  enter: {
    expected: to('inside'),
    inside: no('already-inside'),
    left: no('already-over'),
    unknown: no('already-over'),
    explained: no('already-over'),
    cancelled: no('visit-cancelled'),
    passed: no('already-over'),
  },
  cancel: {
    expected: to('cancelled'),
    inside: no('not-expected'),
    left: no('not-expected'),
    unknown: no('not-expected'),
    explained: no('not-expected'),
    cancelled: no('not-expected'),
    passed: no('not-expected'),
  },
  leave: {
    expected: no('not-inside'),
    inside: to('left'),
    left: no('not-inside'),
    unknown: no('not-inside'),
    explained: no('not-inside'),
    cancelled: no('not-inside'),
    passed: no('not-inside'),
  },
  exitUnknown: {
    expected: no('not-inside'),
    inside: to('unknown'),
    left: no('not-inside'),
    unknown: no('not-inside'),
    explained: no('not-inside'),
    cancelled: no('not-inside'),
    passed: no('not-inside'),
  },
  explain: {
    expected: no('not-unknown'),
    inside: no('not-unknown'),
    left: no('not-unknown'),
    unknown: to('explained'),
    explained: no('not-unknown'),
    cancelled: no('not-unknown'),
    passed: no('not-unknown'),
  },
  correct: {
    expected: to('expected'),
    inside: to('inside'),
    left: to('left'),
    unknown: to('unknown'),
    explained: to('explained'),
    cancelled: to('cancelled'),
    passed: to('passed'),
  },
};

/** The whole state machine of a badge. A badge lent is returned only once its wearer's visit is over. */
export const BADGE_MOVES: Readonly<Record<BadgeAction, Readonly<Record<BadgeState, Move<BadgeState>>>>> = {
  lend: {
    free: to('lent'),
    lent: no('badge-not-free'),
    lost: no('badge-not-free'),
    retired: no('badge-not-free'),
  },
  return: {
    free: no('badge-not-lent'),
    lent: to('free'),
    lost: no('badge-not-lent'),
    retired: no('badge-not-lent'),
  },
  lose: {
    free: to('lost'),
    lent: to('lost'),
    lost: no('badge-lost'),
    retired: no('badge-retired'),
  },
  find: {
    free: no('badge-not-lost'),
    lent: no('badge-not-lost'),
    lost: to('free'),
    retired: no('badge-not-lost'),
  },
  retire: {
    free: to('retired'),
    lent: no('badge-lent'),
    lost: to('retired'),
    retired: no('badge-retired'),
  },
};

/** Whether a move leads to another state or is refused. */
export function allowed<S>(move: Move<S>): move is { readonly to: S } {
  return 'to' in move;
}

/** Which buttons a visit offers. `returnBadge` is for a badge that is still out after the visit; see `decideReturnBadge`. */
export function actionsFor(
  visit: Pick<Visit, 'state' | 'badgeOpen'>,
): Readonly<Record<VisitAction | 'returnBadge', boolean>> {
  const can = (action: VisitAction): boolean => allowed(VISIT_MOVES[action][visit.state]);
  return {
    enter: can('enter'),
    cancel: can('cancel'),
    leave: can('leave'),
    exitUnknown: can('exitUnknown'),
    explain: can('explain'),
    correct: can('correct'),
    returnBadge: visit.badgeOpen && visit.state !== 'inside',
  };
}

/** Which buttons a badge offers. `stillInside`: the wearer of a lent badge is inside. */
export function badgeActionsFor(
  badge: { readonly state: BadgeState },
  stillInside: boolean,
): Readonly<Record<Exclude<BadgeAction, 'lend'>, boolean>> {
  const can = (action: BadgeAction): boolean => allowed(BADGE_MOVES[action][badge.state]);
  return {
    return: can('return') && !stillInside,
    lose: can('lose'),
    find: can('find'),
    retire: can('retire'),
  };
}
