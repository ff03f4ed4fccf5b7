import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableOf } from '../../../main/media/lists/table.ts';
import { mediaCount } from '../../../main/media/queries.ts';
import { rows } from '../../../main/vault/db.ts';
import { asking, decide, HOUR, MONDAY, moving, PASSWORD } from './requests-desk.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import type { MediaRecords } from '../../../shared/media/retention.ts';
import { OFFICE } from '../entries/door.ts';
import { spanOfFiscalYear } from '../../../shared/trail/retention/rules.ts';
import {
  DESTROYED,
  FOUND,
  HANDED,
  KEPT,
  type Meeting,
  meeting,
  OUT,
  wholeWay,
  YEAR,
} from './meeting-desk.ts';

let at: Meeting;
beforeEach(async () => {
  at = await meeting();
});
afterEach(async () => {
  try {
    expect(at.desk.differs()).toBeUndefined();
    expect(await at.verify()).toMatchObject({ state: 'verified', viewsCompared: true });
  } finally {
    at.desk.remove();
  }
});

const count = (kind: MediaRecords) => mediaCount(at.desk.test.ledger.read, kind, spanOfFiscalYear(YEAR));
const held = (ended = false) => at.desk.did('auditor', 'quarantines', { ended });
const retract = (requestId: string) => at.desk.did('operator', 'retract', { requestId, reason: '不要' });

describe('an erasure and a quarantine', () => {
  it('a request is not erased while its medium is in quarantine, however old; its end decides on what was found, and all goes together', async () => {
    const id = await at.noted();
    await at.record(id, FOUND);
    expect(await at.put(id)).toBeUndefined();
    await retract(id);
    expect(count('media-requests')).toEqual({ records: 1, open: 1 });
    at.erase('media-requests');
    expect(await held()).toHaveLength(1);
    expect(await at.end(id, HANDED)).toBeUndefined();
    expect(count('media-requests')).toEqual({ records: 1, open: 0 });
    at.erase('media-requests');
    expect(await held(true)).toEqual([]);
    expect(rows(at.desk.test.ledger.read, 'SELECT * FROM media_quarantine')).toEqual([]);
    expect(at.desk.differs()).toBeUndefined();
  }, 60_000);

  it('nor while it is in quarantine after an officer had decided that it is not moved', async () => {
    const id = await at.noted();
    await at.record(id, FOUND);
    const { findings } = await at.desk.did('auditor', 'inspection', { requestId: id });
    const check = findings.entry.state === 'none' ? 0 : findings.entry.check;
    await at.desk.did('officer', 'settleFindings', {
      requestId: id,
      way: 'entry',
      check,
      decision: 'refused',
      reason: '持ち帰らせる',
      password: PASSWORD,
    });
    await retract(id);
    expect(count('media-requests')).toEqual({ records: 1, open: 0 });
    expect(await at.put(id)).toBeUndefined();
    expect(count('media-requests')).toEqual({ records: 1, open: 1 });
    at.erase('media-requests');
    expect(await held()).toHaveLength(1);
  }, 60_000);

  it('content lists are kept while the medium is in quarantine', async () => {
    const id = await at.noted();
    await at.record(id, FOUND);
    at.list(id, 'entry', 3);
    expect(await at.put(id)).toBeUndefined();
    await retract(id);
    expect(count('media-contents')).toEqual({ records: 1, open: 1 });
    expect(await at.end(id, HANDED)).toBeUndefined();
    expect(count('media-contents')).toEqual({ records: 1, open: 0 });
  }, 60_000);

  it('the register’s medium destroyed at the end of its quarantine becomes due; the request that says so stays until the register forgets it', async () => {
    const own = await at.registered();
    const id = await at.noted({ ...OUT, medium: own.as });
    await at.record(id, FOUND);
    expect(await at.put(id)).toBeUndefined();
    expect(count('media-register')).toEqual({ records: 0, open: 0 });
    expect(await at.end(id, DESTROYED)).toBeUndefined();
    expect((await at.told())['register.destroyed']).toBe(1);
    expect(count('media-register')).toEqual({ records: 1, open: 0 });
    expect(count('media-requests')).toEqual({ records: 1, open: 1 });
    at.erase('media-register');
    expect(at.desk.differs()).toBeUndefined();
    expect(await at.told()).not.toHaveProperty('register.destroyed');
    expect(count('media-requests')).toEqual({ records: 1, open: 0 });
    at.erase('media-requests');
    expect(at.desk.differs()).toBeUndefined();
  }, 60_000);

  it('a request that says who was handed a medium of the register stays while the register says it too', async () => {
    const own = await at.registered();
    const id = await at.noted({ ...OUT, medium: own.as });
    await at.record(id, FOUND);
    expect(await at.put(id)).toBeUndefined();
    expect(await at.end(id, HANDED)).toBeUndefined();
    expect(count('media-requests')).toEqual({ records: 1, open: 1 });
    at.erase('media-requests');
    expect((await at.desk.did('auditor', 'medium', { id: own.id })).medium.keeper).toBe(HANDED.to);
  }, 60_000);
});

