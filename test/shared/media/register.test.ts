import { describe, expect, it } from 'vitest';
import type { StocktakeLine } from '../../../shared/media/register/contract.ts';
import {
  ERASING_METHODS,
  ERASURE_METHODS,
  MEDIUM_STATES,
  type Medium,
  type MediumDetails,
  type MediumState,
} from '../../../shared/media/register/model.ts';
import {
  byNumber,
  changedFields,
  decideChange,
  decideDestroy,
  decideErase,
  decideFind,
  decideLose,
  decideRegister,
  decideStocktake,
  MEDIUM_ACTIONS,
  MEDIUM_MOVES,
  type MediumAction,
  mayMove,
  sameNumber,
  scanned,
} from '../../../shared/media/register/rules.ts';
import type { MediaDecision } from '../../../shared/media/rules.ts';

const ID = '01990000-0000-7000-8000-000000000001';
const OTHER = '01990000-0000-7000-8000-000000000002';
const details: MediumDetails = {
  number: 'USB-001',
  kind: 'usb-memory',
  name: '監視盤データ移送用',
  maker: '',
  model: '',
  serial: 'SN1',
  capacity: '32 GB',
  encryption: 'hardware',
  keeper: '操田 颯太',
  place: '中央監視室 鍵付き保管庫',
  seal: '',
  upTo: 2,
  note: '',
};
const medium = (over: Partial<Medium> = {}): Medium => ({
  ...details,
  id: ID,
  state: 'kept',
  registeredAt: 1,
  stocktakenAt: null,
  missedAt: null,
  erasedAt: null,
  requestId: null,
  ...over,
});
const witnessed = {
  mediumId: ID,
  method: 'overwrite',
  product: '消去ソフト 2',
  by: '操田 颯太',
  witness: '山本 花子',
  proof: '証明書 12',
} as const;
const line = (over: Partial<StocktakeLine> = {}): StocktakeLine => ({
  mediumId: ID,
  seen: true,
  sealIntact: null,
  note: '',
  ...over,
});

/** What each state lets be done, written down a second time. */
const ALLOWED: Readonly<Record<MediumState, Partial<Record<MediumAction, MediumState>>>> = {
  kept: {
    change: 'kept',
    stocktake: 'kept',
    lose: 'lost',
    erase: 'kept',
    destroy: 'destroyed',
    carryOut: 'out',
  },
  out: { change: 'out', lose: 'lost', giveBack: 'kept', deliver: 'kept' },
  lost: { change: 'lost', find: 'kept', giveBack: 'lost', deliver: 'lost' },
  destroyed: {},
};

type Decide = (about: Medium | undefined) => MediaDecision<unknown>;
/** Movements are decided by the rules of requests. */
const DO: Readonly<Record<Exclude<MediumAction, 'carryOut' | 'giveBack' | 'deliver'>, Decide>> = {
  change: (about) =>
    decideChange(
      { mediumId: ID, details: { ...details, place: '事務室' }, reason: '移した' },
      { medium: about, holder: about },
    ),
  stocktake: (about) =>
    decideStocktake({ lines: [line()] }, { media: new Map(about ? [[ID, about]] : []), id: OTHER }),
  lose: (about) =>
    decideLose({ mediumId: ID, circumstances: '見当たらない', reportedTo: '山本' }, { medium: about }),
  find: (about) => decideFind({ mediumId: ID, where: '机', note: '' }, { medium: about }),
  erase: (about) => decideErase(witnessed, { medium: about, quarantined: false }),
  destroy: (about) => decideDestroy({ ...witnessed, reason: '故障' }, { medium: about, quarantined: false }),
};

describe('the states of a medium', () => {
  for (const action of MEDIUM_ACTIONS) {
    it.each(MEDIUM_STATES)(`${action} while %s`, (state) => {
      const to = ALLOWED[state][action];
      const move = MEDIUM_MOVES[action][state];
      expect(mayMove(action, state)).toBe(to !== undefined);
      if (to === undefined) expect(move).toHaveProperty('refused');
      else expect(move).toEqual({ to });
      if (action === 'carryOut' || action === 'giveBack' || action === 'deliver') return;
      const decision = DO[action](medium({ state }));
      if ('refused' in move) {
        const { field, ...refusal } = ('refusal' in decision ? decision.refusal : undefined) ?? {};
        expect(refusal).toEqual({ code: move.refused, detail: { number: 'USB-001' } });
        expect(field).toBe(action === 'stocktake' ? 'lines.0.mediumId' : 'mediumId');
      } else expect(decision).toHaveProperty('events.length', 1);
    });
  }

  it.each(Object.keys(DO) as (keyof typeof DO)[])('%s is refused where there is no such medium', (action) => {
    expect(DO[action](undefined)).toMatchObject({ refusal: { code: 'medium-missing' } });
  });
});

