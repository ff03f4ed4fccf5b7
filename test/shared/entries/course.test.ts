import { describe, expect, it } from 'vitest';
import type { Leaving } from '../../../shared/entries/contract.ts';
import { type BadgeState, VISIT_STATES, type Visit, type VisitState } from '../../../shared/entries/model.ts';
import {
  actionsFor,
  BADGE_ACTIONS,
  BADGE_MOVES,
  badgeActionsFor,
  decideCancel,
  decideCorrect,
  decideEnter,
  decideExitUnknown,
  decideExplain,
  decideFindBadge,
  decideLeave,
  decideLoseBadge,
  decideRetireBadge,
  decideReturnBadge,
  type EntriesDecision,
  VISIT_ACTIONS,
  VISIT_MOVES,
  type VisitAction,
} from '../../../shared/entries/rules.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { facts, form, free, id, NOW, room, visit } from './facts.ts';

/** What each state lets be done, written down a second time. */
const ALLOWED: Readonly<Record<VisitState, Partial<Record<VisitAction, VisitState>>>> = {
  expected: { enter: 'inside', cancel: 'cancelled', correct: 'expected' },
  inside: { leave: 'left', exitUnknown: 'unknown', correct: 'inside' },
  left: { correct: 'left' },
  unknown: { explain: 'explained', correct: 'unknown' },
  explained: { correct: 'explained' },
  cancelled: { correct: 'cancelled' },
  passed: { correct: 'passed' },
};

const reason = '理由';
const leaving: Leaving = { visitId: id(1), badgeReturned: true, exitedAt: null, lateReason: '' };

const DO: Readonly<Record<VisitAction, (visit: Visit | undefined) => EntriesDecision<unknown>>> = {
  enter: (about) =>
    decideEnter({ ...form, visitId: id(1) }, facts({ visits: new Map(about ? [[id(1), about]] : []) }), NOW),
  cancel: (about) => decideCancel({ visitId: id(1), reason }, { visit: about }),
  leave: (about) =>
    decideLeave(
      { visits: [leaving] },
      { visits: new Map(about ? [[id(1), about]] : []), media: new Map() },
      NOW,
    ),
  exitUnknown: (about) => decideExitUnknown({ visitId: id(1), reason }, { visit: about }, NOW),
  explain: (about) =>
    decideExplain(
      { visitId: id(1), explanation: '裏口', source: '本人', exitedAt: null },
      { visit: about },
      NOW,
    ),
  correct: (about) =>
    decideCorrect(
      { visitId: id(1), changes: { name: '渡部' }, reason },
      { visit: about, area: undefined },
      NOW,
    ),
};

describe('the states of a visit', () => {
  for (const action of VISIT_ACTIONS) {
    it.each(VISIT_STATES)(`${action} while %s`, (state) => {
      const to = ALLOWED[state][action];
      const move = VISIT_MOVES[action][state];
      const decision = DO[action](visit({ state }));
      expect(actionsFor({ state, badgeOpen: false })[action]).toBe(to !== undefined);
      if (to === undefined) {
        expect(move).toHaveProperty('refused');
        expect(decision).toMatchObject({ refusal: { code: 'refused' in move ? move.refused : '' } });
      } else {
        expect(move).toEqual({ to });
        expect(decision).toHaveProperty('events.length', 1);
      }
    });

    it(`${action} is refused where there is no visit`, () => {
      expect(DO[action](undefined)).toMatchObject({ refusal: { code: 'visit-missing' } });
    });
  }

  it('offers the return of a badge once its visit is over', () => {
    expect(actionsFor({ state: 'unknown', badgeOpen: true }).returnBadge).toBe(true);
    expect(actionsFor({ state: 'inside', badgeOpen: true }).returnBadge).toBe(false);
    expect(actionsFor({ state: 'left', badgeOpen: false }).returnBadge).toBe(false);
  });
});

