import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownHead } from '../../../main/trail/append.ts';
import { verifyLedger } from '../../../main/trail/verification.ts';
import { rows, run } from '../../../main/vault/db.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import type { RequestDetails } from '../../../shared/media/requests/model.ts';
import { templateEvents } from '../../../shared/media/templates/events.ts';
import type { TemplateContent } from '../../../shared/media/templates/model.ts';
import {
  asking,
  decide,
  MONDAY,
  openRequests,
  PASSWORD,
  people,
  type RequestsDesk,
  type Who,
} from './requests-desk.ts';

let desk: RequestsDesk;
beforeEach(async () => {
  desk = await openRequests();
});
afterEach(() => desk.remove());

function content(over: Partial<TemplateContent> = {}): TemplateContent {
  const { kind, medium, purpose, asset, areaId, contents, classification, quoted, destination, means } =
    asking(desk.room);
  return {
    number: 'T-1',
    name: '監視盤の月次更新',
    reading: 'かんしばん',
    form: {
      kind,
      medium,
      purpose,
      asset,
      areaId,
      contents,
      classification,
      quoted,
      destination,
      means,
      connection: null,
    },
    procedure: '受付で封印を確かめ、検査してから渡す。',
    protection: '封印袋',
    maxDays: 2,
    validFrom: MONDAY - 10 * DAY,
    validUntil: MONDAY + 100 * DAY,
    reviewBy: MONDAY + 50 * DAY,
    users: { who: 'all' },
    ...over,
  };
}
const write = async (who: Who = 'operator', over: Partial<TemplateContent> = {}): Promise<string> =>
  (await desk.did(who, 'writeTemplate', { content: content(over) })).id;
const change = (templateId: string, over: Partial<TemplateContent>, who: Who = 'operator') =>
  desk.did(who, 'changeTemplate', { templateId, content: content(over), reason: '見直し' });
const shown = async (id: string) => (await desk.did('auditor', 'template', { id })).template;
async function enforce(templateId: string, who: Who = 'officer', password = PASSWORD): Promise<unknown> {
  const { versions, draft } = await shown(templateId);
  const version = versions.find((one) => one.version === draft) ?? versions[0];
  if (version === undefined) throw new Error('no version');
  const signed = { version: version.version, digest: version.digest };
  return desk.refused(who, 'enforceTemplate', { templateId, ...signed, password });
}
const inForce = async (over: Partial<TemplateContent> = {}): Promise<string> => {
  const id = await write('operator', over);
  expect(await enforce(id)).toBeUndefined();
  return id;
};
const routine = (id: string, version = 1, over: Partial<RequestDetails> = {}): RequestDetails =>
  asking(desk.room, { protection: '封印袋', template: { id, version }, ...over });
const size = (): number => ownHead(desk.test.ledger.read)?.seq ?? 0;
const verified = () =>
  verifyLedger(
    desk.test.ledger,
    () => undefined,
    () => false,
  );
const brokenAt = (seq: number) => ({ state: 'broken', first: { seq, kind: 'signature-invalid' } });