describe('the report', () => {
  it('counts no longer what was erased, whoever’s it was, and says so; what stands is counted as before', async () => {
    await wholeWay(at, { bearer: '消える 太郎' });
    const gone = await at.noted();
    await at.record(gone, FOUND);
    expect(await at.put(gone)).toBeUndefined();
    await retract(gone);
    expect(await at.end(gone, HANDED)).toBeUndefined();
    const stays = await at.noted({ medium: { ...asking('').medium, serial: 'S-9' } as never });
    await at.record(stays, FOUND);
    expect(await at.told()).toMatchObject({
      'request.all': 3,
      'moved.carriedIn': 1,
      'moved.takenOut': 1,
      'check.all': 3,
      'check.found': 2,
      findings: 2,
      'quarantine.put': 1,
      'quarantine.handed': 1,
      'listed.entry': 1,
      'differs.all': 1,
      'differs.settled': 1,
      'difference.changed': 2,
      files: 10,
    });
    const period = { kind: 'fiscal-year', year: YEAR } as const;
    expect((await at.desk.did('auditor', 'report', { period })).erased).toEqual([]);
    at.erase('media-requests');
    expect(at.desk.differs()).toBeUndefined();
    expect(await at.told()).toEqual({
      'request.all': 1,
      'request.allowed': 1,
      'check.all': 1,
      'check.product': 1,
      'check.found': 1,
      findings: 1,
    });
    const before = { kind: 'month', year: 2025, month: 12 } as const;
    const erased = [{ kind: 'media-requests', fiscalYear: YEAR, records: 2, at: at.desk.now }];
    for (const one of [period, before])
      expect((await at.desk.did('auditor', 'report', { period: one })).erased).toEqual(erased);
    const later = { ...period, year: YEAR + 1 };
    expect((await at.desk.did('auditor', 'report', { period: later })).erased).toEqual([]);
  }, 60_000);

  it('does not say how lists differed that were erased, and goes on counting that they were made', async () => {
    const id = await wholeWay(at);
    at.erase('media-contents');
    expect(at.desk.differs()).toBeUndefined();
    const told = await at.told();
    expect(told).toMatchObject({ 'listed.entry': 1, 'listed.exit': 1, files: 10 });
    for (const gone of ['differs.all', 'differs.settled', 'difference.changed'])
      expect(told, gone).not.toHaveProperty(gone);
    const paper = await at.desk.did('officer', 'requestPaper', { requestId: id });
    expect(paper.inspection.compared).toMatchObject({ erased: true, changed: 0 });
    expect(paper.signatures.map(({ state }) => state)).toEqual(['holds']);
  }, 60_000);

  it('counts a stocktake as long as a medium that it went through stands', async () => {
    const [one, other] = [await at.registered('USB-001'), await at.registered('USB-002')];
    const line = (mediumId: string) => ({ mediumId, seen: true, sealIntact: null, note: '' });
    await at.desk.did('operator', 'stocktake', { lines: [line(one.id), line(other.id)] });
    const lose = (mediumId: string) =>
      at.desk.did('operator', 'loseMedium', { mediumId, circumstances: '不明', reportedTo: '課長' });
    await lose(one.id);
    expect(await at.told()).toEqual({
      'register.registered': 2,
      'register.lost': 1,
      'register.stocktakes': 1,
      'register.seen': 2,
    });
    at.erase('media-register');
    expect(at.desk.differs()).toBeUndefined();
    expect(await at.told()).toEqual({
      'register.registered': 1,
      'register.stocktakes': 1,
      'register.seen': 1,
    });
    await lose(other.id);
    at.erase('media-register');
    expect(await at.told()).toEqual({});
  }, 60_000);

  it('tells of findings in quarantine by how it ended, once', async () => {
    const id = await at.noted();
    await at.record(id, FOUND);
    expect(await at.put(id)).toBeUndefined();
    expect(await at.told()).toMatchObject({ 'quarantine.put': 1, 'now.quarantined': 1 });
    const cleaned = { how: 'cleaned', method: '初期化', by: '保守 太郎' } as const;
    expect(await at.end(id, cleaned)).toBeUndefined();
    const told = await at.told();
    expect(told).toMatchObject({ 'check.found': 1, 'quarantine.put': 1, 'quarantine.cleaned': 1 });
    expect(told).not.toHaveProperty('now.quarantined');
    expect(told).not.toHaveProperty('settled.cleaned');
  }, 60_000);
});