describe('a number', () => {
  it('is the same in any width, case and with blanks, and another where a figure differs', () => {
    expect(sameNumber('USB-001', ' ｕｓｂ－００１ ')).toBe(true);
    expect(sameNumber('USB-001', 'USB-01')).toBe(false);
  });

  it('is never given to two', () => {
    const holder = medium({ state: 'destroyed', name: '旧' });
    expect(decideRegister(details, { id: OTHER, holder })).toEqual({
      refusal: { code: 'medium-number-taken', field: 'number', detail: { number: 'USB-001', name: '旧' } },
    });
    expect(
      decideChange(
        { mediumId: OTHER, details, reason: '誤記' },
        { medium: medium({ id: OTHER, number: 'USB-002' }), holder },
      ),
    ).toMatchObject({ refusal: { code: 'medium-number-taken', field: 'details.number' } });
    expect(decideRegister(details, { id: OTHER, holder: undefined })).toEqual({
      events: [{ type: 'medium.registered', version: 1, subject: `medium:${OTHER}`, data: details }],
      value: { id: OTHER },
    });
  });
});

describe('a change', () => {
  it('names what differs, and is refused where nothing does', () => {
    expect(changedFields(details, { ...details, seal: 'S-1', upTo: 3 })).toEqual(['seal', 'upTo']);
    const facts = { medium: medium(), holder: medium() };
    expect(decideChange({ mediumId: ID, details, reason: '確認' }, facts)).toEqual({
      refusal: { code: 'medium-unchanged', field: 'details' },
    });
  });
});

describe('erasure and destruction', () => {
  it.each(ERASURE_METHODS)('by %s', (method) => {
    const erased = decideErase({ ...witnessed, method }, { medium: medium(), quarantined: false });
    if (ERASING_METHODS.includes(method)) expect(erased).toHaveProperty('events.0.data.method', method);
    else expect(erased).toEqual({ refusal: { code: 'method-destroys', field: 'method' } });
    expect(
      decideDestroy({ ...witnessed, method, reason: '故障' }, { medium: medium(), quarantined: false }),
    ).toHaveProperty('events.0.data.method', method);
  });

  it('have a witness who did not do it', () => {
    const alone = { ...witnessed, witness: '操田颯太' };
    const refused = { refusal: { code: 'witness-same', field: 'witness', detail: { name: '操田 颯太' } } };
    expect(decideErase(alone, { medium: medium(), quarantined: false })).toEqual(refused);
    expect(decideDestroy({ ...alone, reason: '故障' }, { medium: medium(), quarantined: false })).toEqual(
      refused,
    );
  });
});

describe('a stocktake', () => {
  it('is one step: an event for each medium, seen or missing, or nothing at all', () => {
    const media = new Map([
      [ID, medium()],
      [OTHER, medium({ id: OTHER, number: 'USB-002' })],
    ]);
    const lines = [line({ sealIntact: true }), line({ mediumId: OTHER, seen: false, note: '要確認' })];
    const decision = decideStocktake({ lines }, { media, id: OTHER });
    expect('events' in decision ? decision.events.map(({ subject, data }) => [subject, data]) : []).toEqual([
      [`medium:${ID}`, { stocktake: OTHER, seen: true, sealIntact: true, note: '' }],
      [`medium:${OTHER}`, { stocktake: OTHER, seen: false, sealIntact: null, note: '要確認' }],
    ]);
    expect(decideStocktake({ lines: [...lines, line()] }, { media, id: OTHER })).toEqual({
      refusal: { code: 'stocktake-twice', field: 'lines.2.mediumId', detail: { number: 'USB-001' } },
    });
  });

  it('ticks what is scanned, and tells strangers, double scans and what ought not to be there', () => {
    const out = medium({ id: OTHER, number: 'USB-002', state: 'out' });
    const lost = medium({ id: OTHER, number: 'USB-003', state: 'lost' });
    const rows = byNumber([medium(), out, lost]);
    const scan = (text: string, seen: readonly string[] = [], at: string | null = null) =>
      scanned(text, rows, new Set(seen), at);
    expect(scan('  ')).toBeUndefined();
    expect(scan('ｕｓｂ-001')).toMatchObject({ what: 'seen', row: { id: ID } });
    expect(scan('USB-001', [ID])).toMatchObject({ what: 'twice', row: { id: ID } });
    expect(scan('USB-001', [], details.place)).toMatchObject({ what: 'seen' });
    expect(scan('USB-001', [], '別館')).toMatchObject({ what: 'place', row: { id: ID } });
    expect(scan('USB-002')).toMatchObject({ what: 'out', row: { number: 'USB-002' } });
    expect(scan('USB-003')).toMatchObject({ what: 'lost', row: { number: 'USB-003' } });
    expect(scan(' X-9 ')).toEqual({ what: 'stranger', text: 'X-9' });
  });
});
