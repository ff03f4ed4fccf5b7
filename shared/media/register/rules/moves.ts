import type { MediaRefusal } from '../../refusals.ts';
import type { MediumState } from '../model.ts';

/** What can be done with a medium of the register. `carryOut`, `giveBack` and `deliver` happen with the movements of a request. */
export const MEDIUM_ACTIONS = [
  'change',
  'stocktake',
  'lose',
  'find',
  'erase',
  'destroy',
  'carryOut',
  'giveBack',
  'deliver',
] as const;
export type MediumAction = (typeof MEDIUM_ACTIONS)[number];

/** The state after an action, or the code with which it is refused. */
export type MediumMove = { readonly to: MediumState } | { readonly refused: MediaRefusal };

const to = (state: MediumState): MediumMove => ({ to: state });
const no = (code: MediaRefusal): MediumMove => ({ refused: code });

const OUT = no('medium-out');
const LOST = no('medium-lost');
const DESTROYED = no('medium-destroyed');

/**
 * The whole state machine of a medium: each action in each state; it begins kept. What was lost while it was out, and has not
 * been given back or delivered meanwhile, is out again once it is found. What was delivered is kept where it went.
 */
export const MEDIUM_MOVES: Readonly<Record<MediumAction, Readonly<Record<MediumState, MediumMove>>>> = {
  change: { kept: to('kept'), out: to('out'), lost: to('lost'), destroyed: DESTROYED },
  stocktake: { kept: to('kept'), out: OUT, lost: LOST, destroyed: DESTROYED },
  lose: { kept: to('lost'), out: to('lost'), lost: LOST, destroyed: DESTROYED },
  find: {
    kept: no('medium-not-lost'),
    out: no('medium-not-lost'),
    lost: to('kept'),
    destroyed: DESTROYED,
  },
  erase: { kept: to('kept'), out: OUT, lost: LOST, destroyed: DESTROYED },
  destroy: { kept: to('destroyed'), out: OUT, lost: LOST, destroyed: DESTROYED },
  carryOut: { kept: to('out'), out: OUT, lost: LOST, destroyed: DESTROYED },
  giveBack: { kept: no('medium-not-out'), out: to('kept'), lost: to('lost'), destroyed: DESTROYED },
  deliver: { kept: no('medium-not-out'), out: to('kept'), lost: to('lost'), destroyed: DESTROYED },
};

/** Whether an action is possible in a state: what the window offers, main asks the same table. */
export function mayMove(action: MediumAction, state: MediumState): boolean {
  return 'to' in MEDIUM_MOVES[action][state];
}
