import { describe, expect, it } from 'vitest';
import { DAY } from '../../../shared/kernel/time.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import { decideSubmit } from '../../../shared/media/requests/rules.ts';
import type { MediaDecision } from '../../../shared/media/rules.ts';
import {
  TEMPLATE_STATES,
  TemplateContent,
  type TemplateState,
} from '../../../shared/media/templates/model.ts';
import {
  checkContent,
  checkTemplate,
  decideChangeTemplate,
  decideDiscardTemplate,
  decideEnforceTemplate,
  decideRetireTemplate,
  decideWriteTemplate,
  differsIn,
  FIXED_FIELDS,
  type FixedField,
  TEMPLATE_ACTIONS,
  TEMPLATE_MOVES,
  type TemplateAction,
  templateActionsFor,
  type TemplateFacts,
  variesIn,
} from '../../../shared/media/templates/rules.ts';
import { ASKER, asked, classified, connection, form, HOUR, id, NOW, OFFICER, registered } from './facts.ts';
import { content, contentFacts, DRAFT_DIGEST, inUse, routine, TEMPLATE, template } from './template-facts.ts';

/** Written out a second time, so that a slip in the table is seen. */
const ALLOWED: Readonly<Record<TemplateAction, Partial<Record<TemplateState, TemplateState>>>> = {
  change: { draft: 'draft', 'in-force': 'changing', changing: 'changing' },
  enforce: { draft: 'in-force', changing: 'in-force' },
  discard: { draft: 'discarded', changing: 'in-force' },
  retire: { 'in-force': 'retired', changing: 'retired' },
};
const REFUSED: Readonly<Record<TemplateAction, Partial<Record<TemplateState, string>>>> = {
  change: { retired: 'template-retired', discarded: 'template-discarded' },
  enforce: { 'in-force': 'template-no-draft', retired: 'template-retired', discarded: 'template-discarded' },
  discard: { 'in-force': 'template-no-draft', retired: 'template-retired', discarded: 'template-discarded' },
  retire: { draft: 'template-not-in-force', retired: 'template-retired', discarded: 'template-discarded' },
};

type Do = (template: TemplateFacts | undefined) => MediaDecision<null>;
const officer = { id: OFFICER, roles: ['officer'] } as const;
const DO: Readonly<Record<TemplateAction, Do>> = {
  change: (about) =>
    decideChangeTemplate(
      { templateId: TEMPLATE, content: content({ maxDays: 2 }), reason: '延長' },
      { ...contentFacts(), template: about },
      NOW,
    ),
  enforce: (about) =>
    decideEnforceTemplate(
      { templateId: TEMPLATE, version: 2, digest: DRAFT_DIGEST },
      { template: about, officer: OFFICER },
      NOW,
    ),
  discard: (about) =>
    decideDiscardTemplate(
      { templateId: TEMPLATE, version: 2, reason: '不要' },
      { template: about, actor: officer },
    ),
  retire: (about) => decideRetireTemplate({ templateId: TEMPLATE, reason: '廃止' }, { template: about }),
};
const WRITES: Readonly<Record<TemplateAction, object>> = {
  change: {
    type: 'template.changed',
    data: { version: 3, content: content({ maxDays: 2 }), reason: '延長' },
  },
  enforce: { type: 'template.enforced', data: { version: 2, digest: DRAFT_DIGEST } },
  discard: { type: 'template.discarded', data: { version: 2, reason: '不要' } },
  retire: { type: 'template.retired', data: { version: 1, reason: '廃止' } },
};

