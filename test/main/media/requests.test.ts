import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import { leaving } from '../entries/door.ts';
import {
  asking,
  classified,
  decide,
  HOUR,
  MONDAY,
  moving,
  openRequests,
  PASSWORD,
  people,
  type RequestsDesk,
} from './requests-desk.ts';

let desk: RequestsDesk;
beforeEach(async () => {
  desk = await openRequests();
});
afterEach(() => desk.remove());

const shown = async (id: string) => (await desk.did('auditor', 'request', { id })).request;

describe('the life of a request', () => {
  it('from asking to leaving, by three people, with the visitor', async () => {
    const details = asking(desk.room);
    const { id } = await desk.did('operator', 'submit', { details });
    expect(await shown(id)).toMatchObject({
      state: 'submitted',
      whereabouts: 'not-yet',
      rule: { by: 'permission', officers: 1, reasons: ['secure-area'] },
      mediumName: '保守用USB',
      areaName: '中央監視室',
      requestedBy: people.operator.name,
      requestedAt: MONDAY,
      due: details.until,
      revision: 1,
      details,
      decisions: [],
    });
    expect(await desk.did('officer', 'counts', {})).toEqual({
      toDecide: 1,
      emergencies: 0,
      returned: 0,
      inside: 0,
      outside: 0,
      overdue: 0,
      dueSoon: 0,
    });
    expect((await desk.did('officer', 'inbox', {})).map((row) => row.id)).toEqual([id]);
    const visitId = await desk.letIn();
    expect(await desk.refused('operator', 'carryIn', { ...moving(id), visitId })).toMatchObject({
      code: 'request-undecided',
    });
    expect(await decide(desk, 'officer', id, 'approve', { conditions: '立会いのこと' })).toBeUndefined();
    const approved = await shown(id);
    expect(approved.state).toBe('approved');
    expect(approved.decisions).toEqual([
      {
        seq: expect.any(Number),
        at: MONDAY,
        officerId: people.officer.id,
        officerName: people.officer.name,
        decision: 'approve',
        conditions: '立会いのこと',
        reason: '',
        revision: 1,
        counts: true,
        signatureHolds: true,
      },
    ]);
    expect(await desk.did('officer', 'inbox', {})).toEqual([]);
    expect((await desk.did('operator', 'ready', {})).map((row) => row.id)).toEqual([id]);

    desk.now += HOUR;
    await desk.did('operator', 'carryIn', { ...moving(id), visitId, seal: '封-1' });
    expect(await desk.did('operator', 'ready', {})).toEqual([]);
    expect((await desk.did('operator', 'ofVisit', { visitId })).map((row) => row.id)).toEqual([id]);
    expect(await desk.atDoor('leave', leaving(visitId))).toEqual({
      ok: false,
      refusal: {
        code: 'media-inside',
        field: 'visits.0.visitId',
        detail: { name: '渡邊 一郎', media: '保守用USB' },
      },
    });
    await desk.did('operator', 'takeOut', moving(id));
    expect(await desk.atDoor('leave', leaving(visitId))).toMatchObject({ ok: true });
    expect(await shown(id)).toMatchObject({
      whereabouts: 'done',
      carriedAt: MONDAY + HOUR,
      endedAt: MONDAY + HOUR,
      visitId,
      holder: '',
    });
    const { story } = await desk.did('auditor', 'request', { id });
    expect(story.map(({ type, actorName }) => [type, actorName])).toEqual([
      ['request.submitted', people.operator.name],
      ['request.decided', people.officer.name],
      ['request.carriedIn', people.operator.name],
      ['request.takenOut', people.operator.name],
    ]);
    expect(desk.differs()).toBeUndefined();
  });

  it('out and back, its return pointed out before it is due and overdue after', async () => {
    const returnDue = MONDAY + 4 * DAY;
    const details = asking(desk.office, {
      kind: 'carry-out',
      destination: '本庁',
      until: MONDAY + 5 * DAY,
      returnDue,
    });
    const { id } = await desk.did('operator', 'submit', { details });
    expect(await shown(id)).toMatchObject({ state: 'notified', due: returnDue });
    await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本 花子' });
    const counted = async () => {
      const { outside, overdue, dueSoon } = await desk.did('operator', 'counts', {});
      return { outside, overdue, dueSoon };
    };
    expect(await counted()).toEqual({ outside: 1, overdue: 0, dueSoon: 0 });
    desk.now = MONDAY + DAY;
    expect(await counted()).toEqual({ outside: 1, overdue: 0, dueSoon: 1 });
    desk.now = returnDue + 1;
    expect(await counted()).toEqual({ outside: 1, overdue: 1, dueSoon: 0 });
    expect((await desk.did('operator', 'carried', {})).outside.map((row) => row.id)).toEqual([id]);
    await desk.did('operator', 'giveBack', moving(id));
    expect(await counted()).toEqual({ outside: 0, overdue: 0, dueSoon: 0 });
    expect(await desk.refused('operator', 'giveBack', moving(id))).toMatchObject({ code: 'already-over' });
  });

  it('a transfer is over when it is delivered, or brought back', async () => {
    const details = asking(desk.office, { kind: 'transfer', destination: '本庁', means: '職員が運搬' });
    const [one, two] = [
      (await desk.did('operator', 'submit', { details })).id,
      (await desk.did('operator', 'submit', { details })).id,
    ];
    for (const id of [one, two]) await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本' });
    await desk.did('operator', 'deliver', { ...moving(one), to: '本庁 佐藤' });
    await desk.did('operator', 'giveBack', moving(two));
    expect(await shown(one)).toMatchObject({ whereabouts: 'done', holder: '本庁 佐藤' });
    expect(await shown(two)).toMatchObject({ whereabouts: 'done', holder: '' });
  });

  it('a notification is in force at once, taken note of afterwards, or returned while it is not carried', async () => {
    const details = asking(desk.office);
    const { id } = await desk.did('operator', 'submit', { details });
    expect((await desk.did('officer', 'inbox', {})).map((row) => row.state)).toEqual(['notified']);
    expect(await decide(desk, 'officer', id, 'approve')).toMatchObject({ code: 'request-notified' });
    expect(await decide(desk, 'officer', id, 'return')).toBeUndefined();
    expect(await desk.did('operator', 'counts', {})).toMatchObject({ returned: 1 });
    expect(await desk.did('officer', 'counts', {})).toMatchObject({ returned: 0, toDecide: 0 });
    await desk.did('operator', 'resubmit', { requestId: id, details: { ...details, asset: '監視盤2号' } });
    expect(await decide(desk, 'officer', id, 'acknowledge')).toBeUndefined();
    expect(await shown(id)).toMatchObject({ state: 'acknowledged', revision: 2 });
    expect((await shown(id)).decisions.map(({ decision, counts }) => [decision, counts])).toEqual([
      ['return', false],
      ['acknowledge', true],
    ]);
  });

  it('what is refused by the form leaves nothing behind', async () => {
    const details = asking(desk.office, { medium: { from: 'register', mediumId: people.officer.id } });
    expect(await desk.refused('operator', 'submit', { details })).toMatchObject({ code: 'medium-missing' });
    expect(await desk.did('operator', 'requests', { filter: {}, offset: 0, limit: 10 })).toEqual({
      rows: [],
      total: 0,
    });
    expect(await desk.did('operator', 'ruleOf', { details: asking(desk.room) })).toEqual({
      by: 'permission',
      officers: 1,
      reasons: ['secure-area'],
    });
  });

  it('a wrong password decides nothing', async () => {
    const { id } = await desk.did('operator', 'submit', { details: asking(desk.room) });
    const { digest } = await shown(id);
    const wrong = { requestId: id, digest, decision: 'approve', conditions: '', reason: '' } as const;
    expect(await desk.refused('officer', 'decide', { ...wrong, password: 'x' })).toEqual({
      code: 'attest-refused',
      field: 'password',
    });
    expect(await shown(id)).toMatchObject({ state: 'submitted', decisions: [] });
  });
});