describe('a template', () => {
  it('is written, put in force by an officer’s signature, used, changed, and retired; every step is on the chain', async () => {
    const id = await write();
    expect(await desk.did('operator', 'templates', {})).toEqual([
      {
        id,
        number: 'T-1',
        name: '監視盤の月次更新',
        reading: 'かんしばん',
        kind: 'carry-in',
        state: 'draft',
        inForce: null,
        draft: 1,
        ownDraft: true,
        usable: false,
        requests: 0,

        validFrom: MONDAY - 10 * DAY,
        validUntil: MONDAY + 100 * DAY,
        reviewBy: MONDAY + 50 * DAY,
      },
    ]);
    expect(await enforce(id)).toBeUndefined();
    const { id: requestId } = await desk.did('operator', 'submit', { details: routine(id) });
    const { request } = await desk.did('officer', 'request', { id: requestId });
    const named = { id, version: 1, number: 'T-1', name: '監視盤の月次更新' };
    expect(request).toMatchObject({ template: named, state: 'submitted' });
    // Routine or not, somebody decides.
    expect(await decide(desk, 'officer', requestId)).toBeUndefined();

    await change(id, { name: '監視盤の更新', maxDays: 3 });
    expect(await shown(id)).toMatchObject({
      state: 'changing',
      inForce: 1,
      draft: 2,
      name: '監視盤の月次更新',
      requests: 1,
      usable: false,
      draftAuthors: [people.operator.id],
    });
    expect(await enforce(id, 'second')).toBeUndefined();
    expect(await shown(id)).toMatchObject({
      state: 'in-force',
      inForce: 2,
      draft: null,
      name: '監視盤の更新',
      draftAuthors: [],
      versions: [
        {
          version: 2,
          reason: '見直し',
          enforced: {
            officerName: people.second.name,
            signatureHolds: true,
          },
          content: { maxDays: 3 },
          areaName: '中央監視室',
          mediumName: '保守用USB',
        },
        {
          version: 1,
          reason: '',
          enforced: {
            officerName: people.officer.name,
            signatureHolds: true,
          },
        },
      ],
    });
    await desk.did('second', 'retireTemplate', { templateId: id, reason: '終了', password: PASSWORD });
    expect(await shown(id)).toMatchObject({ state: 'retired', usable: false });
    const { story } = await desk.did('auditor', 'template', { id });
    expect(story.map(({ type, actorName }) => [type, actorName])).toEqual([
      ['template.written', people.operator.name],
      ['template.enforced', people.officer.name],
      ['template.changed', people.operator.name],
      ['template.enforced', people.second.name],
      ['template.retired', people.second.name],
    ]);
    expect(await verified()).toMatchObject({ state: 'verified', viewsCompared: true });
  });

  it('is put in force by nobody who wrote any version of what waits, by no operator, with no wrong password', async () => {
    const id = await write('officer');
    expect(await enforce(id)).toMatchObject({ code: 'own-template' });
    await change(id, { maxDays: 1 });
    expect(await enforce(id)).toMatchObject({ code: 'own-template' });
    expect(await enforce(id, 'operator')).toMatchObject({ code: 'not-allowed' });
    expect(await enforce(id, 'second', 'x')).toMatchObject({ code: 'attest-refused', field: 'password' });
    expect(await enforce(id, 'second')).toBeUndefined();
    // What they wrote before is in force now: it bars them no longer.
    await change(id, { maxDays: 2 });
    expect(await enforce(id)).toBeUndefined();
  });

  it('keeps its number from every other template, alike in width and case, retired or not', async () => {
    const id = await inForce();
    await desk.did('officer', 'retireTemplate', { templateId: id, reason: '終了', password: PASSWORD });
    expect(
      await desk.refused('operator', 'writeTemplate', { content: content({ number: 'ｔ-１' }) }),
    ).toEqual({
      code: 'template-number-taken',
      field: 'content.number',
      detail: { number: 'T-1', name: '監視盤の月次更新' },
    });
    const other = await write('operator', { number: 'T-10' });
    await write('operator', { number: 'T-2' });
    await change(other, { number: 'T-3' });
    const taken = await desk.refused('operator', 'writeTemplate', { content: content({ number: 'T-10' }) });
    expect(taken).toMatchObject({ code: 'template-number-taken' });
    const numbers = (await desk.did('operator', 'templates', {})).map(({ number }) => number);
    expect(numbers).toEqual(['T-1', 'T-2', 'T-3']);
  });

  it('taken back leaves what is in force, and a draft that never was in force over', async () => {
    const id = await inForce();
    await change(id, { maxDays: 1 });
    const back = { templateId: id, version: 2, reason: '不要' };
    await desk.did('operator', 'discardTemplate', back);
    expect(await shown(id)).toMatchObject({ state: 'in-force', inForce: 1, draft: null });
    // Who wrote what was taken back wrote nothing of what comes after.
    await change(id, { maxDays: 1 }, 'officer');
    expect((await shown(id)).draftAuthors).toEqual([people.officer.id]);
    const draft = await write('operator', { number: 'T-2' });
    await desk.did('officer', 'discardTemplate', { ...back, templateId: draft, version: 1 });
    expect((await shown(draft)).state).toBe('discarded');
    expect(
      await desk.refused('officer', 'discardTemplate', { ...back, templateId: draft, version: 1 }),
    ).toMatchObject({ code: 'template-discarded' });
  });

  it('names those who may be its users: everybody active who hands in requests', async () => {
    desk.order({ kind: 'account-suspend' }, 'third');
    const named = await desk.did('operator', 'templatePeople', {});
    expect(named.map(({ name }) => name).toSorted()).toEqual(
      [people.operator, people.officer, people.second].map(({ name }) => name).toSorted(),
    );
  });
});

