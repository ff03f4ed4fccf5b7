import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { INSPECTION_GAPS } from '../../../shared/media/inspection/model.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { REQUEST_REFUSALS } from '../../../shared/media/requests/refusals.ts';
import {
  decideCarryIn,
  decideCarryOut,
  decideGiveBack,
  decideHandOver,
  decideOn,
  decideResubmit,
  decideRetract,
  decideTakeOut,
  requestActionsFor,
  type RequestFacts,
} from '../../../shared/media/requests/rules.ts';
import { ASKER, asked, DIGEST, form, HOUR, id, NOW, OFFICER, registered, REQUEST, request } from './facts.ts';

type Deciding = Parameters<typeof decideOn>[0];
const decide = (over: Partial<Deciding> = {}, about: Partial<RequestFacts> = {}, officer = OFFICER) =>
  decideOn(
    { requestId: REQUEST, digest: DIGEST, decision: 'approve', conditions: '', reason: '', ...over },
    { request: request(about), officer },
    NOW,
  );
const code = (decision: object) =>
  'refusal' in decision ? (decision.refusal as { code: string; field?: string }) : undefined;

describe('a decision', () => {
  it('is about the revision and digest that were shown', () => {
    expect(decide({ conditions: '立会いのこと' }, { revision: 3 })).toEqual({
      events: [
        {
          type: 'request.decided',
          version: 1,
          subject: `request:${REQUEST}`,
          data: {
            revision: 3,
            digest: DIGEST,
            decision: 'approve',
            conditions: '立会いのこと',
            reason: '',
          },
        },
      ],
      value: null,
    });
    expect(code(decide({ digest: 'e'.repeat(64) }))).toMatchObject({ code: 'request-changed' });
  });

  it.each(['approve', 'refuse', 'return', 'acknowledge'] as const)(
    'to %s is never on one’s own request',
    (decision) => {
      const state = decision === 'acknowledge' ? 'notified' : 'submitted';
      expect(code(decide({ decision, reason: '理由' }, { state }, ASKER))).toMatchObject({
        code: 'own-request',
      });
    },
  );

  it('takes two persons for confidentiality 3, of whom the first may still refuse', () => {
    const endorsed: Partial<RequestFacts> = {
      rule: { by: 'permission', officers: 2, reasons: ['confidentiality-3'] },
      state: 'endorsed',
      approvers: [OFFICER],
    };
    expect(code(decide({}, endorsed))).toMatchObject({ code: 'same-officer' });
    expect(code(decide({}, { ...endorsed, state: 'emergency' }))).toMatchObject({ code: 'same-officer' });
    expect(code(decide({}, endorsed, id(3)))).toBeUndefined();
    expect(code(decide({ decision: 'refuse', reason: '理由' }, endorsed))).toBeUndefined();
  });

  it.each(['refuse', 'return'] as const)('to %s says why', (decision) => {
    expect(code(decide({ decision }))).toEqual({ code: 'reason-required', field: 'reason' });
  });

  it('permits nothing whose period is over, but an emergency, which came in before', () => {
    expect(code(decide({}, { until: NOW }))).toEqual({ code: 'period-over', field: 'requestId' });
    expect(code(decide({}, { until: NOW + 1 }))).toBeUndefined();
    expect(code(decide({}, { until: NOW, state: 'emergency', whereabouts: 'inside' }))).toBeUndefined();
    expect(code(decide({ decision: 'refuse', reason: '理由' }, { until: NOW }))).toBeUndefined();
  });
});

describe('whoever asked', () => {
  it('alone hands in again or takes back', () => {
    const facts = { request: request(), requester: OFFICER };
    expect(code(decideRetract({ requestId: REQUEST, reason: 'x' }, facts))).toMatchObject({
      code: 'not-requester',
    });
    expect(
      code(
        decideResubmit({ requestId: REQUEST, details: asked() }, { ...form(), ...facts, changed: true }, NOW),
      ),
    ).toMatchObject({ code: 'not-requester' });
  });

  it('hands in what changed, or what was returned', () => {
    const again = (state: 'submitted' | 'returned') =>
      decideResubmit(
        { requestId: REQUEST, details: asked() },
        { ...form(), request: request({ state, revision: 2 }), requester: ASKER, changed: false },
        NOW,
      );
    expect(code(again('submitted'))).toEqual({ code: 'nothing-changed', field: 'details' });
    expect(again('returned')).toMatchObject({ events: [{ data: { revision: 3 } }] });
  });
});

const moving = { requestId: REQUEST, at: null, lateReason: '', seal: '' };
const inside = { id: id(7), name: '渡辺 一郎', state: 'inside', enteredAt: NOW - HOUR } as const;
type CarryIn = Parameters<typeof decideCarryIn>;
const carryIn = (
  over: Partial<CarryIn[0]> = {},
  about: Partial<RequestFacts> = {},
  facts: Partial<CarryIn[1]> = {},
) =>
  decideCarryIn(
    { ...moving, visitId: id(7), ...over },
    {
      request: request({ state: 'approved', ...about }),
      gaps: [],
      visit: inside,
      ofBearer: [id(7)],
      registered: null,
      ...facts,
    },
    NOW,
  );