describe('withdrawing', () => {
  it('acts at once: what is inside is overdue, stays with nobody, and may go out', async () => {
    const { id } = await desk.did('operator', 'submit', { details: asking(desk.room) });
    await decide(desk, 'officer', id);
    const visitId = await desk.letIn();
    await desk.did('operator', 'carryIn', { ...moving(id), visitId });
    desk.now += MINUTE;
    await desk.did('second', 'withdraw', { requestId: id, reason: '契約終了', password: PASSWORD });
    expect(await shown(id)).toMatchObject({ state: 'withdrawn', whereabouts: 'inside', due: desk.now });
    desk.now += 1;
    expect(await desk.did('operator', 'counts', {})).toMatchObject({ inside: 1, overdue: 1 });
    expect(
      await desk.refused('operator', 'handOver', { ...moving(id), to: '山本', reason: '継続' }),
    ).toMatchObject({ code: 'request-withdrawn' });
    await desk.did('operator', 'takeOut', moving(id));
    expect(await desk.did('operator', 'counts', {})).toMatchObject({ inside: 0, overdue: 0 });
    const decided = { filter: { officerId: people.second.id }, offset: 0, limit: 10 };
    expect((await desk.did('auditor', 'requests', decided)).total).toBe(1);
    expect(desk.differs()).toBeUndefined();
  });

  it('bars what has not come in, and brings back what is outside', async () => {
    const { id } = await desk.did('operator', 'submit', { details: asking(desk.room) });
    await decide(desk, 'officer', id);
    await desk.did('officer', 'withdraw', { requestId: id, reason: '中止', password: PASSWORD });
    const visitId = await desk.letIn();
    expect(await desk.refused('operator', 'carryIn', { ...moving(id), visitId })).toMatchObject({
      code: 'request-withdrawn',
    });
    const out = asking(desk.office, { kind: 'transfer', destination: '本庁', means: '運搬' });
    const other = (await desk.did('operator', 'submit', { details: out })).id;
    await desk.did('operator', 'carryOut', { ...moving(other), holder: '山本' });
    await desk.did('officer', 'withdraw', { requestId: other, reason: '中止', password: PASSWORD });
    expect(await desk.refused('operator', 'deliver', { ...moving(other), to: '佐藤' })).toMatchObject({
      code: 'request-withdrawn',
    });
    await desk.did('operator', 'giveBack', moving(other));
    expect(
      await desk.refused('officer', 'withdraw', { requestId: other, reason: 'x', password: PASSWORD }),
    ).toMatchObject({
      code: 'request-withdrawn',
    });
  });
});

