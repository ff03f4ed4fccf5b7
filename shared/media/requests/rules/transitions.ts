import type { MediaRefusal } from '../../refusals.ts';
import type { RequestKind, RequestState, Whereabouts } from '../model.ts';

/**
 * What can be done with a request. `endorse` is the first of two officers' approvals; `resubmit` and `renotify` hand it in again
 * changed, `renotify` when what it asks now takes a notification alone.
 */
export const REQUEST_ACTIONS = [
  'approve',
  'endorse',
  'refuse',
  'return',
  'acknowledge',
  'resubmit',
  'renotify',
  'retract',
  'withdraw',
] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

/** The state after an action, or the code with which it is refused. */
export type Move<S> = { readonly to: S } | { readonly refused: MediaRefusal };

const to = <S>(state: S): Move<S> => ({ to: state });
const no = (code: MediaRefusal): { readonly refused: MediaRefusal } => ({ refused: code });

type Moves = Readonly<Record<RequestState, Move<RequestState>>>;

/** An action that nothing but its own row allows: each state refuses by its own name. */
const REFUSED: Moves = {
  submitted: no('request-undecided'),
  endorsed: no('request-undecided'),
  returned: no('request-returned'),
  approved: no('request-approved'),
  notified: no('request-notified'),
  acknowledged: no('request-acknowledged'),
  emergency: no('request-emergency'),
  refused: no('request-refused'),
  withdrawn: no('request-withdrawn'),
  retracted: no('request-retracted'),
};

/** Handing in again, or taking back, what is not over. */
const before = (state: RequestState): Moves => ({
  ...REFUSED,
  submitted: to(state),
  endorsed: to(state),
  returned: to(state),
  approved: to(state),
  notified: to(state),
  acknowledged: to(state),
});

/** The whole state machine of a request: each action in each state. A request begins submitted, notified, or as an emergency. */
export const REQUEST_MOVES: Readonly<Record<RequestAction, Moves>> = {
  approve: { ...REFUSED, submitted: to('approved'), endorsed: to('approved'), emergency: to('approved') },
  endorse: {
    ...REFUSED,
    submitted: to('endorsed'),
    endorsed: no('request-endorsed'),
    emergency: to('emergency'),
  },
  refuse: { ...REFUSED, submitted: to('refused'), endorsed: to('refused'), emergency: to('refused') },
  return: {
    ...REFUSED,
    submitted: to('returned'),
    endorsed: to('returned'),
    notified: to('returned'),
    emergency: no('emergency-not-returned'),
  },
  acknowledge: {
    ...REFUSED,
    submitted: no('permission-needed'),
    endorsed: no('permission-needed'),
    notified: to('acknowledged'),
    emergency: no('permission-needed'),
  },
  resubmit: before('submitted'),
  renotify: before('notified'),
  retract: before('retracted'),
  withdraw: {
    ...REFUSED,
    approved: to('withdrawn'),
    notified: to('withdrawn'),
    acknowledged: to('withdrawn'),
  },
};

/** Where a medium has to be for an action; the others may be done wherever it is. */
export const NOT_YET_CARRIED: readonly RequestAction[] = ['return', 'resubmit', 'renotify', 'retract'];

/** What happens to a medium at the door. */
export const MOVEMENTS = ['carryIn', 'takeOut', 'handOver', 'carryOut', 'giveBack', 'deliver'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** Where a medium is after a movement, by where it is before. */
export const MOVEMENT_MOVES: Readonly<Record<Movement, Readonly<Record<Whereabouts, Move<Whereabouts>>>>> = {
  carryIn: {
    'not-yet': to('inside'),
    inside: no('already-carried'),
    outside: no('already-carried'),
    done: no('already-over'),
  },
  takeOut: {
    'not-yet': no('not-inside'),
    inside: to('done'),
    outside: no('not-inside'),
    done: no('already-over'),
  },
  handOver: {
    'not-yet': no('not-inside'),
    inside: to('inside'),
    outside: no('not-inside'),
    done: no('already-over'),
  },
  carryOut: {
    'not-yet': to('outside'),
    inside: no('already-carried'),
    outside: no('already-carried'),
    done: no('already-over'),
  },
  giveBack: {
    'not-yet': no('not-outside'),
    inside: no('not-outside'),
    outside: to('done'),
    done: no('already-over'),
  },
  deliver: {
    'not-yet': no('not-outside'),
    inside: no('not-outside'),
    outside: to('done'),
    done: no('already-over'),
  },
};

/** The kinds of request whose medium can be moved so. What goes out for good can be brought back when it does not arrive. */
export const KINDS_MOVED: Readonly<Record<Movement, readonly RequestKind[]>> = {
  carryIn: ['carry-in'],
  takeOut: ['carry-in'],
  handOver: ['carry-in'],
  carryOut: ['carry-out', 'transfer'],
  giveBack: ['carry-out', 'transfer'],
  deliver: ['transfer'],
};

type Barred = Readonly<Record<RequestState, MediaRefusal | undefined>>;

const NOBODY: Barred = {
  submitted: undefined,
  endorsed: undefined,
  returned: undefined,
  approved: undefined,
  notified: undefined,
  acknowledged: undefined,
  emergency: undefined,
  refused: undefined,
  withdrawn: undefined,
  retracted: undefined,
};

/** To be begun with: permitted, or notified. */
const BEGUN: Barred = {
  ...NOBODY,
  submitted: 'request-undecided',
  endorsed: 'request-undecided',
  returned: 'request-returned',
  emergency: 'already-carried',
  refused: 'request-refused',
  withdrawn: 'request-withdrawn',
  retracted: 'request-retracted',
};

/** To stay where it is, or at its destination: not what has to leave or to come back. */
const STAYS: Barred = { ...NOBODY, refused: 'request-refused', withdrawn: 'request-withdrawn' };

/** Which states bar a movement, and how it is refused. The way out and the way back stay open in every state. */
export const MOVEMENT_STATES: Readonly<Record<Movement, Barred>> = {
  carryIn: BEGUN,
  takeOut: NOBODY,
  handOver: STAYS,
  carryOut: BEGUN,
  giveBack: NOBODY,
  deliver: STAYS,
};

/** Whether a move leads to another state or is refused. */
export function allowed<S>(move: Move<S>): move is { readonly to: S } {
  return 'to' in move;
}
