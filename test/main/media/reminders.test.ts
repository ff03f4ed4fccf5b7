import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownHead } from '../../../main/trail/append.ts';
import { verifyLedger } from '../../../main/trail/verification.ts';
import { replay } from '../../../main/trail/replay.ts';
import { type ReadDb, rows, run } from '../../../main/vault/db.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import { DAY, fiscalYear } from '../../../shared/kernel/time.ts';
import type { Reminding } from '../../../shared/media/reminders/model.ts';
import { monthOf } from '../../../shared/media/report/period.ts';
import { officers } from '../trail/retention/eraser.ts';
import { checked } from './inspection/desk.ts';
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

const DUE = MONDAY + DAY;
const REMINDING: Reminding = { whom: '山本 花子', how: 'phone', said: '明日の午前に返す', next: null };
let desk: RequestsDesk;
beforeEach(async () => {
  desk = await openRequests();
});
afterEach(() => desk.remove());

/** Permitted and carried out, to be back by {@link DUE}. */
async function out(who: 'operator' | 'second' = 'operator'): Promise<string> {
  const details = asking(desk.office, {
    kind: 'carry-out',
    destination: '本庁',
    returnDue: DUE,
    until: MONDAY + 2 * DAY,
    classification: classified(2),
  });
  const { id } = await desk.did(who, 'submit', { details });
  await decide(desk, 'officer', id);
  await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本 花子' });
  return id;
}
const shown = async (id: string) => (await desk.did('auditor', 'request', { id })).request;
const putOff = (requestId: string, due = DUE + DAY, before = DUE) => ({
  requestId,
  before,
  due,
  reason: '工事の延長',
  password: PASSWORD,
});
const verified = () =>
  verifyLedger(
    desk.test.ledger,
    () => undefined,
    () => false,
  );

describe('a reminder', () => {
  it('stands on the request, in its story and on the carried list, the last one alone', async () => {
    const id = await out();
    const other = await out();
    desk.now = DUE + HOUR;
    expect((await shown(id)).reminded).toBeNull();
    await desk.did('operator', 'remind', { requestId: id, reminding: REMINDING });
    desk.now += HOUR;
    const again: Reminding = { ...REMINDING, how: 'letter', said: '文書を送った', next: DUE + 3 * DAY };
    await desk.did('officer', 'remind', { requestId: id, reminding: again });
    const last = {
      ...again,
      at: desk.now,
      by: people.officer.name,
      seq: ownHead(desk.test.ledger.read)?.seq,
    };
    expect(await shown(id)).toMatchObject({ reminded: last, due: DUE, state: 'approved' });
    const { outside } = await desk.did('auditor', 'carried', {});
    expect(outside.map((row) => [row.id, row.reminded])).toEqual([
      [id, last],
      [other, null],
    ]);
    const { story } = await desk.did('auditor', 'request', { id });
    expect(story.slice(-2)).toMatchObject([
      { type: 'request.reminded', actorName: people.operator.name, data: REMINDING },
      { type: 'request.reminded', actorName: people.officer.name, data: again },
    ]);
    expect(desk.differs()).toBeUndefined();
    expect(await verified()).toMatchObject({ state: 'verified' });
  });

  it('is refused, and nothing is written, before it is due and once it is over', async () => {
    const id = await out();
    desk.now = DUE - 4 * DAY;
    const size = ownHead(desk.test.ledger.read)?.seq;
    const remind = () => desk.refused('operator', 'remind', { requestId: id, reminding: REMINDING });
    expect(await remind()).toMatchObject({ code: 'remind-not-due', detail: { days: 3 } });
    expect(ownHead(desk.test.ledger.read)?.seq).toBe(size);
    desk.now = DUE + HOUR;
    await desk.did('operator', 'giveBack', moving(id));
    expect(await remind()).toMatchObject({ code: 'already-over' });
  });
});