describe('an emergency', () => {
  const urgent = async (visitId: string, confidentiality: 1 | 2 | 3 = 2) =>
    (
      await desk.did('operator', 'emergency', {
        details: asking(desk.room, { classification: classified(confidentiality) }),
        reason: '配水ポンプ停止',
        allowedBy: '責任 三郎',
        visitId,
        seal: '',
      })
    ).id;

  it('is inside before anybody decided, stands out until it is, and is decided by another', async () => {
    const visitId = await desk.letIn();
    const id = await urgent(visitId);
    expect(await shown(id)).toMatchObject({
      state: 'emergency',
      whereabouts: 'inside',
      visitId,
      holder: '渡邊 一郎',
      decideBy: MONDAY + 24 * HOUR,
      emergency: { reason: '配水ポンプ停止', allowedBy: '責任 三郎' },
    });
    for (const who of ['operator', 'officer', 'auditor'] as const)
      expect(await desk.did(who, 'counts', {})).toMatchObject({ emergencies: 1, inside: 1 });
    const { id: usual } = await desk.did('operator', 'submit', {
      details: asking(desk.room, { from: MONDAY - 2 * HOUR }),
    });
    expect((await desk.did('officer', 'inbox', {})).map((row) => row.id)).toEqual([id, usual]);
    expect(await decide(desk, 'officer', id, 'return')).toMatchObject({ code: 'emergency-not-returned' });
    expect(await decide(desk, 'officer', id)).toBeUndefined();
    expect(await shown(id)).toMatchObject({ state: 'approved', whereabouts: 'inside' });
    expect(await desk.did('auditor', 'counts', {})).toMatchObject({ emergencies: 0 });
  });

  it('that is refused has to leave at once', async () => {
    const id = await urgent(await desk.letIn());
    desk.now += HOUR;
    expect(await decide(desk, 'officer', id, 'refuse')).toBeUndefined();
    expect(await shown(id)).toMatchObject({ state: 'refused', whereabouts: 'inside', due: desk.now });
    desk.now += 1;
    expect(await desk.did('operator', 'counts', {})).toMatchObject({ overdue: 1 });
    await desk.did('operator', 'takeOut', moving(id));
  });

  it('waits for its decision though it has left, and for two officers at confidentiality 3', async () => {
    const id = await urgent(await desk.letIn(), 3);
    await desk.did('operator', 'takeOut', moving(id));
    expect(await decide(desk, 'officer', id)).toBeUndefined();
    expect(await shown(id)).toMatchObject({ state: 'emergency', whereabouts: 'done' });
    expect(await desk.did('officer', 'counts', {})).toMatchObject({ emergencies: 1, toDecide: 0 });
    expect(await desk.did('officer', 'inbox', {})).toEqual([]);
    expect(await desk.did('second', 'counts', {})).toMatchObject({ toDecide: 1 });
    expect(await decide(desk, 'officer', id)).toMatchObject({ code: 'same-officer' });
    expect(await decide(desk, 'second', id)).toBeUndefined();
    expect(await shown(id)).toMatchObject({ state: 'approved', whereabouts: 'done' });
    expect(desk.differs()).toBeUndefined();
  });

  it('follows the hours that the policy gives', async () => {
    const policy = { ...(await desk.did('officer', 'policy', {})), emergencyHours: 6 };
    await desk.did('officer', 'setPolicy', { policy, reason: '短縮', password: PASSWORD });
    expect(await shown(await urgent(await desk.letIn()))).toMatchObject({ decideBy: MONDAY + 6 * HOUR });
  });
});

