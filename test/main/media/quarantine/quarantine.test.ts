import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownHead } from '../../../../main/trail/append.ts';
import type { InputOf } from '../../../../shared/kernel/contract.ts';
import { DAY } from '../../../../shared/kernel/time.ts';
import type { mediaContract } from '../../../../shared/media/contract.ts';
import { FIRST_MEDIA_POLICY } from '../../../../shared/media/policy.ts';
import type { QuarantineEnding } from '../../../../shared/media/quarantine/model.ts';
import type { RequestDetails } from '../../../../shared/media/requests/model.ts';
import { verifyLedger } from '../../../../main/trail/verification.ts';
import { run } from '../../../../main/vault/db.ts';
import { leaving } from '../../entries/door.ts';
import { medium } from '../desk.ts';
import { asking, MONDAY, moving, PASSWORD, people, type Who } from '../requests-desk.ts';
import { checked, type InspectionDesk, openInspections } from '../inspection/desk.ts';

let desk: InspectionDesk;
let visit: string | undefined;
/** The chain is one that the rules allow: what a replay gives can be compared. */
let sound = true;
beforeEach(async () => {
  visit = undefined;
  sound = true;
  desk = await openInspections();
  // Content lists are another matter.
  const policy = { ...FIRST_MEDIA_POLICY, contentList: false };
  await desk.did('officer', 'setPolicy', { policy, reason: '見直し', password: PASSWORD });
});
afterEach(() => {
  try {
    if (sound) expect(desk.differs()).toBeUndefined();
  } finally {
    desk.remove();
  }
});

const FOUND = { result: 'found', findings: [{ path: 'a.exe', name: 'Win.Test' }] } as const;
const KEPT = { place: '保安庫 2段目', seal: 'A-1024', from: '渡邊 一郎', keeper: '山本 花子' };
const OUT = { kind: 'carry-out', destination: '本庁', returnDue: MONDAY + DAY } as const;
const visitor = async (): Promise<string> => (visit ??= await desk.letIn());
const record = (requestId: string, over: object = {}) =>
  desk.looked('operator', 'recordCheck', { requestId, check: checked(desk.now, over) });
const inspect = (requestId: string) => desk.looked('auditor', 'inspection', { requestId });
const carryIn = async (requestId: string) =>
  desk.refused('operator', 'carryIn', { ...moving(requestId), visitId: await visitor() });
const leave = async () => {
  const reply = await desk.atDoor('leave', leaving(await visitor()));
  return reply.ok ? undefined : reply.refusal;
};

type Put = InputOf<(typeof mediaContract)['channels']['quarantine']>;
async function put(requestId: string, over: Partial<Put> = {}, who: Who = 'operator'): Promise<unknown> {
  const { findings } = await inspect(requestId);
  const way = over.way ?? (findings.exit.state === 'none' ? 'entry' : 'exit');
  const found = findings[way];
  const check = found.state === 'none' ? 1 : found.check;
  return desk.refused(who, 'quarantine', { requestId, way, check, kept: KEPT, ...over });
}
async function end(requestId: string, ending: QuarantineEnding, who: Who = 'officer', over: object = {}) {
  const { quarantines, findings } = await inspect(requestId);
  const last = quarantines.at(-1);
  const found = findings[last?.way ?? 'entry'];
  return desk.refused(who, 'endQuarantine', {
    requestId,
    quarantine: last?.seq ?? 1,
    check: found.state === 'none' ? 1 : found.check,
    ending,
    reason: '調査が済んだため',
    password: PASSWORD,
    ...over,
  });
}
async function held(over: Partial<RequestDetails> = {}): Promise<string> {
  const id = await desk.permitted(over);
  await record(id, FOUND);
  expect(await put(id)).toBeUndefined();
  return id;
}
async function registered(): Promise<{ readonly id: string; readonly as: RequestDetails['medium'] }> {
  const { id } = await desk.did('officer', 'registerMedium', medium());
  return { id, as: { from: 'register', mediumId: id } };
}

const verify = () =>
  verifyLedger(
    desk.test.ledger,
    () => undefined,
    () => false,
  );