describe('a due time that is put off', () => {
  it('is the one that counts from then on: for lists, counts, lateness and reminders', async () => {
    const id = await out();
    desk.now = DUE + HOUR;
    const overdue = async () => (await desk.did('operator', 'counts', {})).overdue;
    expect(await overdue()).toBe(1);
    await desk.did('second', 'putOff', putOff(id));
    const { seq } = ownHead(desk.test.ledger.read) ?? {};
    expect(await shown(id)).toMatchObject({
      due: DUE + DAY,
      state: 'approved',
      putOffs: [
        {
          seq,
          at: desk.now,
          officerName: people.second.name,
          before: DUE,
          due: DUE + DAY,
          reason: '工事の延長',
          signatureHolds: true,
        },
      ],
    });
    expect(await overdue()).toBe(0);
    expect((await desk.did('operator', 'overdue', {})).rows).toEqual([]);
    expect(desk.differs()).toBeUndefined();
    expect(await verified()).toMatchObject({ state: 'verified' });
    desk.now = DUE + DAY - HOUR;
    await desk.did('operator', 'giveBack', moving(id));
    const period = { kind: 'month', year: 2026, month: monthOf(desk.now) % 100 } as const;
    const { counts } = await desk.did('auditor', 'report', { period });
    expect(counts.filter(({ line }) => line === 'moved').map(({ part, n }) => [part, n])).toEqual([
      ['carriedOut', 1],
      ['givenBack', 1],
    ]);
    expect(counts.filter(({ line }) => line === 'late')).toEqual([]);
  });

  it('is signed by another officer with their own password, about the time that was shown', async () => {
    const id = await out('second');
    desk.now = DUE + HOUR;
    expect(await desk.refused('second', 'putOff', putOff(id))).toMatchObject({ code: 'put-off-own' });
    expect(await desk.refused('officer', 'putOff', { ...putOff(id), password: 'x' })).toMatchObject({
      code: 'attest-refused',
    });
    expect(await desk.refused('officer', 'putOff', putOff(id, DUE + DAY, DUE - 1))).toMatchObject({
      code: 'put-off-changed',
    });
    expect(await desk.refused('officer', 'putOff', putOff(id, DUE + 1))).toMatchObject({
      code: 'put-off-past',
      field: 'due',
    });
    expect(await desk.refused('operator', 'putOff', putOff(id))).toMatchObject({ code: 'not-allowed' });
    expect((await shown(id)).due).toBe(DUE);
  });

  it('does not outlive a withdrawal, after which none is taken', async () => {
    const id = await out();
    await desk.did('second', 'putOff', putOff(id));
    await desk.did('officer', 'withdraw', { requestId: id, reason: '中止', password: PASSWORD });
    expect(await shown(id)).toMatchObject({ state: 'withdrawn', due: desk.now });
    expect(await desk.refused('second', 'putOff', putOff(id, DUE + 2 * DAY, desk.now))).toMatchObject({
      code: 'put-off-barred',
    });
    expect((await desk.did('operator', 'overdue', {})).rows.map((row) => row.id)).toEqual([id]);
    expect(desk.differs()).toBeUndefined();
  });

  it.each([
    ['by an auditor', 'auditor', {}],
    ['by whoever asked', 'second', {}],
    ['of another time than stood', 'officer', { before: DUE + 1 }],
    ['to an earlier time', 'officer', { due: DUE - 1 }],
    ['to a time that had passed', 'officer', { due: DUE + HOUR - 1 }],
  ] as const)('is found by a verification where it was forged %s', async (_, who, over) => {
    const id = await out('second');
    desk.now = DUE + HOUR;
    const event: NewSuimonEvent = {
      type: 'request.putOff',
      version: 1,
      subject: `request:${id}`,
      data: { before: DUE, due: DUE + DAY, reason: '工事', ...over },
    };
    expect(await verified()).toMatchObject({ state: 'verified' });
    desk.sign(who, [event]);
    expect(await verified()).toMatchObject({
      state: 'broken',
      first: { seq: ownHead(desk.test.ledger.read)?.seq, kind: 'signature-invalid' },
    });
  });

  it.each([
    ['before', DUE - 1],
    ['due', DUE + 9 * DAY],
    ['reason', '別の理由'],
    ['officer', people.officer.id],
    ['at', 1],
  ])('does not hold for another %s than was signed', async (column, value) => {
    const id = await out();
    await desk.did('second', 'putOff', putOff(id));
    expect((await shown(id)).putOffs).toMatchObject([{ signatureHolds: true }]);
    run(desk.test.ledger.write, `UPDATE media_put_off SET ${column} = ?`, value);
    expect((await shown(id)).putOffs).toMatchObject([{ signatureHolds: false }]);
  });

  it('has its signature on the printed form', async () => {
    const id = await out();
    await desk.did('second', 'putOff', putOff(id));
    const paper = await desk.did('auditor', 'requestPaper', { requestId: id });
    expect(paper.signatures.map(({ signerName, state }) => [signerName, state])).toEqual([
      [people.officer.name, 'holds'],
      [people.second.name, 'holds'],
    ]);
  });
});