describe('a content list that did not come to its end', () => {
  it('is not counted, not on paper, not looked over, and goes with its request', async () => {
    const { desk } = at;
    const id = await at.noted();
    desk.looksOver = false;
    await at.record(id);
    const listing = v7();
    const files = [['a.txt', 1, 'a'.repeat(64), desk.now, null]] as const;
    const part = { listing, request: id, way: 'entry' as const, first: 0, files: [[...files[0]]] as never };
    const subject = `listing:${listing}` as const;
    desk.test.write(
      [
        { type: 'media.listedPart', version: 1, subject, data: part },
        { type: 'media.listDropped', version: 1, subject, data: { listing, why: 'interrupted' } },
      ],
      desk.now,
    );
    const { inspection } = await desk.did('officer', 'requestPaper', { requestId: id });
    expect(inspection.listings).toEqual([]);
    expect(inspection.missing.entry).toEqual(['listing-missing']);
    const told = await at.told();
    expect(told).not.toHaveProperty('listed.entry');
    expect(told).not.toHaveProperty('files');
    const visitId = await desk.letIn();
    expect(await desk.refused('operator', 'carryIn', { ...moving(id), visitId })).toMatchObject({
      code: 'listing-missing',
    });
    await retract(id);
    at.erase('media-requests');
    expect(rows(desk.test.ledger.read, 'SELECT * FROM media_listing')).toEqual([]);
  }, 60_000);
});