describe('leaving', () => {
  const leave = (over: Partial<Leaving> = {}, about = visit()) =>
    decideLeave(
      { visits: [{ ...leaving, ...over }] },
      { visits: new Map([[about.id, about]]), media: new Map() },
      NOW,
    );

  it('returns the badge and takes the time of the clock', () => {
    expect(leave()).toEqual({
      events: [
        {
          type: 'visit.left',
          version: 1,
          subject: `visit:${id(1)}`,
          data: { exitedAt: NOW, badgeReturned: free.id, lateReason: null },
        },
      ],
      value: null,
    });
  });

  it('returns no badge that is not out', () => {
    expect(leave({}, visit({ badgeOpen: false }))).toMatchObject({
      events: [{ data: { badgeReturned: null } }],
    });
  });

  it('keeps the reason of a late record', () => {
    expect(leave({ exitedAt: NOW - 10 * MINUTE, lateReason: '停電' })).toMatchObject({
      events: [{ data: { exitedAt: NOW - 10 * MINUTE, lateReason: '停電' } }],
    });
  });

  it.each([
    ['in-future', { exitedAt: NOW + 1 }, 'visits.0.exitedAt'],
    ['late-reason-required', { exitedAt: NOW - 5 * MINUTE - 1 }, 'visits.0.lateReason'],
    ['exit-before-entry', { exitedAt: NOW - 61 * MINUTE, lateReason: '停電' }, 'visits.0.exitedAt'],
  ])('is refused with %s', (code, over, field) => {
    expect(leave(over)).toEqual({ refusal: { code, field } });
  });

  it('is refused with badge-open while the badge is out', () => {
    expect(leave({ badgeReturned: false })).toEqual({
      refusal: {
        code: 'badge-open',
        field: 'visits.0.badgeReturned',
        detail: { badge: '赤-01', name: '渡邊 一郎' },
      },
    });
  });

  it('is refused with media-inside while what came in with the visit is inside, naming it', () => {
    const media = new Map([[id(1), ['保守用USB', '保守PC']]]);
    expect(decideLeave({ visits: [leaving] }, { visits: new Map([[id(1), visit()]]), media }, NOW)).toEqual({
      refusal: {
        code: 'media-inside',
        field: 'visits.0.visitId',
        detail: { name: '渡邊 一郎', media: '保守用USB、保守PC' },
      },
    });
  });

  it('is refused with listed-twice for one visit named twice', () => {
    const decision = decideLeave(
      { visits: [leaving, leaving] },
      { visits: new Map([[id(1), visit()]]), media: new Map() },
      NOW,
    );
    expect(decision).toEqual({ refusal: { code: 'listed-twice', field: 'visits.1.visitId' } });
  });
});

describe('explaining', () => {
  const explain = (exitedAt: number | null) =>
    decideExplain(
      { visitId: id(1), explanation: '裏口', source: '本人', exitedAt },
      { visit: visit({ state: 'unknown' }) },
      NOW,
    );

  it('invents no time', () => {
    expect(explain(null)).toEqual({
      events: [
        {
          type: 'visit.explained',
          version: 1,
          subject: `visit:${id(1)}`,
          data: { explanation: '裏口', source: '本人', exitedAt: null },
        },
      ],
      value: null,
    });
  });

  it('takes a time between entry and now alone', () => {
    expect(explain(NOW - MINUTE)).toHaveProperty('events.length', 1);
    expect(explain(NOW + 1)).toEqual({ refusal: { code: 'in-future', field: 'exitedAt' } });
    expect(explain(NOW - 61 * MINUTE)).toEqual({ refusal: { code: 'exit-before-entry', field: 'exitedAt' } });
  });
});

describe('correcting', () => {
  const correct = (
    changes: Parameters<typeof decideCorrect>[0]['changes'],
    about: Visit = visit(),
    area = room,
  ) => decideCorrect({ visitId: id(1), changes, reason }, { visit: about, area }, NOW);

  it('keeps only what differs, before and after', () => {
    expect(correct({ name: '渡部 一郎', host: '山本 花子', note: '名刺あり' })).toEqual({
      events: [
        {
          type: 'visit.corrected',
          version: 1,
          subject: `visit:${id(1)}`,
          data: {
            before: { name: '渡邊 一郎', note: '' },
            after: { name: '渡部 一郎', note: '名刺あり' },
            reason,
          },
        },
      ],
      value: null,
    });
  });

  const entered = NOW - 60 * MINUTE;
  const left = visit({ state: 'left', exitedAt: NOW - MINUTE });
  it.each([
    ['nothing-changed', { name: '渡邊 一郎' }, visit(), 'changes'],
    ['nothing-changed', {}, visit(), 'changes'],
    [
      'not-correctable',
      { enteredAt: entered - 1 },
      visit({ state: 'expected', enteredAt: null }),
      'changes.enteredAt',
    ],
    [
      'not-correctable',
      { enteredAt: entered - 1 },
      visit({ state: 'cancelled', enteredAt: null }),
      'changes.enteredAt',
    ],
    ['not-correctable', { exitedAt: NOW }, visit(), 'changes.exitedAt'],
    ['not-correctable', { exitedAt: NOW }, visit({ state: 'unknown' }), 'changes.exitedAt'],
    ['not-correctable', { exitedAt: NOW }, visit({ state: 'passed' }), 'changes.exitedAt'],
    ['time-required', { enteredAt: null }, left, 'changes.enteredAt'],
    ['time-required', { exitedAt: null }, left, 'changes.exitedAt'],
    ['in-future', { enteredAt: NOW + 1 }, visit(), 'changes.enteredAt'],
    ['in-future', { exitedAt: NOW + 1 }, left, 'changes.exitedAt'],
    ['exit-before-entry', { exitedAt: entered - 1 }, left, 'changes.exitedAt'],
    ['exit-before-entry', { enteredAt: NOW }, left, 'changes.enteredAt'],
  ] as const)('is refused with %s (%j)', (code, changes, about, field) => {
    expect(correct(changes, about)).toEqual({ refusal: { code, field } });
  });

  it('is refused for an area that does not exist, not for a retired one', () => {
    const changes = { areaId: id(101) };
    expect(
      decideCorrect({ visitId: id(1), changes, reason }, { visit: visit(), area: undefined }, NOW),
    ).toEqual({
      refusal: { code: 'area-missing', field: 'changes.areaId' },
    });
    expect(correct(changes, visit(), { ...room, id: id(101), retired: true })).toHaveProperty(
      'events.length',
      1,
    );
  });

  it('may take a time back that an explanation named', () => {
    const explained = visit({ state: 'explained', exitedAt: NOW - MINUTE });
    expect(correct({ exitedAt: null }, explained)).toMatchObject({
      events: [{ data: { before: { exitedAt: NOW - MINUTE }, after: { exitedAt: null } } }],
    });
  });
});