describe('what is done with a template', () => {
  for (const action of TEMPLATE_ACTIONS) {
    it.each(TEMPLATE_STATES)(`${action} while %s`, (state) => {
      const to = ALLOWED[action][state];
      const decision = DO[action](template({ state }));
      if (to === undefined) {
        const code = REFUSED[action][state];
        expect(TEMPLATE_MOVES[action][state]).toEqual({ refused: code });
        const detail = { template: 'T-01 監視盤の月次更新' };
        expect(decision).toEqual({ refusal: { code, field: 'templateId', detail } });
        return;
      }
      expect(TEMPLATE_MOVES[action][state]).toEqual({ to });
      expect(decision).toEqual({
        events: [{ version: 1, subject: `template:${TEMPLATE}`, ...WRITES[action] }],
        value: null,
      });
    });

    it(`${action} is refused where there is no template`, () => {
      expect(DO[action](undefined)).toEqual({
        refusal: { code: 'template-missing', field: 'templateId' },
      });
    });
  }

  it('is put in force by nobody who wrote any of what waits', () => {
    const own = template({ draftAuthors: [ASKER, OFFICER] });
    expect(DO.enforce(own)).toMatchObject({ refusal: { code: 'own-template' } });
    expect(templateActionsFor(own, officer)).toEqual({
      change: true,
      enforce: false,
      discard: true,
      retire: true,
    });
    expect(templateActionsFor(template(), officer).enforce).toBe(true);
  });

  it.each([
    ['another version', { version: 1, digest: DRAFT_DIGEST }],
    ['other content', { version: 2, digest: 'f'.repeat(64) }],
  ])('is not put in force by a signature over %s than waits', (_, signed) => {
    expect(
      decideEnforceTemplate(
        { templateId: TEMPLATE, ...signed },
        { template: template(), officer: OFFICER },
        NOW,
      ),
    ).toMatchObject({ refusal: { code: 'template-changed', field: 'templateId' } });
  });

  it('is not put in force once its validity is over', () => {
    const draft = { version: 2, digest: DRAFT_DIGEST, validUntil: NOW };
    expect(DO.enforce(template({ draft }))).toMatchObject({ refusal: { code: 'template-over' } });
  });

  it('is taken back by whoever wrote it or an officer, and as it stands', () => {
    const discard = (actor: { id: string; roles: ('operator' | 'officer')[] }, version = 2) =>
      decideDiscardTemplate(
        { templateId: TEMPLATE, version, reason: '不要' },
        { template: template(), actor },
      );
    expect(discard({ id: ASKER, roles: ['operator'] })).toHaveProperty('events');
    expect(discard({ id: id(9), roles: ['operator'] })).toMatchObject({
      refusal: { code: 'not-template-author' },
    });
    expect(discard({ id: ASKER, roles: ['operator'] }, 1)).toMatchObject({
      refusal: { code: 'template-changed' },
    });
  });

  it('is not changed to what it says already', () => {
    const same = { templateId: TEMPLATE, content: content(), reason: '同じ' };
    expect(decideChangeTemplate(same, { ...contentFacts(), template: template() }, NOW)).toMatchObject({
      refusal: { code: 'template-unchanged', field: 'content' },
    });
  });

  it('offers an operator no signature, and taking back only what they wrote', () => {
    const operator = { id: id(9), roles: ['operator'] } as const;
    expect(templateActionsFor(template(), operator)).toEqual({
      change: true,
      enforce: false,
      discard: false,
      retire: false,
    });
    expect(templateActionsFor(template(), { ...operator, id: ASKER }).discard).toBe(true);
    expect(Object.values(templateActionsFor(template(), { id: id(9), roles: ['auditor'] }))).not.toContain(
      true,
    );
  });
});