describe('at the door', () => {
  const insideWith = async (visitId: string) => {
    const { id } = await desk.did('operator', 'submit', { details: asking(desk.office) });
    await desk.did('operator', 'carryIn', { ...moving(id), visitId });
    return id;
  };

  it('a visitor leaves what was handed over, and it stays inside with whoever has it', async () => {
    const visitId = await desk.letIn();
    const id = await insideWith(visitId);
    await desk.did('operator', 'handOver', { ...moving(id), to: '山本 花子', reason: '作業継続' });
    expect(await desk.atDoor('leave', leaving(visitId))).toMatchObject({ ok: true });
    expect(await shown(id)).toMatchObject({ whereabouts: 'inside', holder: '山本 花子', visitId });
    expect(await desk.did('operator', 'counts', {})).toMatchObject({ inside: 1 });
  });

  it('an exit that nobody saw stays possible, and leaves the medium open', async () => {
    const visitId = await desk.letIn();
    const id = await insideWith(visitId);
    expect(await desk.atDoor('exitUnknown', { visitId, reason: '不在' })).toMatchObject({ ok: true });
    expect(await shown(id)).toMatchObject({ whereabouts: 'inside' });
    expect((await desk.did('operator', 'carried', {})).inside.map((row) => row.id)).toEqual([id]);
  });

  it('all of a group stay while one of their media is inside, and every name is said', async () => {
    const [one, two] = [await desk.letIn(), await desk.letIn('佐藤 次郎')];
    await insideWith(one);
    await insideWith(one);
    const visits = [leaving(two), leaving(one)].flatMap((form) => form.visits);
    expect(await desk.atDoor('leave', { visits })).toEqual({
      ok: false,
      refusal: {
        code: 'media-inside',
        field: 'visits.1.visitId',
        detail: { name: '渡邊 一郎', media: '保守用USB、保守用USB' },
      },
    });
    expect((await desk.atDoor('counts', {})).ok).toBe(true);
    expect(await desk.atDoor('leave', leaving(two))).toMatchObject({ ok: true });
  });

  it('nobody carries in for somebody else', async () => {
    const other = await desk.letIn('佐藤 次郎');
    const { id } = await desk.did('operator', 'submit', { details: asking(desk.office) });
    expect(await desk.refused('operator', 'carryIn', { ...moving(id), visitId: other })).toEqual({
      code: 'bearer-differs',
      field: 'visitId',
      detail: { bearer: '渡邊 一郎', visitor: '佐藤 次郎' },
    });
  });
});

describe('drafts', () => {
  const draft = (n: number) => ({
    id: `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    title: `下書き${n}`,
    form: '{}',
  });

  it('are an account’s own, fifty at most, off the chain', async () => {
    for (let n = 0; n < 50; n += 1) {
      desk.now += 1;
      await desk.did('operator', 'saveDraft', draft(n));
    }
    expect(await desk.refused('operator', 'saveDraft', draft(50))).toEqual({
      code: 'draft-too-many',
      field: 'id',
    });
    await desk.did('operator', 'saveDraft', { ...draft(0), title: '改題' });
    await desk.did('officer', 'saveDraft', draft(50));
    expect((await desk.did('officer', 'drafts', {})).map(({ title }) => title)).toEqual(['下書き50']);
    const own = await desk.did('operator', 'drafts', {});
    expect([own.length, own[0]?.title, own[1]?.title]).toEqual([50, '下書き49', '改題']);
    await desk.did('officer', 'dropDraft', { id: draft(1).id });
    expect(await desk.did('operator', 'drafts', {})).toHaveLength(50);
    await desk.did('operator', 'dropDraft', { id: draft(1).id });
    expect(await desk.did('operator', 'drafts', {})).toHaveLength(49);
    expect(desk.differs()).toBeUndefined();
  });
});

describe('suggestions', () => {
  it('are words used before, found by their folded beginning, often used ones first', async () => {
    const forms = [
      { asset: '監視盤2号' },
      { asset: '監視盤1号' },
      { asset: '監視盤1号' },
      { asset: 'カンシ盤', bearer: 'さいとう 実' },
    ];
    for (const over of forms) await desk.did('operator', 'submit', { details: asking(desk.office, over) });
    const suggest = (field: 'asset' | 'organisation' | 'bearer', text: string) =>
      desk.did('operator', 'suggest', { field, text });
    expect(await suggest('asset', '監視')).toEqual(['監視盤1号', '監視盤2号']);
    expect(await suggest('asset', 'かんし')).toEqual(['カンシ盤']);
    expect(await suggest('organisation', 'みなと')).toEqual(['株式会社みなと電機']);
    expect(await suggest('bearer', 'sato')).toEqual([]);
    expect(await suggest('bearer', 'saitou')).toEqual(['さいとう 実']);
  });
});