describe('the list of what is overdue', () => {
  it('has what is past its time, inside and outside, what has been due longest first', async () => {
    const first = await out();
    await desk.did('second', 'putOff', putOff(first, DUE + 5 * DAY));
    const second = await out();
    const inside = (
      await desk.did('operator', 'submit', { details: asking(desk.office, { until: DUE - HOUR }) })
    ).id;
    await desk.did('operator', 'carryIn', { ...moving(inside), visitId: await desk.letIn() });
    expect((await desk.did('auditor', 'overdue', {})).rows).toEqual([]);
    desk.now = DUE + DAY;
    await desk.did('operator', 'remind', { requestId: second, reminding: REMINDING });
    const list = await desk.did('auditor', 'overdue', {});
    const head = ownHead(desk.test.ledger.read);
    expect(list).toMatchObject({ at: desk.now, size: head?.seq, head: head?.hash.toString('hex') });
    expect(list.rows.map(({ id, due, reminded }) => [id, due, reminded?.whom])).toEqual([
      [inside, DUE - HOUR, undefined],
      [second, DUE, '山本 花子'],
    ]);
  });
});

const requestsOf = (db: ReadDb, table: string) =>
  rows<{ request: string }>(db, `SELECT request FROM ${table} ORDER BY place`).map(({ request }) => request);
const TABLES = ['media_reminder', 'media_put_off', 'media_quarantine'] as const;

/** What is found on a medium outside keeps it where it is, in quarantine, until it is handed to the police. */
async function quarantined(requestId: string): Promise<void> {
  const findings = [{ path: 'a.exe', name: 'Eicar' }];
  const record = checked(desk.now, { way: 'exit', result: 'found', findings });
  await desk.did('operator', 'recordCheck', { requestId, check: record });
  const inspect = () => desk.did('officer', 'inspection', { requestId });
  const check = (await inspect()).checks.at(-1)?.seq ?? 0;
  const settled = { way: 'exit', check, decision: 'refused', reason: '捜査', password: PASSWORD } as const;
  await desk.did('officer', 'settleFindings', { requestId, ...settled });
  const kept = { place: '保安庫', seal: 'A-1', from: '山本', keeper: '操田 颯太' };
  await desk.did('operator', 'quarantine', { requestId, way: 'exit', check, kept });
  await desk.did('officer', 'endQuarantine', {
    requestId,
    quarantine: (await inspect()).quarantines[0]?.seq ?? 0,
    check,
    ending: { how: 'handed', to: '水門警察署', receipt: '' },
    reason: '捜査',
    password: PASSWORD,
  });
}

describe('an erasure of a request', () => {
  it('takes its reminders, due times put off and a quarantine that has ended, on the chain and in the views', async () => {
    const [gone, stays] = [await out(), await out()];
    for (const id of [gone, stays]) {
      await desk.did('operator', 'remind', { requestId: id, reminding: REMINDING });
      await desk.did('second', 'putOff', putOff(id));
    }
    await quarantined(gone);
    const { read } = desk.test.ledger;
    expect(TABLES.map((table) => requestsOf(read, table))).toEqual([[gone, stays], [gone, stays], [gone]]);
    const target = { ledger: 'media', kind: 'media-requests', fiscalYear: fiscalYear(desk.now) } as const;
    officers(desk.test, desk.now).erase(target, desk.now);
    const left = [[stays], [stays], []];
    expect(TABLES.map((table) => requestsOf(read, table))).toEqual(left);
    const written = rows<{ bytes: Buffer }>(read, 'SELECT bytes FROM chain_payload').map(({ bytes }) =>
      bytes.toString('utf8'),
    );
    expect(written.filter((bytes) => bytes.includes(gone))).toEqual([]);
    expect(written.filter((bytes) => bytes.includes(REMINDING.said))).toHaveLength(1);
    const scratch = desk.test.ledger.scratch();
    try {
      scratch.db.exec('BEGIN');
      for (const _ of replay(read, scratch.db, 1, ownHead(read)?.seq ?? 0));
      scratch.db.exec('COMMIT');
      expect(TABLES.map((table) => requestsOf(scratch.db, table))).toEqual(left);
    } finally {
      scratch.close();
    }
  });
});