describe('the states of a badge', () => {
  const ALLOWED_BADGE: Readonly<Record<BadgeState, Readonly<Record<string, BadgeState>>>> = {
    free: { lend: 'lent', lose: 'lost', retire: 'retired' },
    lent: { return: 'free', lose: 'lost' },
    lost: { find: 'free', retire: 'retired' },
    retired: {},
  };
  const over = visit({ state: 'left' });
  const DO_BADGE = {
    return: (state: BadgeState) =>
      decideReturnBadge({ badgeId: free.id }, { badge: { ...free, state }, visit: over }),
    lose: (state: BadgeState) =>
      decideLoseBadge({ badgeId: free.id, reason }, { badge: { ...free, state }, visit: over }),
    find: (state: BadgeState) =>
      decideFindBadge({ badgeId: free.id, reason }, { badge: { ...free, state }, visit: undefined }),
    retire: (state: BadgeState) =>
      decideRetireBadge({ badgeId: free.id, reason }, { badge: { ...free, state }, visit: undefined }),
  };
  for (const action of BADGE_ACTIONS) {
    it.each(['free', 'lent', 'lost', 'retired'] as const)(`${action} while %s`, (state) => {
      const to = ALLOWED_BADGE[state][action];
      const move = BADGE_MOVES[action][state];
      if (to === undefined) expect(move).toHaveProperty('refused');
      else expect(move).toEqual({ to });
      if (action === 'lend') return;
      expect(badgeActionsFor({ state }, false)[action]).toBe(to !== undefined);
      const decision = DO_BADGE[action](state);
      if ('to' in move) expect(decision).toHaveProperty('events.length', 1);
      else
        expect(decision).toEqual({
          refusal: { code: move.refused, field: 'badgeId', detail: { badge: '赤-01' } },
        });
    });
  }

  it('names each refusal', () => {
    const codes = BADGE_ACTIONS.flatMap((action) =>
      Object.values(BADGE_MOVES[action]).flatMap((move) => ('refused' in move ? [move.refused] : [])),
    );
    expect([...new Set(codes)].toSorted()).toEqual([
      'badge-lent',
      'badge-lost',
      'badge-not-free',
      'badge-not-lent',
      'badge-not-lost',
      'badge-retired',
    ]);
  });

  it('is refused where there is no badge, none lent, or its wearer is inside', () => {
    expect(decideReturnBadge({ badgeId: id(1) }, { badge: undefined, visit: undefined })).toEqual({
      refusal: { code: 'badge-missing', field: 'badgeId' },
    });
    const lent = { ...free, state: 'lent' as const };
    expect(decideReturnBadge({ badgeId: free.id }, { badge: lent, visit: undefined })).toEqual({
      refusal: { code: 'badge-not-lent', field: 'badgeId' },
    });
    expect(decideReturnBadge({ badgeId: free.id }, { badge: lent, visit: visit() })).toEqual({
      refusal: { code: 'badge-still-worn', field: 'badgeId', detail: { name: '渡邊 一郎' } },
    });
    expect(badgeActionsFor(lent, true).return).toBe(false);
  });

  it('lost names the visit that it was lent to', () => {
    expect(
      decideLoseBadge({ badgeId: free.id, reason }, { badge: { ...free, state: 'lent' }, visit: visit() }),
    ).toEqual({
      events: [
        { type: 'badge.lost', version: 1, subject: `badge:${free.id}`, data: { visitId: id(1), reason } },
      ],
      value: null,
    });
  });
});
