import { describe, expect, it } from 'vitest';
import type { Entering, Expecting } from '../../../shared/entries/contract.ts';
import type { VisitDetails } from '../../../shared/entries/model.ts';
import { decideEnter, decideExpect, type EnterFacts, requirements } from '../../../shared/entries/rules.ts';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import { about, announcement, facts, form, free, id, NOW, room, visit } from './facts.ts';

const enter = (over: Partial<Entering> = {}, known: Partial<EnterFacts> = {}) =>
  decideEnter({ ...form, ...over }, facts(known), NOW);
const with_ = (over: Partial<VisitDetails>): VisitDetails => ({ ...about, ...over });

const second = { ...free, id: id(201), label: '赤-02' };
const party = [{ name: '佐藤 次郎', reading: 'さとう じろう', badgeId: second.id }];
const two = new Map([
  [free.id, free],
  [second.id, second],
]);

describe('what an area asks', () => {
  it.each([
    ['visitor', 'nobody', { escort: false, badge: true, identity: true, purpose: true, host: true }],
    ['visitor', 'visitors', { escort: true, badge: true, identity: true, purpose: true, host: true }],
    ['delivery', 'visitors', { escort: true, badge: true, identity: true, purpose: true, host: false }],
    ['staff', 'visitors', { escort: false, badge: false, identity: false, purpose: true, host: false }],
    ['staff', 'everybody', { escort: true, badge: false, identity: false, purpose: true, host: false }],
  ] as const)('of a %s where the escort rule is %s', (kind, escort, asked) => {
    expect(requirements({ ...room, escort }, kind)).toEqual(asked);
  });

  it('is nothing but purpose and host before an area is chosen', () => {
    expect(requirements(undefined, 'visitor')).toEqual({
      escort: false,
      badge: false,
      identity: false,
      purpose: true,
      host: true,
    });
  });
});