describe('a medium on which something was found', () => {
  it('is put in quarantine: where, under which seal, from whom, with whom; it stands in the list and on the request', async () => {
    const id = await held();
    const expected = {
      ...KEPT,
      seq: expect.any(Number),
      at: MONDAY,
      putById: people.operator.id,
      putBy: people.operator.name,
      way: 'entry',
      ended: null,
    };
    expect((await inspect(id)).quarantines).toEqual([expected]);
    const { request } = await desk.did('auditor', 'request', { id });
    expect(request.quarantined).toBe(true);
    expect(await desk.did('auditor', 'quarantines', { ended: false })).toEqual([
      {
        ...expected,
        requestId: id,
        requestNo: request.no,
        mediumName: '保守用USB',
        bearer: '渡邊 一郎',
        organisation: '株式会社みなと電機',
        finding: 'Win.Test',
        lost: false,
      },
    ]);
    expect(await desk.did('auditor', 'quarantines', { ended: true })).toEqual([]);
  });

  it('is refused without a finding, on another than was shown, twice, with its bearer, and after an officer let it move', async () => {
    const id = await desk.permitted();
    await record(id);
    expect(await put(id)).toMatchObject({ code: 'findings-none' });
    await record(id, FOUND);
    expect(await put(id, { check: 1 })).toMatchObject({ code: 'findings-changed' });
    expect(await put(id, { kept: { ...KEPT, keeper: '渡邊　一郎' } })).toMatchObject({
      code: 'handed-to-bearer',
      field: 'kept.keeper',
    });
    expect(await put(id)).toBeUndefined();
    expect(await put(id)).toMatchObject({ code: 'quarantine-held' });
    const other = await desk.permitted({ medium: { ...asking('').medium, serial: 'S-2' } as never });
    await record(other, FOUND);
    const { findings } = await inspect(other);
    if (findings.entry.state === 'none') throw new Error('nothing found');
    const { check } = findings.entry;
    const settle = {
      way: 'entry',
      check,
      decision: 'false-positive',
      reason: 'x',
      password: PASSWORD,
    } as const;
    await desk.looked('officer', 'settleFindings', { requestId: other, ...settle });
    expect(await put(other)).toMatchObject({ code: 'quarantine-settled' });
  });

  it('in quarantine can neither move, nor be asked for, nor described anew, nor decided on past its end', async () => {
    const own = await registered();
    const next = await desk.permitted({ ...OUT, medium: own.as });
    await record(next);
    const id = await held({ ...OUT, medium: own.as });
    const out = (requestId: string) =>
      desk.refused('operator', 'carryOut', { ...moving(requestId), holder: '操田 颯太' });
    expect(await out(id)).toMatchObject({
      code: 'quarantined',
      detail: { medium: 'USB-001 監視盤データ移送用' },
    });
    expect(await out(next)).toMatchObject({ code: 'quarantined' });
    const details = asking(desk.office, { ...OUT, medium: own.as });
    expect(await desk.refused('operator', 'submit', { details })).toMatchObject({
      code: 'medium-quarantined',
      field: 'details.medium.mediumId',
    });
    const anew = asking(desk.office, { ...OUT });
    expect(await desk.refused('operator', 'resubmit', { requestId: id, details: anew })).toMatchObject({
      code: 'medium-quarantined',
    });
    expect(
      await desk.refused('officer', 'destroyMedium', {
        mediumId: own.id,
        method: 'shred',
        product: '',
        by: '責任 三郎',
        witness: '山本 花子',
        proof: 'P-1',
        reason: '感染',
      }),
    ).toMatchObject({ code: 'medium-quarantined' });
    const { findings } = await inspect(id);
    if (findings.entry.state === 'none') throw new Error('nothing found');
    const settle = { way: 'entry', decision: 'false-positive', reason: 'x', password: PASSWORD } as const;
    const check = findings.entry.check;
    expect(
      await desk.lookRefused('officer', 'settleFindings', { requestId: id, check, ...settle }),
    ).toMatchObject({ code: 'quarantine-first' });
  });

  it('of a visitor inside keeps the visit from ending until it is taken into quarantine, and stays when they go', async () => {
    const id = await desk.permitted();
    await record(id);
    expect(await carryIn(id)).toBeUndefined();
    await record(id, { ...FOUND, way: 'exit' });
    expect(await leave()).toMatchObject({ code: 'media-inside' });
    expect(await desk.refused('operator', 'takeOut', moving(id))).toMatchObject({ code: 'findings-open' });
    expect(await put(id)).toBeUndefined();
    expect(await desk.refused('operator', 'takeOut', moving(id))).toMatchObject({ code: 'quarantined' });
    const hand = { ...moving(id), to: '佐藤 次郎', reason: '調査' };
    expect(await desk.refused('operator', 'handOver', hand)).toMatchObject({ code: 'quarantined' });
    expect(await leave()).toBeUndefined();
    const { request } = await desk.did('auditor', 'request', { id });
    expect(request).toMatchObject({ whereabouts: 'inside', holder: KEPT.keeper, quarantined: true });
    const to = { how: 'handed', to: '水門警察署', receipt: '押収品目録 12' } as const;
    expect(await end(id, to)).toBeUndefined();
    expect((await desk.did('auditor', 'request', { id })).request).toMatchObject({
      whereabouts: 'done',
      endedAt: desk.now,
      holder: '水門警察署',
      quarantined: false,
    });
    expect(await put(id)).toMatchObject({ code: 'quarantine-gone' });
    expect(await end(id, to)).toMatchObject({ code: 'quarantine-gone' });
  });
});