describe('a verification after an erasure', () => {
  it('holds for requests begun from a template, decided in an area that was changed since', async () => {
    const { desk } = at;
    const details = asking(desk.office, { protection: '封印袋' });
    const id = await at.template(details);
    const routine = { ...details, template: { id, version: 1 } };
    const submit = async () => (await desk.did('operator', 'submit', { details: routine })).id;
    const [gone, stays] = [await submit(), await submit()];
    await decide(desk, 'officer', gone, 'acknowledge');
    await retract(gone);
    const raised = { ...OFFICE, level: 3 } as const;
    const changed = await desk.atDoor('changeArea', { areaId: desk.office, details: raised, reason: '改修' });
    expect(changed.ok).toBe(true);
    at.erase('media-requests');
    expect((await desk.did('operator', 'templates', {}))[0]?.requests).toBe(1);
    expect(await at.verify()).toMatchObject({ state: 'verified', viewsCompared: true });
    const { request } = await desk.did('officer', 'request', { id: stays });
    expect(request.template).toEqual({ id, version: 1, number: 'T-1', name: '月次更新' });
    expect(await desk.refused('officer', 'requestPaper', { requestId: gone })).toMatchObject({
      code: 'request-missing',
    });
  }, 60_000);

  it('holds for a difference and a quarantine that officers decided on before the register’s medium was erased', async () => {
    const own = await at.registered();
    const id = await at.noted({ ...OUT, medium: own.as });
    await at.record(id, FOUND);
    expect(await at.put(id)).toBeUndefined();
    expect(await at.end(id, DESTROYED)).toBeUndefined();
    at.erase('media-register');
    expect(await at.verify()).toMatchObject({ state: 'verified', viewsCompared: true });
    const { request } = await at.desk.did('auditor', 'request', { id });
    expect(request).toMatchObject({ mediumId: own.id, mediumName: '' });
    expect((await held(true))[0]?.ended?.signatureHolds).toBe(true);
  }, 60_000);
});

describe('a medium of the register in quarantine', () => {
  it('may be lost, which stands out; its quarantine does not end before it is found, and it is not erased', async () => {
    const { desk } = at;
    const own = await at.registered();
    const id = await at.noted({ ...OUT, medium: own.as });
    await at.record(id, FOUND);
    expect(await at.put(id)).toBeUndefined();
    const erase = {
      mediumId: own.id,
      method: 'overwrite' as const,
      product: '',
      by: '操田 颯太',
      witness: '山本 花子',
    };
    const erasing = { ...erase, proof: 'P-1' } as const;
    expect(await desk.refused('officer', 'eraseMedium', erasing)).toMatchObject({
      code: 'medium-quarantined',
      field: 'mediumId',
    });
    expect((await held())[0]?.lost).toBe(false);
    const lost = { mediumId: own.id, circumstances: '保安庫にない', reportedTo: '課長' };
    expect(await desk.refused('operator', 'loseMedium', lost)).toBeUndefined();
    expect((await held())[0]).toMatchObject({ lost: true, ...KEPT });
    expect(count('media-register')).toEqual({ records: 1, open: 1 });
    at.erase('media-register');
    for (const ending of [HANDED, DESTROYED])
      expect(await at.end(id, ending)).toMatchObject({ code: 'quarantine-lost' });
    await desk.did('operator', 'findMedium', { mediumId: own.id, where: '机の中', note: '' });
    expect(await at.end(id, HANDED)).toBeUndefined();
  }, 60_000);

  it('keeps a request from being begun from its template until the quarantine has ended', async () => {
    const { desk } = at;
    const own = await at.registered();
    const details = asking(desk.office, { ...OUT, medium: own.as, protection: '封印袋' });
    const id = await at.template(details);
    const routine = { ...details, template: { id, version: 1 } };
    const first = (await desk.did('operator', 'submit', { details: routine })).id;
    await at.record(first, FOUND);
    expect(await at.put(first)).toBeUndefined();
    expect(await desk.refused('operator', 'submit', { details: routine })).toMatchObject({
      code: 'medium-quarantined',
      field: 'details.medium.mediumId',
    });
    const cleaned = { how: 'cleaned', method: '初期化', by: '保守 太郎' } as const;
    expect(await at.end(first, cleaned)).toBeUndefined();
    expect(await desk.refused('operator', 'submit', { details: routine })).toBeUndefined();
  }, 60_000);

  it('stands in both lists that go out, with the template of its request', async () => {
    const { desk } = at;
    const own = await at.registered();
    await at.registered('USB-002');
    const details = asking(desk.office, { ...OUT, medium: own.as, protection: '封印袋' });
    const id = await at.template(details);
    const routine = { ...details, template: { id, version: 1 } };
    const { id: requestId } = await desk.did('operator', 'submit', { details: routine });
    await at.record(requestId, FOUND);
    expect(await at.put(requestId)).toBeUndefined();
    const { read } = desk.test.ledger;
    const register = await tableOf(read, { list: 'register', filter: {} }, 'ja');
    expect(register?.columns.at(-1)?.title).toBe('隔離');
    expect(register?.rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['USB-001', '隔離中'],
      ['USB-002', ''],
    ]);
    const requests = await tableOf(read, { list: 'requests', filter: {} }, 'ja');
    expect(requests?.columns.slice(-2).map(({ title }) => title)).toEqual(['定型', '隔離']);
    expect(requests?.rows.map((row) => row.slice(-2))).toEqual([['T-1 月次更新 (1)', '隔離中']]);
    expect(requests?.rows.every((row) => row.length === requests.columns.length)).toBe(true);
  }, 60_000);
});

