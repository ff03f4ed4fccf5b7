import { describe, expect, it } from 'vitest';
import { DAY } from '../../../shared/kernel/time.ts';
import { RESTRICTIONS } from '../../../shared/kernel/classification.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import {
  checkForm,
  decideEmergency,
  decideSubmit,
  type FormFacts,
  inherited,
  ruleFor,
} from '../../../shared/media/requests/rules.ts';
import { asked, classified, connection, form, HOUR, id, NOW, registered } from './facts.ts';

const own: RequestDetails['medium'] = { from: 'register', mediumId: id(200) };

describe('the rule that applies', () => {
  const rule = (over: Partial<RequestDetails>, level = 1) => ruleFor(asked(over), { level });

  it('is a notification for what nothing speaks against', () => {
    expect(rule({})).toEqual({ by: 'notification', officers: 1, reasons: [] });
  });

  it('is a permission by one officer from confidentiality 2, by two for 3', () => {
    expect(rule({ classification: classified(2) })).toEqual({
      by: 'permission',
      officers: 1,
      reasons: ['confidentiality-2'],
    });
    expect(rule({ classification: classified(3) })).toEqual({
      by: 'permission',
      officers: 2,
      reasons: ['confidentiality-3'],
    });
  });

  it.each([2, 3])('is a permission in an area of level %i', (level) => {
    expect(rule({}, level)).toEqual({ by: 'permission', officers: 1, reasons: ['secure-area'] });
  });

  it('is a permission for what may not be carried out, unless it comes in', () => {
    const classification = classified(1, ['no-carry-out']);
    expect(rule({ classification })).toEqual({ by: 'notification', officers: 1, reasons: [] });
    for (const kind of ['carry-out', 'transfer'] as const)
      expect(rule({ kind, classification })).toEqual({
        by: 'permission',
        officers: 1,
        reasons: ['restricted-carry-out'],
      });
  });

  it('is a permission for a connection, and says every reason in one order', () => {
    expect(rule({ connection: connection() }).reasons).toEqual(['connection']);
    const all = { kind: 'transfer', classification: classified(3, ['no-carry-out']) } as const;
    expect(rule({ ...all, connection: connection() }, 3)).toEqual({
      by: 'permission',
      officers: 2,
      reasons: ['confidentiality-3', 'restricted-carry-out', 'secure-area', 'connection'],
    });
  });
});

describe('what a request quotes', () => {
  it('sets the lowest classification and every restriction', () => {
    expect(inherited([])).toEqual({ confidentiality: 1, restrictions: [] });
    expect(
      inherited([
        { title: 'a', confidentiality: 2, restrictions: ['encrypt'] },
        { title: 'b', confidentiality: 1, restrictions: ['no-copy', 'encrypt'] },
      ]),
    ).toEqual({ confidentiality: 2, restrictions: ['no-copy', 'encrypt'] });
  });
});

type Case = readonly [
  code: string,
  field: string,
  over: Partial<RequestDetails>,
  facts: Partial<FormFacts>,
  detail?: Record<string, string | number>,
];
const REFUSED: readonly Case[] = [
  ['medium-missing', 'details.medium.mediumId', { medium: own }, {}],
  ...(['out', 'lost', 'destroyed'] as const).map(
    (state): Case => [
      'medium-not-kept',
      'details.medium.mediumId',
      { medium: own },
      { medium: { ...registered, state } },
      { medium: registered.name },
    ],
  ),
  [
    'medium-not-for',
    'details.medium.mediumId',
    { medium: own, classification: classified(3) },
    { medium: registered },
    { medium: registered.name, upTo: 2, confidentiality: 3 },
  ],
  ['area-missing', 'details.areaId', {}, { area: undefined }],
  [
    'area-retired',
    'details.areaId',
    {},
    { area: { name: '旧室', level: 1, retired: true } },
    { area: '旧室' },
  ],
  [
    'classification-below-quoted',
    'details.classification.confidentiality',
    { quoted: [{ title: '計装図', confidentiality: 2, restrictions: [] }] },
    {},
    { title: '計装図', confidentiality: 2 },
  ],
  ...RESTRICTIONS.map(
    (restriction): Case => [
      'restriction-missing',
      'details.classification.restrictions',
      { quoted: [{ title: '計装図', confidentiality: 1, restrictions: [restriction] }] },
      {},
      { title: '計装図' },
    ],
  ),
  ['encryption-required', 'details.medium.encryption', { classification: classified(1, ['encrypt']) }, {}],
  [
    'encryption-required',
    'details.medium.mediumId',
    { medium: own, classification: classified(1, ['encrypt']) },
    { medium: { ...registered, encryption: 'none' } },
  ],
  ['until-before-from', 'details.until', { from: NOW + HOUR, until: NOW + HOUR }, {}],
  ['period-over', 'details.until', { from: NOW - DAY, until: NOW }, {}],
  ['return-due-required', 'details.returnDue', { kind: 'carry-out', destination: '本庁' }, {}],
  ['due-outside-period', 'details.returnDue', { returnDue: NOW - HOUR }, {}],
  ['due-outside-period', 'details.returnDue', { returnDue: NOW + 8 * HOUR + 1 }, {}],
  ['destination-required', 'details.destination', { kind: 'carry-out', returnDue: NOW + HOUR }, {}],
  ['destination-required', 'details.destination', { kind: 'transfer', means: '書留' }, {}],
  ['means-required', 'details.means', { kind: 'transfer', destination: '本庁' }, {}],
  [
    'protection-required',
    'details.protection',
    { kind: 'transfer', destination: '本庁', means: '書留', classification: classified(2) },
    {},
  ],
  [
    'connection-required',
    'details.connection',
    {
      medium: {
        from: 'described',
        kind: 'maintenance-computer',
        name: '保守PC',
        serial: '',
        owner: 'みなと電機',
        encryption: 'software',
      },
    },
    {},
  ],
  [
    'connection-required',
    'details.connection',
    { medium: own },
    { medium: { ...registered, kind: 'maintenance-computer' } },
  ],
  [
    'connection-unexplained',
    'details.connection.note',
    { connection: connection({ 'os-patched': 'no' }) },
    {},
  ],
];