describe('a request begun from a template', () => {
  it('is refused where it differs, and nothing is recorded', async () => {
    const id = await inForce();
    const before = size();
    const refused = (over: Partial<RequestDetails>, who: Who = 'operator') =>
      desk.refused(who, 'submit', { details: routine(id, 1, over) });
    expect(await refused({ purpose: '別の目的' })).toMatchObject({
      code: 'template-differs',
      field: 'details.purpose',
    });
    expect(await refused({ until: MONDAY + 3 * DAY })).toMatchObject({ code: 'template-too-long' });
    expect(await refused({ template: { id, version: 2 } })).toMatchObject({ code: 'template-superseded' });
    const nobodys = '01990000-0000-7000-8000-0000000000ff';
    expect(await refused({ template: { id: nobodys, version: 1 } })).toMatchObject({
      code: 'template-missing',
    });
    expect(size()).toBe(before);
  });

  it('is refused to whom the template is not for, and before it is valid', async () => {
    const id = await inForce({ users: { who: 'persons', persons: [people.second.id] } });
    const submit = (who: Who) => desk.refused(who, 'submit', { details: routine(id) });
    expect(await submit('operator')).toMatchObject({ code: 'template-not-allowed' });
    expect(await submit('second')).toBeUndefined();
    const late = await inForce({ number: 'T-2', validFrom: MONDAY + DAY });
    expect(await desk.refused('operator', 'submit', { details: routine(late) })).toMatchObject({
      code: 'template-not-yet',
    });
    desk.now = MONDAY + 101 * DAY;
    const [from, until] = [desk.now, desk.now + DAY];
    expect(
      await desk.refused('operator', 'submit', { details: routine(late, 1, { from, until }) }),
    ).toMatchObject({ code: 'template-expired' });
  });

  it('is held to it again when it is handed in again, and may do without', async () => {
    const id = await inForce();
    const { id: requestId } = await desk.did('operator', 'submit', { details: routine(id) });
    await change(id, { maxDays: 1 });
    await enforce(id, 'second');
    const again = (details: RequestDetails) => desk.refused('operator', 'resubmit', { requestId, details });
    expect(await again(routine(id, 1, { bearer: '別の人' }))).toMatchObject({ code: 'template-superseded' });
    expect(await again(asking(desk.room, { purpose: '別の目的' }))).toBeUndefined();
    const { request } = await desk.did('officer', 'request', { id: requestId });
    expect(request).toMatchObject({ template: null, revision: 2 });
    expect((await shown(id)).requests).toBe(0);
    expect(desk.differs()).toBeUndefined();
  });

  it('is found by its template, with its number', async () => {
    const [one, other] = [await inForce(), await inForce({ number: 'T-2' })];
    const { id: first } = await desk.did('operator', 'submit', { details: routine(one) });
    await desk.did('operator', 'submit', { details: routine(other) });
    const { id: third } = await desk.did('officer', 'submit', { details: routine(one) });
    await desk.did('operator', 'submit', { details: asking(desk.room) });
    const found = async (filter: object) => {
      const page = await desk.did('auditor', 'requests', {
        filter: { templateId: one, ...filter },
        offset: 0,
        limit: 10,
      });
      return [page.rows.map(({ id }) => id), page.total];
    };
    expect(await found({})).toEqual([[third, first], 2]);
    expect(await found({ requesterId: people.officer.id })).toEqual([[third], 1]);
    expect(await found({ state: 'submitted', kind: 'carry-in' })).toEqual([[third, first], 2]);
    expect((await desk.did('operator', 'templates', {})).map(({ requests }) => requests)).toEqual([2, 1]);
  });
});

