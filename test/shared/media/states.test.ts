import { describe, expect, it } from 'vitest';
import type { RequestState, Whereabouts } from '../../../shared/media/requests/model.ts';
import { REQUEST_KINDS, REQUEST_STATES, WHEREABOUTS } from '../../../shared/media/requests/model.ts';
import {
  decideCarryIn,
  decideCarryOut,
  decideDeliver,
  decideGiveBack,
  decideHandOver,
  decideOn,
  decideResubmit,
  decideRetract,
  decideTakeOut,
  decideWithdraw,
  KINDS_MOVED,
  type Movement,
  MOVEMENT_MOVES,
  MOVEMENT_STATES,
  MOVEMENTS,
  NOT_YET_CARRIED,
  REQUEST_ACTIONS,
  REQUEST_MOVES,
  type RequestAction,
  type RequestFacts,
} from '../../../shared/media/requests/rules.ts';
import type { MediaDecision } from '../../../shared/media/rules.ts';
import { ASKER, asked, DIGEST, form, NOW, OFFICER, OTHER_OFFICER, REQUEST, request } from './facts.ts';

/** Written out a second time, so that a slip in the table is seen: where each action leads; the rest is refused. */
const ALLOWED: Readonly<Record<RequestState, Partial<Record<RequestAction, RequestState>>>> = {
  submitted: {
    approve: 'approved',
    endorse: 'endorsed',
    refuse: 'refused',
    return: 'returned',
    resubmit: 'submitted',
    renotify: 'notified',
    retract: 'retracted',
  },
  endorsed: {
    approve: 'approved',
    refuse: 'refused',
    return: 'returned',
    resubmit: 'submitted',
    renotify: 'notified',
    retract: 'retracted',
  },
  returned: { resubmit: 'submitted', renotify: 'notified', retract: 'retracted' },
  approved: { resubmit: 'submitted', renotify: 'notified', retract: 'retracted', withdraw: 'withdrawn' },
  notified: {
    acknowledge: 'acknowledged',
    return: 'returned',
    resubmit: 'submitted',
    renotify: 'notified',
    retract: 'retracted',
    withdraw: 'withdrawn',
  },
  acknowledged: { resubmit: 'submitted', renotify: 'notified', retract: 'retracted', withdraw: 'withdrawn' },
  emergency: { approve: 'approved', endorse: 'emergency', refuse: 'refused' },
  refused: {},
  withdrawn: {},
  retracted: {},
};

const two: RequestFacts['rule'] = { by: 'permission', officers: 2, reasons: ['confidentiality-3'] };
const decided = (decision: 'approve' | 'refuse' | 'return' | 'acknowledge') => ({
  requestId: REQUEST,
  digest: DIGEST,
  decision,
  conditions: '',
  reason: '理由',
});
const secure = form({ area: { name: '監視室', level: 3, retired: false } });

type Do = (request: RequestFacts | undefined) => MediaDecision<unknown>;
const on =
  (decision: 'approve' | 'refuse' | 'return' | 'acknowledge', over: Partial<RequestFacts> = {}): Do =>
  (about) =>
    decideOn(decided(decision), { request: about && { ...about, ...over }, officer: OFFICER }, NOW);
const again =
  (facts: typeof secure): Do =>
  (about) =>
    decideResubmit(
      { requestId: REQUEST, details: asked() },
      { ...facts, request: about, requester: ASKER, changed: true },
      NOW,
    );
const DO: Readonly<Record<RequestAction, Do>> = {
  // The second of two, where the state does not tell.
  approve: on('approve', { rule: two, approvers: [OTHER_OFFICER] }),
  endorse: on('approve', { rule: two, approvers: [] }),
  refuse: on('refuse'),
  return: on('return'),
  acknowledge: on('acknowledge'),
  resubmit: again(secure),
  renotify: again(form()),
  retract: (about) =>
    decideRetract({ requestId: REQUEST, reason: '理由' }, { request: about, requester: ASKER }),
  withdraw: (about) => decideWithdraw({ requestId: REQUEST, reason: '理由' }, { request: about }),
};

const code = (decision: MediaDecision<unknown>) =>
  'refusal' in decision ? decision.refusal.code : undefined;