describe('what a template says', () => {
  const said = (over: Partial<TemplateContent>, facts = contentFacts()) =>
    checkContent(content(over), facts, NOW)?.refusal;
  const says = (over: Partial<TemplateContent['form']>) => ({ form: { ...content().form, ...over } });

  it('is written as version 1', () => {
    expect(decideWriteTemplate({ content: content() }, { ...contentFacts(), id: TEMPLATE }, NOW)).toEqual({
      events: [
        {
          type: 'template.written',
          version: 1,
          subject: `template:${TEMPLATE}`,
          data: { version: 1, content: content() },
        },
      ],
      value: { id: TEMPLATE },
    });
  });

  it.each([
    ['template-validity', 'content.validUntil', { validUntil: NOW - 40 * DAY }],
    ['template-over', 'content.validUntil', { validUntil: NOW }],
    ['template-review', 'content.reviewBy', { reviewBy: NOW + 301 * DAY }],
    ['template-review', 'content.reviewBy', { reviewBy: NOW - 31 * DAY }],
    ['destination-required', 'content.form.destination', says({ kind: 'carry-out' })],
    ['means-required', 'content.form.means', says({ kind: 'transfer', destination: '本庁' })],
    [
      'encryption-required',
      'content.form.medium.encryption',
      says({ classification: classified(2, ['encrypt']) }),
    ],
    [
      'classification-below-quoted',
      'content.form.classification.confidentiality',
      says({ quoted: [{ title: '設定書', confidentiality: 2, restrictions: [] }] }),
    ],
  ] as const)('is refused %s at %s', (code, field, over) => {
    expect(said(over)).toMatchObject({ code, field });
  });

  it('may last from a day to a year, and has procedure and protection', () => {
    const read = (over: Partial<Record<keyof TemplateContent, unknown>>) =>
      TemplateContent.safeParse({ ...content(), ...over }).error?.issues.map(({ message }) => message);
    expect([0, 1, 366, 367].map((maxDays) => read({ maxDays }))).toEqual([
      ['template-days'],
      undefined,
      undefined,
      ['template-days'],
    ]);
    expect(read({ procedure: ' ' })).toEqual(['required']);
    expect(read({ protection: '' })).toEqual(['required']);
    expect(read({ users: { who: 'roles', roles: [] } })).toEqual(['required']);
    expect(read({ users: { who: 'persons', persons: [] } })).toEqual(['required']);
  });

  it('has a number of its own, an area that is used, a medium that there is', () => {
    const holder = { number: 'T-01', name: '別の定型' };
    expect(said({}, contentFacts({ holder }))).toEqual({
      code: 'template-number-taken',
      field: 'content.number',
      detail: holder,
    });
    expect(said({}, contentFacts({ area: { name: '旧棟', level: 1, retired: true } }))).toMatchObject({
      code: 'area-retired',
      field: 'content.form.areaId',
    });
    const own = says({ medium: { from: 'register', mediumId: id(60) } });
    expect(said(own)).toMatchObject({ code: 'medium-missing', field: 'content.form.medium.mediumId' });
    expect(said(own, contentFacts({ medium: registered }))).toBeUndefined();
    // Out today is at its place another day; lost or destroyed is not.
    expect(said(own, contentFacts({ medium: { ...registered, state: 'out' } }))).toBeUndefined();
    expect(said(own, contentFacts({ medium: { ...registered, state: 'lost' } }))).toMatchObject({
      code: 'medium-not-kept',
    });
  });

  it('needs a connection for a maintenance computer, whose checks are left to each request', () => {
    const computer = { ...content().form.medium, kind: 'maintenance-computer' } as const;
    const medium = computer as TemplateContent['form']['medium'];
    expect(said(says({ medium }))).toMatchObject({
      code: 'connection-required',
      field: 'content.form.connection',
    });
    expect(said(says({ medium, connection: { target: '監視盤1号' } }))).toBeUndefined();
  });
});

const user = { id: ASKER, roles: ['operator'] } as const;
const fits = (details: RequestDetails, used = inUse(), who: Parameters<typeof checkTemplate>[2] = user) =>
  checkTemplate(details, used, who, NOW)?.refusal;
const called = { template: 'T-01 監視盤の月次更新' };