describe('past the program', () => {
  it('U1 a template put in force by its own author, or by no officer, is named by verification', async () => {
    const id = await write('officer');
    const { versions } = await shown(id);
    const event = {
      type: 'template.enforced',
      version: 1,
      subject: `template:${id}`,
      data: { version: 1, digest: versions[0]?.digest ?? '' },
    } as const;
    desk.sign('officer', [event]);
    expect(await verified()).toMatchObject(brokenAt(size()));
    desk.remove();
    desk = await openRequests();
    const other = await write();
    desk.sign('auditor', [{ ...event, subject: `template:${other}` }]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('U12 a signature over another content, or one retired that is not in force, is named', async () => {
    const id = await write();
    const subject = `template:${id}` as const;
    const data = { version: 1, digest: '0'.repeat(64) };
    desk.sign('officer', [{ type: 'template.enforced', version: 1, subject, data }]);
    expect(await verified()).toMatchObject(brokenAt(size()));
    desk.remove();
    desk = await openRequests();
    const draft = `template:${await write()}` as const;
    const retired = { version: 1, reason: '終了' };
    desk.sign('officer', [{ type: 'template.retired', version: 1, subject: draft, data: retired }]);
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('U12 a request that says it is routine and is not is named by verification', async () => {
    const id = await inForce();
    const { id: honest } = await desk.did('operator', 'submit', { details: routine(id) });
    expect(await verified()).toMatchObject({ state: 'verified' });
    const { request } = await desk.did('auditor', 'request', { id: honest });
    const details = routine(id, 1, { contents: '更新プログラム', asset: '別の盤' });
    desk.test.write(
      [
        {
          type: 'request.submitted',
          version: 1,
          subject: 'request:01990000-0000-7000-8000-0000000000fe',
          data: { details, rule: request.rule, revision: 1 },
        },
      ],
      desk.now,
      people.operator.id,
    );
    expect(await verified()).toMatchObject(brokenAt(size()));
  });

  it('U12 a version whose content was changed in the views does not hold', async () => {
    const id = await inForce();
    run(desk.test.ledger.write, "UPDATE media_template_version SET digest = '0'");
    expect((await shown(id)).versions).toMatchObject([{ enforced: { signatureHolds: false } }]);
    expect(await verified()).toMatchObject({ state: 'broken', first: { kind: 'views-differ' } });
  });

  it('U12 nor does one whose content alone was changed', async () => {
    const id = await inForce();
    const other = JSON.stringify(content({ maxDays: 300 }));
    run(desk.test.ledger.write, 'UPDATE media_template_version SET content = ?', other);
    expect((await shown(id)).versions).toMatchObject([{ enforced: { signatureHolds: false } }]);
  });
});

describe('a replay of the whole chain into empty tables', () => {
  it('gives the same tables after every kind of event', async () => {
    const same = () => expect(desk.differs()).toBeUndefined();
    const id = await write();
    same();
    await change(id, { name: '別の名' });
    same();
    await enforce(id);
    same();
    await desk.did('operator', 'submit', { details: routine(id, 2) });
    same();
    await change(id, { maxDays: 1, number: 'T-9' });
    same();
    await desk.did('operator', 'discardTemplate', { templateId: id, version: 3, reason: '不要' });
    same();
    await desk.did('officer', 'retireTemplate', { templateId: id, reason: '終了', password: PASSWORD });
    same();
    const written = rows<{ bytes: Buffer }>(desk.test.ledger.read, 'SELECT bytes FROM chain_payload').map(
      ({ bytes }) => /"type":"([^"]+)"/u.exec(bytes.toString('utf8'))?.[1] ?? '',
    );
    expect(Object.keys(templateEvents).filter((type) => !written.includes(type))).toEqual([]);
  });
});