describe('entering', () => {
  it('writes one event with what stands in the form, at the time of the clock', () => {
    expect(enter()).toEqual({
      events: [
        {
          type: 'visit.entered',
          version: 1,
          subject: `visit:${id(1)}`,
          data: {
            details: about,
            enteredAt: NOW,
            expectedUntil: null,
            badgeId: free.id,
            followIn: 'nobody',
            groupId: null,
            lateReason: null,
          },
        },
      ],
      value: { ids: [id(1)] },
    });
  });

  it('makes a visit of each of a party, in one group', () => {
    const decision = enter({ followIn: 'registered', party }, { badges: two });
    expect(decision).toMatchObject({
      value: { ids: [id(1), id(2)] },
      events: [
        { subject: `visit:${id(1)}`, data: { groupId: id(3), badgeId: free.id, details: about } },
        {
          subject: `visit:${id(2)}`,
          data: {
            groupId: id(3),
            badgeId: second.id,
            details: { ...about, name: '佐藤 次郎', reading: 'さとう じろう' },
          },
        },
      ],
    });
  });

  it('takes an expected visit inside under its own id and group, with members who were expected too', () => {
    const expected = visit({ state: 'expected', enteredAt: null, groupId: id(50) });
    const other = visit({
      id: id(9),
      state: 'expected',
      enteredAt: null,
      groupId: id(50),
      name: '佐藤 次郎',
    });
    const visits = new Map([
      [expected.id, expected],
      [other.id, other],
    ]);
    const decision = enter(
      {
        visitId: expected.id,
        followIn: 'registered',
        party: party.map((one) => ({ ...one, visitId: other.id })),
      },
      { visits, badges: two, namesakes: [[expected], [other]] },
    );
    expect(decision).toMatchObject({
      value: { ids: [expected.id, other.id] },
      events: [{ data: { groupId: id(50) } }, { data: { groupId: id(50) } }],
    });
  });

  it('keeps the reason of a late record, and none without a time given', () => {
    const late = enter({ enteredAt: NOW - 6 * MINUTE, lateReason: '停電' });
    expect(late).toMatchObject({ events: [{ data: { enteredAt: NOW - 6 * MINUTE, lateReason: '停電' } }] });
    expect(enter({ lateReason: '停電' })).toMatchObject({ events: [{ data: { lateReason: null } }] });
    expect(enter({ enteredAt: NOW - 5 * MINUTE })).toMatchObject({
      events: [{ data: { lateReason: null } }],
    });
  });

  it('asks nothing of staff but a purpose where the area says so', () => {
    const staff = with_({ kind: 'staff', host: '', escort: '', identity: 'not-seen', organisation: '' });
    expect(enter({ details: staff, badgeId: null })).toHaveProperty('events.length', 1);
  });

  it('lets an expected member of a group say that others follow who are registered', () => {
    const expected = visit({ state: 'expected', enteredAt: null, groupId: id(50) });
    const known = { visits: new Map([[expected.id, expected]]), groupmates: 1 };
    expect(enter({ visitId: expected.id, followIn: 'registered' }, known)).toHaveProperty('events.length', 1);
  });

  it('lets a namesake in once the operator says that it is another person', () => {
    const namesakes = [[{ id: id(8), no: 3, state: 'inside' as const }]];
    expect(enter({ anotherPerson: true }, { namesakes })).toHaveProperty('events.length', 1);
  });

  const inside = { id: id(8), no: 3, state: 'inside' as const };
  const announced = { id: id(8), no: 3, state: 'expected' as const };
  const cases: readonly [
    code: string,
    Partial<Entering>,
    Partial<EnterFacts>,
    field: string,
    detail?: object,
  ][] = [
    ['visit-missing', { visitId: id(1) }, {}, 'visitId'],
    [
      'already-inside',
      { visitId: id(1) },
      { visits: new Map([[id(1), visit()]]) },
      'visitId',
      { no: 7, name: about.name },
    ],
    ...(['left', 'unknown', 'explained', 'passed'] as const).map(
      (state): [string, Partial<Entering>, Partial<EnterFacts>, string, object] => [
        'already-over',
        { visitId: id(1) },
        { visits: new Map([[id(1), visit({ state })]]) },
        'visitId',
        { no: 7, name: about.name },
      ],
    ),
    [
      'visit-cancelled',
      { visitId: id(1) },
      { visits: new Map([[id(1), visit({ state: 'cancelled' })]]) },
      'visitId',
      { no: 7, name: about.name },
    ],
    [
      'listed-twice',
      { visitId: id(1), followIn: 'registered', party: party.map((one) => ({ ...one, visitId: id(1) })) },
      { visits: new Map([[id(1), visit({ state: 'expected' })]]), badges: two },
      'party.0.visitId',
    ],
    ['area-missing', {}, { area: undefined }, 'details.areaId'],
    ['area-retired', {}, { area: { ...room, retired: true } }, 'details.areaId', { area: room.name }],
    ['purpose-required', { details: with_({ purpose: '' }) }, {}, 'details.purpose'],
    ['purpose-required', { details: with_({ kind: 'staff', purpose: '' }) }, {}, 'details.purpose'],
    ['host-required', { details: with_({ host: '' }) }, {}, 'details.host'],
    ['escort-required', { details: with_({ escort: '' }) }, {}, 'details.escort'],
    ['escort-required', { details: with_({ kind: 'delivery', escort: '' }) }, {}, 'details.escort'],
    ['escort-is-visitor', { details: with_({ escort: '渡辺　一郎' }) }, {}, 'details.escort'],
    [
      'escort-is-visitor',
      { details: with_({ escort: '佐藤次郎' }), followIn: 'registered', party },
      { badges: two },
      'details.escort',
    ],
    ['identity-required', { details: with_({ identity: 'not-seen' }) }, {}, 'details.identity'],
    ['badge-required', { badgeId: null }, {}, 'badgeId'],
    [
      'badge-required',
      { followIn: 'registered', party: party.map((one) => ({ ...one, badgeId: null })) },
      {},
      'party.0.badgeId',
    ],
    ['badge-missing', { badgeId: id(999) }, {}, 'badgeId'],
    ...(['lent', 'lost', 'retired'] as const).map(
      (state): [string, Partial<Entering>, Partial<EnterFacts>, string, object] => [
        'badge-not-free',
        {},
        { badges: new Map([[free.id, { ...free, state }]]) },
        'badgeId',
        { badge: '赤-01' },
      ],
    ),
    [
      'badge-level-low',
      {},
      { badges: new Map([[free.id, { ...free, level: 1 }]]) },
      'badgeId',
      { badge: '赤-01' },
    ],
    [
      'badge-twice',
      { followIn: 'registered', party: party.map((one) => ({ ...one, badgeId: free.id })) },
      {},
      'party.0.badgeId',
      { badge: '赤-01' },
    ],
    ['follow-in-unregistered', { party }, { badges: two }, 'followIn'],
    ['follow-in-empty', { followIn: 'registered' }, {}, 'followIn'],
    ['in-future', { enteredAt: NOW + 1 }, {}, 'enteredAt'],
    ['late-reason-required', { enteredAt: NOW - 5 * MINUTE - 1 }, {}, 'lateReason'],
    ['until-before-entry', { expectedUntil: NOW }, {}, 'expectedUntil'],
    [
      'same-person-inside',
      {},
      { namesakes: [[announced, inside]] },
      'details.name',
      { visit: id(8), no: 3, name: about.name },
    ],
    [
      'same-person-expected',
      {},
      { namesakes: [[announced]] },
      'details.name',
      { visit: id(8), no: 3, name: about.name },
    ],
    [
      'same-person-inside',
      { followIn: 'registered', party },
      { badges: two, namesakes: [[], [inside]] },
      'party.0.name',
      { visit: id(8), no: 3, name: '佐藤 次郎' },
    ],
    [
      'party-name-twice',
      { followIn: 'registered', party: party.map((one) => ({ ...one, name: '渡邉一郎' })) },
      { badges: two },
      'party.0.name',
      { name: '渡邉一郎' },
    ],
  ];
  it.each(cases)('is refused with %s (%j)', (code, over, known, field, detail) => {
    expect(enter(over, known)).toEqual({
      refusal: { code, field, ...(detail === undefined ? {} : { detail }) },
    });
  });
});