describe('carrying in', () => {
  it('records the visit, the seal and the time of the clock; the bearer’s name is folded', () => {
    expect(carryIn({ seal: '封-1' })).toEqual({
      events: [
        {
          type: 'request.carriedIn',
          version: 1,
          subject: `request:${REQUEST}`,
          data: { at: NOW, lateReason: null, seal: '封-1', visitId: id(7) },
        },
      ],
      value: null,
    });
  });

  it('happens within the period, its ends included', () => {
    expect(code(carryIn({}, { from: NOW + 1 }))).toMatchObject({ code: 'too-early', field: 'at' });
    expect(code(carryIn({}, { until: NOW - 1 }))).toMatchObject({ code: 'too-late', field: 'at' });
    expect(code(carryIn({}, { from: NOW, until: NOW }))).toBeUndefined();
  });

  it('is tied to the visit of whoever carries it', () => {
    const unseen = { visit: undefined, ofBearer: [] };
    expect(code(carryIn({}, {}, unseen))).toMatchObject({ code: 'visit-missing', field: 'visitId' });
    expect(code(carryIn({ visitId: null }))).toMatchObject({ code: 'visit-required' });
    expect(code(carryIn({ visitId: null }, {}, unseen))).toMatchObject({ code: 'visit-required' });
    expect(code(carryIn({ visitId: null }, { organisation: '' }))).toMatchObject({ code: 'visit-required' });
    expect(code(carryIn({ visitId: null }, { organisation: '' }, unseen))).toBeUndefined();
    for (const state of ['expected', 'left', 'unknown', 'explained', 'cancelled', 'passed'] as const)
      expect(code(carryIn({}, {}, { visit: { ...inside, state } }))).toMatchObject({
        code: 'visit-not-inside',
        detail: { visitor: '渡辺 一郎' },
      });
    expect(code(carryIn({}, { bearer: '佐藤 次郎' }))).toMatchObject({
      code: 'bearer-differs',
      detail: { bearer: '佐藤 次郎', visitor: '渡辺 一郎' },
    });
    expect(
      code(carryIn({ at: NOW - 2 * MINUTE }, {}, { visit: { ...inside, enteredAt: NOW - MINUTE } })),
    ).toMatchObject({ code: 'before-visit', field: 'at' });
  });

  it('is recorded late with a reason, never ahead', () => {
    expect(code(carryIn({ at: NOW + 1 }))).toEqual({ code: 'in-future', field: 'at' });
    expect(code(carryIn({ at: NOW - 6 * MINUTE }))).toEqual({
      code: 'late-reason-required',
      field: 'lateReason',
    });
    expect(carryIn({ at: NOW - 6 * MINUTE, lateReason: '停電' })).toMatchObject({
      events: [{ data: { at: NOW - 6 * MINUTE, lateReason: '停電' } }],
    });
    expect(carryIn({ at: NOW - 5 * MINUTE })).toMatchObject({ events: [{ data: { lateReason: null } }] });
  });

  it.each(INSPECTION_GAPS)('is refused with %s while that is missing, as every way in and out', (gap) => {
    const gaps = [gap];
    const carried = { state: 'approved', carriedAt: NOW - HOUR } as const;
    const facts = (over: Partial<RequestFacts>) => ({ request: request({ ...carried, ...over }), gaps });
    const refused = { code: gap, field: 'requestId', detail: { no: 12, medium: '保守用USB' } };
    expect(code(carryIn({}, {}, { gaps }))).toEqual(refused);
    expect(code(decideTakeOut(moving, facts({ whereabouts: 'inside' }), NOW))).toEqual(refused);
    const outward = { kind: 'carry-out' } as const;
    expect(
      code(
        decideCarryOut(
          { ...moving, holder: '山本' },
          { request: request({ state: 'approved', ...outward }), gaps, registered: null },
          NOW,
        ),
      ),
    ).toEqual(refused);
    expect(code(decideGiveBack(moving, facts({ ...outward, whereabouts: 'outside' }), NOW))).toEqual(refused);
  });
});

describe('a medium of the register', () => {
  const carryOut = (medium: typeof registered | undefined) =>
    decideCarryOut(
      { ...moving, holder: '山本' },
      { request: request({ kind: 'carry-out', state: 'approved' }), gaps: [], registered: medium },
      NOW,
    );

  it('goes out, or is carried in, from its place alone', () => {
    expect(code(carryOut(registered))).toBeUndefined();
    expect(code(carryOut({ ...registered, state: 'out' }))).toMatchObject({ code: 'medium-not-kept' });
    expect(code(carryOut(undefined))).toMatchObject({ code: 'medium-missing' });
    expect(code(carryIn({}, {}, { registered: { ...registered, state: 'lost' } }))).toMatchObject({
      code: 'medium-not-kept',
    });
  });
});