describe('the end of a quarantine', () => {
  it('is an officer’s who neither put it there nor asked for it, on what was shown', async () => {
    const handed = { how: 'handed', to: '製造元', receipt: '' } as const;
    const id = await desk.permitted();
    expect(await end(id, handed)).toMatchObject({ code: 'quarantine-none' });
    await record(id, FOUND);
    expect(await put(id, {}, 'officer')).toBeUndefined();
    expect(await end(id, handed)).toMatchObject({ code: 'quarantine-own' });
    expect(await end(id, handed, 'second', { password: 'wrong' })).toMatchObject({ code: 'attest-refused' });
    expect(await end(id, handed, 'second', { quarantine: 1 })).toMatchObject({ code: 'quarantine-changed' });
    expect(await end(id, handed, 'second', { check: 1 })).toMatchObject({ code: 'findings-changed' });
    expect(await end(id, handed, 'second')).toBeUndefined();
    const [ended] = await desk.did('auditor', 'quarantines', { ended: true });
    expect(ended?.ended).toEqual({
      seq: expect.any(Number),
      at: desk.now,
      officerName: people.second.name,
      ending: handed,
      reason: '調査が済んだため',
      signatureHolds: true,
    });
    expect(await carryIn(id)).toMatchObject({ code: 'findings-refused' });
  });

  it.each([
    ['reason', '別の理由'],
    ['ending', '{"how":"released"}'],
    ['end_actor', people.officer.id],
    ['end_at', 1],
    ['way', 'exit'],
  ])('does not hold for another %s than was signed', async (column, value) => {
    const id = await desk.permitted();
    await record(id, FOUND);
    expect(await put(id, {}, 'officer')).toBeUndefined();
    expect(await end(id, { how: 'handed', to: '製造元', receipt: '' }, 'second')).toBeUndefined();
    sound = false;
    run(desk.test.ledger.write, `UPDATE media_quarantine SET ${column} = ?`, value);
    const [ended] = await desk.did('auditor', 'quarantines', { ended: true });
    expect(ended?.ended).toMatchObject({ signatureHolds: false });
  });

  it('releases it as it is only after later clean checks with as many products as the policy asks', async () => {
    const id = await held();
    const refused = (done: number) => ({ code: 'quarantine-unchecked', detail: { n: 2, done } });
    expect(await end(id, { how: 'released' })).toMatchObject(refused(0));
    await record(id, { product: 'Microsoft Defender', checkedAt: MONDAY - 1, definitionsAt: MONDAY - 1 });
    expect(await end(id, { how: 'released' })).toMatchObject(refused(0));
    await record(id);
    await record(id, { product: 'ＣｌａｍＡＶ' });
    expect(await end(id, { how: 'released' })).toMatchObject(refused(1));
    await record(id, { ...FOUND, product: 'Microsoft Defender' });
    expect(await end(id, { how: 'released' })).toMatchObject(refused(0));
    await record(id, { product: 'Microsoft Defender' });
    await record(id);
    expect(await end(id, { how: 'released' })).toBeUndefined();
    expect((await inspect(id)).missing.entry).toEqual([]);
    expect(await carryIn(id)).toBeUndefined();
  });

  it('by cleaning leaves it to be checked anew before it moves', async () => {
    const id = await held();
    const cleaned = { how: 'cleaned', method: '初期化', by: '保守 太郎' } as const;
    expect(await end(id, cleaned)).toBeUndefined();
    expect(await carryIn(id)).toMatchObject({ code: 'check-missing' });
    await record(id);
    expect(await carryIn(id)).toBeUndefined();
  });

  it('by destruction has a witness, and of the utility’s own medium is the register’s, though it is out', async () => {
    const own = await registered();
    const id = await desk.permitted({ ...OUT, medium: own.as });
    await record(id);
    expect(
      await desk.refused('operator', 'carryOut', { ...moving(id), holder: '操田 颯太' }),
    ).toBeUndefined();
    await record(id, { ...FOUND, way: 'exit' });
    expect(await put(id)).toBeUndefined();
    expect(await desk.refused('operator', 'giveBack', moving(id))).toMatchObject({ code: 'quarantined' });
    const destroyed = {
      how: 'destroyed',
      method: 'shred',
      by: '責任 三郎',
      witness: '山本 花子',
      proof: '写真 12',
    } as const;
    expect(await end(id, { ...destroyed, witness: '責任三郎' })).toMatchObject({
      code: 'witness-same',
      field: 'ending.witness',
    });
    expect(await end(id, destroyed)).toBeUndefined();
    const { medium: now, story } = await desk.did('auditor', 'medium', { id: own.id });
    expect(now).toMatchObject({ state: 'destroyed', requestId: null });
    expect(story.map(({ type }) => type)).toEqual([
      'medium.registered',
      'request.carriedOut',
      'media.quarantined',
      'media.quarantineEnded',
    ]);
    expect((await desk.did('auditor', 'request', { id })).request.whereabouts).toBe('done');
  });

  it('of the utility’s own medium handed away is kept by whoever has it', async () => {
    const own = await registered();
    const id = await held({ ...OUT, medium: own.as });
    expect(await end(id, { how: 'handed', to: '水門警察署', receipt: '' })).toBeUndefined();
    expect((await desk.did('auditor', 'medium', { id: own.id })).medium).toMatchObject({
      state: 'kept',
      keeper: '水門警察署',
      place: '水門警察署',
    });
  });

  it('of what was asked for and taken back can still be looked at and ended', async () => {
    const id = await held();
    await desk.did('operator', 'retract', { requestId: id, reason: '中止' });
    await record(id);
    await record(id, { product: 'Microsoft Defender' });
    expect(await end(id, { how: 'released' })).toBeUndefined();
    expect((await inspect(id)).closed.entry).toBe('inspection-over');
  });

  it('stands on the chain only where the rules allow it: whoever put it there, or an unchecked release, is found out', async () => {
    const id = await held();
    const { quarantines, findings } = await inspect(id);
    if (findings.entry.state === 'none') throw new Error('nothing found');
    const data = { quarantine: quarantines[0]?.seq ?? 0, way: 'entry', check: findings.entry.check } as const;
    const event = (ending: QuarantineEnding) => ({
      type: 'media.quarantineEnded' as const,
      version: 1,
      subject: `request:${id}` as const,
      data: { ...data, ending, reason: 'x' },
    });
    expect(await verify()).toMatchObject({ state: 'verified' });
    desk.sign('officer', [event({ how: 'released' })]);
    sound = false;
    expect(() => desk.differs()).toThrow(/signature/u);
    const seq = ownHead(desk.test.ledger.read)?.seq;
    expect(await verify()).toMatchObject({ state: 'broken', first: { seq, kind: 'signature-invalid' } });
  });
});