describe('a request begun from a template', () => {
  it('passes as it is, and carries the template on the chain', () => {
    expect(fits(routine())).toBeUndefined();
    const facts = { ...form(), template: inUse(), user, id: id(80) };
    expect(decideSubmit({ details: routine() }, facts, NOW)).toMatchObject({
      events: [{ data: { details: { template: { id: TEMPLATE, version: 1 } } } }],
    });
  });

  it('without a template is held to none', () => {
    expect(checkTemplate(asked(), undefined, user, NOW)).toBeUndefined();
  });

  it('is refused where the facts of its template are missing', () => {
    expect(decideSubmit({ details: routine() }, { ...form(), id: id(80) }, NOW)).toEqual({
      refusal: { code: 'template-missing', field: 'details.template' },
    });
  });

  it.each([
    ['template-retired', inUse({ state: 'retired' })],
    ['template-discarded', inUse({ state: 'discarded', inForce: null })],
    ['template-not-in-force', inUse({ state: 'draft', inForce: null })],
    ['template-not-yet', inUse({}, { validFrom: NOW + 1 })],
    ['template-expired', inUse({}, { validUntil: NOW - 1 })],
    ['template-not-allowed', inUse({}, { users: { who: 'roles', roles: ['officer'] } })],
    ['template-not-allowed', inUse({}, { users: { who: 'persons', persons: [OFFICER] } })],
  ] as const)('is refused %s', (code, used) => {
    expect(fits(routine(), used)).toEqual({ code, field: 'details.template', detail: called });
  });

  it('is refused once another version is in force, and says which', () => {
    expect(fits(routine(), inUse({ inForce: { version: 3, content: content() } }))).toEqual({
      code: 'template-superseded',
      field: 'details.template',
      detail: { ...called, version: 3, named: 1 },
    });
  });

  it('is for nobody who hands in no requests', () => {
    const auditor = { id: ASKER, roles: ['auditor'] } as const;
    expect(fits(routine(), inUse(), auditor)).toMatchObject({ code: 'template-not-allowed' });
  });

  it('may be handed in by those it is for', () => {
    expect(fits(routine(), inUse({}, { users: { who: 'roles', roles: ['operator'] } }))).toBeUndefined();
    expect(fits(routine(), inUse({}, { users: { who: 'persons', persons: [ASKER] } }))).toBeUndefined();
  });

  const changes: Readonly<Record<FixedField, Partial<RequestDetails>>> = {
    kind: { kind: 'carry-out' },
    medium: { medium: { ...(asked().medium as { from: 'described' } & object), name: '別のUSB' } as never },
    purpose: { purpose: '別の目的' },
    asset: { asset: '別の盤' },
    areaId: { areaId: id(101) },
    destination: { destination: '本庁' },
    means: { means: '郵送' },
    quoted: { quoted: [{ title: '設定書', confidentiality: 1, restrictions: [] }] },
    classification: { classification: classified(2) },
    protection: { protection: 'なし' },
    connection: { connection: connection() },
  };

  it.each(FIXED_FIELDS)('may say nothing else of %s', (field) => {
    const details = routine(changes[field]);
    expect(differsIn(details, content())).toEqual([field]);
    const refused = fits(details);
    expect(refused).toMatchObject({ code: 'template-differs', detail: called });
    expect(refused?.field).toMatch(new RegExp(`^details\\.${field}`, 'u'));
  });

  it('may have another bearer, time, work reference, serial number, contents and note', () => {
    const other = routine({
      bearer: '別の人',
      organisation: '',
      workReference: 'W-9',
      from: NOW,
      until: NOW + HOUR,
      returnDue: NOW + HOUR,
      note: '予備',
      contents: '今月分',
      medium: { ...(asked().medium as object), serial: 'S-99' } as RequestDetails['medium'],
    });
    expect(fits(other)).toBeUndefined();
    expect(variesIn(other, content())).toEqual(['serial', 'contents']);
    expect(variesIn(routine(), content())).toEqual([]);
  });

  it('may answer the checks before a connection, whose target is fixed', () => {
    const connected = { form: { ...content().form, connection: { target: '監視盤1号' } } };
    const used = inUse({}, connected);
    expect(fits(routine({ connection: connection({}, '説明') }), used)).toBeUndefined();
    expect(fits(routine({ connection: { ...connection(), target: '別' } }), used)).toMatchObject({
      code: 'template-differs',
      field: 'details.connection',
    });
    expect(fits(routine(), used)).toMatchObject({ code: 'template-differs' });
  });

  it('lasts no longer than its template allows, and within its validity', () => {
    expect(fits(routine({ from: NOW, until: NOW + DAY }))).toBeUndefined();
    expect(fits(routine({ from: NOW, until: NOW + DAY + 1 }))).toEqual({
      code: 'template-too-long',
      field: 'details.until',
      detail: { ...called, days: 1 },
    });
    expect(fits(routine({ from: NOW + 300 * DAY, until: NOW + 300 * DAY + 1 }))).toEqual({
      code: 'template-outside-validity',
      field: 'details.until',
      detail: called,
    });
  });
});