describe('what is carried', () => {
  it('is not taken out before it came in', () => {
    const about = request({ state: 'approved', whereabouts: 'inside', carriedAt: NOW - MINUTE });
    const out = (at: number) => decideTakeOut({ ...moving, at }, { request: about, gaps: [] }, NOW);
    expect(code(out(NOW - 2 * MINUTE))).toEqual({ code: 'before-carried', field: 'at' });
    expect(code(out(NOW - MINUTE))).toBeUndefined();
  });
});

describe('handing over', () => {
  it('is to somebody else than who carried it in, or the visitor could leave it with themselves', () => {
    const about = request({ state: 'approved', whereabouts: 'inside', carriedAt: NOW - MINUTE });
    const hand = (to: string) =>
      decideHandOver({ ...moving, to, reason: '継続' }, { request: about, gaps: [] }, NOW);
    expect(code(hand('渡辺 一郎'))).toEqual({
      code: 'handed-to-bearer',
      field: 'to',
      detail: { bearer: '渡邊 一郎' },
    });
    expect(hand('山本 花子')).toMatchObject({
      events: [{ type: 'request.handedOver', data: { at: NOW, to: '山本 花子', reason: '継続' } }],
    });
  });
});

describe('the buttons of a request', () => {
  const shown: Request = {
    ...request({ state: 'endorsed' }),
    rule: { by: 'permission', officers: 2, reasons: ['confidentiality-3'] },
    mediumKind: 'usb-memory',
    mediumId: null,
    purpose: '',
    areaName: '',
    confidentiality: 3,
    due: NOW,
    requestedBy: '',
    quarantined: false,
    requestedAt: NOW,
    decideBy: null,
    seal: '',
    visitId: null,
    details: asked(),
    decisions: [],
    reminded: null,
    putOffs: [],
    endedAt: null,
    holder: '',
    template: null,
    emergency: null,
  };
  const decision = {
    seq: 1,
    at: NOW,
    officerId: OFFICER,
    officerName: '',
    decision: 'approve',
    conditions: '',
    reason: '',
    revision: 1,
    counts: true,
    signatureHolds: true,
  } as const;
  const on = (about: Partial<Request>, who: string, roles: readonly ('officer' | 'operator' | 'auditor')[]) =>
    Object.entries(requestActionsFor({ ...shown, ...about }, { id: who, roles }))
      .filter(([, can]) => can)
      .map(([button]) => button)
      .toSorted();

  it('are those that main would take', () => {
    const approved = { ...shown, decisions: [decision] };
    expect(on(approved, OFFICER, ['officer'])).toEqual(['refuse', 'return']);
    expect(on(approved, id(3), ['officer'])).toEqual(['approve', 'refuse', 'return']);
    expect(
      on({ state: 'submitted', decisions: [{ ...decision, counts: false }] }, OFFICER, ['officer']),
    ).toContain('approve');
    expect(on({}, ASKER, ['operator'])).toEqual(['resubmit', 'retract']);
    expect(on({}, ASKER, ['officer'])).toEqual(['resubmit', 'retract']);
    expect(on({ state: 'approved' }, id(4), ['operator'])).toEqual(['carryIn']);
    expect(on({ state: 'withdrawn', whereabouts: 'inside' }, id(4), ['operator'])).toEqual(['takeOut']);
    expect(on({ state: 'approved', whereabouts: 'inside' }, id(4), ['officer'])).toEqual([
      'handOver',
      'takeOut',
      'withdraw',
    ]);
    expect(on({ state: 'approved' }, id(4), ['auditor'])).toEqual([]);
  });
});

describe('the list of refusals', () => {
  it('holds no code twice, and none that no rule gives and no test expects', () => {
    const read = (folder: string) =>
      readdirSync(new URL(folder, import.meta.url))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8'))
        .join('\n');
    const rules = read('../../../shared/media/requests/rules');
    const tests = `${read('.')}${read('../../main/media')}`;
    const own = REQUEST_REFUSALS.filter((one) => INSPECTION_GAPS.every((gap) => gap !== one));
    expect(new Set(REQUEST_REFUSALS).size).toBe(REQUEST_REFUSALS.length);
    const outside = ['draft-too-many'];
    expect(own.filter((one) => !rules.includes(`'${one}'`) && !outside.includes(one))).toEqual([]);
    const throughTable = own.filter((one) =>
      /^request-(?!missing|changed)|permission-needed|emergency-not|^not-(?:in|out)side/u.test(one),
    );
    expect(own.filter((one) => !tests.includes(`'${one}'`) && !throughTable.includes(one))).toEqual([]);
  });
});