describe('a form is refused', () => {
  for (const [index, [code, field, over, facts, detail]] of REFUSED.entries()) {
    it(`${index + 1}: ${code} at ${field}`, () => {
      const refusal = { code, field, ...(detail === undefined ? {} : { detail }) };
      expect(checkForm(asked(over), form(facts), NOW)).toEqual({ refusal });
      expect(decideSubmit({ details: asked(over) }, { ...form(facts), id: id(50) }, NOW)).toEqual({
        refusal,
      });
    });
  }

  it('and not at the bounds', () => {
    const fits: readonly Partial<RequestDetails>[] = [
      {},
      { until: NOW + 1 },
      { returnDue: NOW + 8 * HOUR },
      { kind: 'carry-out', destination: '本庁', returnDue: NOW + HOUR },
      { kind: 'transfer', destination: '本庁', means: '書留' },
      {
        kind: 'transfer',
        destination: '本庁',
        means: '書留',
        protection: '暗号化・封印',
        classification: classified(2),
      },
      { connection: connection({ 'os-patched': 'no' }, '隔離して使う') },
      { connection: connection({ 'os-patched': 'not-applicable' }) },
    ];
    for (const over of fits) expect(checkForm(asked(over), form(), NOW)).toBeUndefined();
    expect(
      checkForm(asked({ medium: own, classification: classified(2) }), form({ medium: registered }), NOW),
    ).toBeUndefined();
  });
});

describe('an emergency', () => {
  const carry = (over: Partial<RequestDetails> = {}, more: Record<string, unknown> = {}) =>
    decideEmergency(
      {
        details: asked({ organisation: '', ...over }),
        reason: '配水ポンプ停止',
        allowedBy: '責任 三郎',
        visitId: null,
        seal: '',
        ...more,
      },
      { ...form(), id: id(50), recorder: '操田 颯太', emergencyHours: 24, visit: undefined, ofBearer: [] },
      NOW,
    );

  it('has to be decided within the hours of the policy', () => {
    expect(carry()).toEqual({
      events: [
        {
          type: 'request.emergency',
          version: 1,
          subject: `request:${id(50)}`,
          data: {
            details: asked({ organisation: '' }),
            rule: { by: 'notification', officers: 1, reasons: [] },
            revision: 1,
            reason: '配水ポンプ停止',
            allowedBy: '責任 三郎',
            visitId: null,
            seal: '',
            decideBy: NOW + 24 * HOUR,
          },
        },
      ],
      value: { id: id(50) },
    });
  });

  it('is for carrying in alone, now, allowed by somebody else, with a form like any other', () => {
    const code = (decision: ReturnType<typeof carry>) =>
      'refusal' in decision ? [decision.refusal.code, decision.refusal.field] : [];
    expect(code(carry({ kind: 'transfer' }))).toEqual(['emergency-kind', 'details.kind']);
    expect(code(carry({ from: NOW + 1 }))).toEqual(['too-early', 'details.from']);
    expect(code(carry({ until: NOW }))).toEqual(['period-over', 'details.until']);
    expect(code(carry({}, { allowedBy: '操田颯太' }))).toEqual(['allowed-by-self', 'allowedBy']);
    expect(code(carry({}, { allowedBy: '渡辺一郎' }))).toEqual(['allowed-by-bearer', 'allowedBy']);
    expect(code(carry({ organisation: 'みなと電機' }))).toEqual(['visit-required', 'visitId']);
    expect(code(carry({}, { visitId: id(7) }))).toEqual(['visit-missing', 'visitId']);
  });
});