describe('what is done with a request', () => {
  for (const action of REQUEST_ACTIONS) {
    it.each(REQUEST_STATES)(`${action} while %s`, (state) => {
      const to = ALLOWED[state][action];
      const move = REQUEST_MOVES[action][state];
      const decision = DO[action](request({ state }));
      if (to === undefined) {
        expect(move).toHaveProperty('refused');
        expect(decision).toEqual({
          refusal: {
            code: 'refused' in move ? move.refused : '',
            field: 'requestId',
            detail: { no: 12, medium: '保守用USB' },
          },
        });
      } else {
        expect(move).toEqual({ to });
        expect(decision).toHaveProperty('events.length', 1);
      }
    });

    it(`${action} is refused where there is no request`, () => {
      expect(DO[action](undefined)).toEqual({ refusal: { code: 'request-missing', field: 'requestId' } });
    });

    it.each(WHEREABOUTS)(`${action} while its medium is %s`, (whereabouts) => {
      const state = action === 'withdraw' || action === 'return' ? 'notified' : 'submitted';
      const carried = action === 'acknowledge' ? 'notified' : state;
      const refused = NOT_YET_CARRIED.includes(action)
        ? whereabouts !== 'not-yet' && 'already-carried'
        : action === 'withdraw' && whereabouts === 'done' && 'already-over';
      expect(code(DO[action](request({ state: carried, whereabouts })))).toBe(refused || undefined);
    });
  }
});

const moving = { requestId: REQUEST, at: null, lateReason: '', seal: '' };
const visit = { id: 'v', name: '渡邊 一郎', state: 'inside', enteredAt: NOW - 1 } as const;
const MOVE: Readonly<Record<Movement, Do>> = {
  carryIn: (about) =>
    decideCarryIn(
      { ...moving, visitId: 'v' },
      { request: about, gaps: [], visit, ofBearer: ['v'], registered: null },
      NOW,
    ),
  takeOut: (about) => decideTakeOut(moving, { request: about, gaps: [] }, NOW),
  handOver: (about) =>
    decideHandOver({ ...moving, to: '山本', reason: '作業継続' }, { request: about, gaps: [] }, NOW),
  carryOut: (about) =>
    decideCarryOut({ ...moving, holder: '山本' }, { request: about, gaps: [], registered: null }, NOW),
  giveBack: (about) => decideGiveBack(moving, { request: about, gaps: [] }, NOW),
  deliver: (about) => decideDeliver({ ...moving, to: '本庁 佐藤' }, { request: about, gaps: [] }, NOW),
};

/** Again written out: from where to where each movement leads. */
const WAYS: Readonly<Record<Movement, readonly [Whereabouts, Whereabouts]>> = {
  carryIn: ['not-yet', 'inside'],
  takeOut: ['inside', 'done'],
  handOver: ['inside', 'inside'],
  carryOut: ['not-yet', 'outside'],
  giveBack: ['outside', 'done'],
  deliver: ['outside', 'done'],
};
/** In which states each movement may begin, or go on. */
const IN_FORCE: readonly RequestState[] = ['approved', 'notified', 'acknowledged'];
const BARRED: Readonly<Record<Movement, (state: RequestState) => boolean>> = {
  carryIn: (state) => !IN_FORCE.includes(state),
  takeOut: () => false,
  handOver: (state) => state === 'refused' || state === 'withdrawn',
  carryOut: (state) => !IN_FORCE.includes(state),
  giveBack: () => false,
  deliver: (state) => state === 'refused' || state === 'withdrawn',
};

describe('what happens to a medium', () => {
  for (const movement of MOVEMENTS) {
    const [kind = 'carry-in'] = KINDS_MOVED[movement];
    const [from, to] = WAYS[movement];
    for (const state of REQUEST_STATES) {
      it.each(WHEREABOUTS)(`${movement} while ${state} and %s`, (whereabouts) => {
        const decision = MOVE[movement](request({ kind, state, whereabouts }));
        const move = MOVEMENT_MOVES[movement][whereabouts];
        if (whereabouts !== from) {
          expect(code(decision)).toBe('refused' in move ? move.refused : 'a refusal');
          return;
        }
        expect(move).toEqual({ to });
        expect(code(decision)).toBe(MOVEMENT_STATES[movement][state]);
        expect(code(decision) !== undefined).toBe(BARRED[movement](state));
      });
    }

    it.each(REQUEST_KINDS)(`${movement} of a %s`, (other) => {
      const decision = MOVE[movement](request({ kind: other, state: 'approved', whereabouts: from }));
      const fits = { carryIn: 0, takeOut: 0, handOver: 0, carryOut: 1, giveBack: 1, deliver: 2 }[movement];
      const may = [['carry-in'], ['carry-out', 'transfer'], ['transfer']][fits];
      expect(code(decision)).toBe(may?.includes(other) === true ? undefined : 'wrong-kind');
    });

    it(`${movement} is refused where there is no request`, () => {
      expect(MOVE[movement](undefined)).toEqual({ refusal: { code: 'request-missing', field: 'requestId' } });
    });
  }
});