describe('a movement that is recorded late', () => {
  it('does not rest on a check made after it, but on one made before, though that is recorded afterwards', async () => {
    const { desk } = at;
    const id = await at.noted();
    desk.looksOver = false;
    at.list(id, 'entry', 1);
    const visitId = await desk.letIn();
    desk.now = MONDAY + HOUR;
    await at.record(id);
    const late = { ...moving(id), visitId, at: MONDAY + 30 * MINUTE, lateReason: '記録が遅れた' };
    expect(await desk.refused('operator', 'carryIn', late)).toMatchObject({
      code: 'check-after-move',
      field: 'requestId',
      detail: { medium: '保守用USB' },
    });
    await at.record(id, { checkedAt: MONDAY + 20 * MINUTE, definitionsAt: MONDAY });
    expect(await desk.refused('operator', 'carryIn', late)).toBeUndefined();
  }, 60_000);

  it('of two products asks both before it', async () => {
    const { desk } = at;
    const id = await at.noted({ classification: { ...asking('').classification, confidentiality: 3 } });
    for (const who of ['officer', 'second'] as const) await decide(desk, who, id);
    desk.looksOver = false;
    at.list(id, 'entry', 1);
    const visitId = await desk.letIn();
    desk.now = MONDAY + HOUR;
    await at.record(id, { checkedAt: MONDAY, definitionsAt: MONDAY });
    await at.record(id, { product: 'Microsoft Defender' });
    const late = { ...moving(id), visitId, at: MONDAY + 30 * MINUTE, lateReason: '記録が遅れた' };
    expect(await desk.refused('operator', 'carryIn', late)).toMatchObject({ code: 'check-after-move' });
  }, 60_000);
});

it('an emergency decided on keeps its signature on paper, and is gone from it once it was erased', async () => {
  const { desk } = at;
  const visitId = await desk.letIn();
  const urgent = { reason: '停止', allowedBy: '課長', visitId, seal: '' };
  const details = asking(desk.room);
  const { id } = await desk.did('operator', 'emergency', { details, ...urgent });
  await decide(desk, 'officer', id);
  await desk.did('operator', 'takeOut', moving(id));
  const paper = await desk.did('officer', 'requestPaper', { requestId: id });
  expect(paper.signatures).toMatchObject([{ state: 'holds', signerName: '責任 三郎' }]);
  expect(paper.request.emergency).toEqual({ reason: '停止', allowedBy: '課長' });
  at.erase('media-requests');
  expect(await desk.refused('officer', 'requestPaper', { requestId: id })).toMatchObject({
    code: 'request-missing',
  });
  const looked = await desk.did('operator', 'report', { period: { kind: 'fiscal-year', year: YEAR } });
  expect(looked.emergencies).toEqual([]);
}, 60_000);