describe('announcing', () => {
  const announce = (over: Partial<Expecting> = {}, area: typeof room | undefined = room) =>
    decideExpect({ ...announcement, ...over }, { area, ids: [id(1), id(2), id(3)] }, NOW);

  it('asks neither escort nor badge nor identity yet', () => {
    const details = with_({ escort: '', identity: 'not-seen' });
    expect(announce({ details })).toEqual({
      events: [
        {
          type: 'visit.expected',
          version: 1,
          subject: `visit:${id(1)}`,
          data: { details, expectedFrom: NOW, expectedUntil: null, groupId: null },
        },
      ],
      value: { ids: [id(1)] },
    });
  });

  it('makes a group of a party', () => {
    expect(announce({ party: [{ name: '佐藤 次郎', reading: '' }] })).toMatchObject({
      value: { ids: [id(1), id(2)] },
      events: [{ data: { groupId: id(3) } }, { data: { groupId: id(3), details: { name: '佐藤 次郎' } } }],
    });
  });

  it('may name a time earlier today', () => {
    expect(announce({ expectedFrom: NOW - 9 * 60 * MINUTE })).toHaveProperty('events.length', 1);
  });

  it.each([
    ['area-retired', {}, { ...room, retired: true }, 'details.areaId', { area: room.name }],
    ['purpose-required', { details: with_({ purpose: '' }) }, room, 'details.purpose'],
    ['host-required', { details: with_({ host: '' }) }, room, 'details.host'],
    ['escort-is-visitor', { details: with_({ escort: about.name }) }, room, 'details.escort'],
    [
      'party-name-twice',
      { party: [{ name: '渡辺一郎', reading: '' }] },
      room,
      'party.0.name',
      { name: '渡辺一郎' },
    ],
    ['in-past', { expectedFrom: NOW - DAY }, room, 'expectedFrom'],
    ['in-past', { expectedFrom: NOW - 9 * 60 * MINUTE - 1 }, room, 'expectedFrom'],
    ['until-before-from', { expectedUntil: NOW }, room, 'expectedUntil'],
  ] as const)('is refused with %s (%j)', (code, over, area, field, detail?: object) => {
    expect(announce(over as Partial<Expecting>, area)).toEqual({
      refusal: { code, field, ...(detail === undefined ? {} : { detail }) },
    });
  });

  it('is refused without an area', () => {
    const decision = decideExpect(announcement, { area: undefined, ids: [] }, NOW);
    expect(decision).toEqual({ refusal: { code: 'area-missing', field: 'details.areaId' } });
  });
});
