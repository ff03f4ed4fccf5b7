import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentDigest, type ListedLine } from '../../../main/media/inspection/list.ts';
import { mediaCount } from '../../../main/media/queries.ts';
import { due, periods } from '../../../main/trail/retention/queries.ts';
import { verifyLedger } from '../../../main/trail/verification.ts';
import { rows } from '../../../main/vault/db.ts';
import { DAY, fiscalYear, fromJst } from '../../../shared/kernel/time.ts';
import { MEDIA_RECORDS, type MediaRecords } from '../../../shared/media/retention.ts';
import { spanOfFiscalYear } from '../../../shared/trail/retention/rules.ts';
import { officers, type Officers } from '../trail/retention/eraser.ts';
import { medium } from './desk.ts';
import {
  asking,
  classified,
  decide,
  MONDAY,
  moving,
  openRequests,
  PASSWORD,
  type RequestsDesk,
} from './requests-desk.ts';
import { checked } from './inspection/desk.ts';

const YEAR = fiscalYear(MONDAY);
const target = (kind: MediaRecords) => ({ ledger: 'media', kind, fiscalYear: YEAR }) as const;

let desk: RequestsDesk;
let pair: Officers;
beforeEach(async () => {
  desk = await openRequests();
  pair = officers(desk.test, desk.now);
});
afterEach(() => {
  expect(desk.differs()).toBeUndefined();
  desk.remove();
});

const submit = async (over: Parameters<typeof asking>[1] = {}) =>
  (await desk.did('operator', 'submit', { details: asking(desk.office, over) })).id;
const shown = async () =>
  (await desk.did('operator', 'requests', { filter: {}, offset: 0, limit: 100 })).rows.map(({ id }) => id);
const count = (kind: MediaRecords) => mediaCount(desk.test.ledger.read, kind, spanOfFiscalYear(YEAR));
const verify = () =>
  verifyLedger(
    desk.test.ledger,
    () => undefined,
    () => false,
  );

/** A list with files, as the command writes it. */
function list(requestId: string, way: 'entry' | 'exit', files: number, changed = 0): string {
  const listing = v7();
  const lines = Array.from(
    { length: files },
    (_, n): ListedLine => [
      `図面/${n}.dat`,
      n + (n < changed ? 1 : 0),
      (n < changed ? 'b' : 'a').repeat(64),
      desk.now,
      null,
    ],
  );
  const parts = [lines.slice(0, 10), lines.slice(10)].filter((part) => part.length > 0);
  desk.test.write(
    [
      ...parts.map((part, index) => ({
        type: 'media.listedPart' as const,
        version: 1,
        subject: `listing:${listing}` as const,
        data: { listing, request: requestId, way, first: index * 10, files: part },
      })),
      {
        type: 'media.listed' as const,
        version: 1,
        subject: `request:${requestId}` as const,
        data: { listing, way, source: 'E:/', files, bytes: 1, problems: 0, digest: contentDigest(lines) },
      },
    ],
    desk.now,
  );
  return listing;
}

/** Carried in and out again, with lists that differ in two files, which an officer let pass. */
async function whole(over: Parameters<typeof asking>[1] = {}): Promise<string> {
  const id = await submit(over);
  await decide(desk, 'officer', id, 'acknowledge');
  desk.looksOver = false;
  const check = (way: 'entry' | 'exit') =>
    desk.did('operator', 'recordCheck', { requestId: id, check: checked(desk.now, { way }) });
  await check('entry');
  list(id, 'entry', 15);
  const visitId = await desk.letIn(over.bearer);
  await desk.did('operator', 'carryIn', { ...moving(id), visitId });
  await check('exit');
  const after = list(id, 'exit', 15, 2);
  await desk.did('officer', 'settleDifference', {
    requestId: id,
    after,
    reason: '記録を更新',
    password: PASSWORD,
  });
  await desk.did('operator', 'takeOut', moving(id));
  desk.looksOver = true;
  return id;
}

describe('the retention of media records', () => {
  it('is five years for requests and the register, one for content lists, while nobody has set another', () => {
    expect(
      periods(desk.test.ledger.read)
        .filter(({ ledger }) => ledger === 'media')
        .map(({ kind, years, set }) => [kind, years, set]),
    ).toEqual([
      ['media-requests', 5, null],
      ['media-contents', 1, null],
      ['media-register', 5, null],
    ]);
  });

  it('is due by the year in which a medium was gone again, content lists first', async () => {
    await whole();
    const at = (year: number) =>
      due(desk.test.ledger.read, fromJst(year, 4, 1) ?? 0).map(({ kind, count: n }) => [kind, n]);
    expect(at(YEAR + 1)).toEqual([]);
    expect(at(YEAR + 2)).toEqual([['media-contents', 2]]);
    expect(at(YEAR + 6)).toEqual([
      ['media-requests', 1],
      ['media-contents', 2],
    ]);
  });
});

describe('an erasure of requests', () => {
  it('takes what is closed, with decisions, checks and lists, out of every view, and leaves the others as they were', async () => {
    const gone = [await whole({ bearer: '消える 太郎' }), await submit(), await submit()];
    await desk.did('operator', 'retract', { requestId: gone[1] ?? '', reason: '不要' });
    await decide(desk, 'officer', gone[2] ?? '', 'acknowledge');
    const waiting = await submit({ classification: classified(3), bearer: '残る 次郎' });
    const inside = await submit();
    await desk.did('operator', 'carryIn', { ...moving(inside), visitId: await desk.letIn() });
    expect(count('media-requests')).toEqual({ records: 5, open: 2 });
    const [event] = pair.erase(target('media-requests'), desk.now + 9 * 365 * DAY);
    expect(event?.data).toMatchObject({ ...target('media-requests'), subjects: 3, part: 1, parts: 1 });
    expect(desk.differs()).toBeUndefined();
    expect(await shown()).toEqual([inside, waiting]);
    expect(await desk.refused('operator', 'request', { id: gone[0] ?? '' })).toMatchObject({
      code: 'request-missing',
    });
    expect(await desk.did('operator', 'suggest', { field: 'bearer', text: '消える' })).toEqual([]);
    expect(await desk.did('operator', 'suggest', { field: 'bearer', text: '残る' })).toEqual(['残る 次郎']);
    for (const table of [
      'media_listing',
      'media_listed_file',
      'media_difference',
      'media_difference_settled',
    ])
      expect(rows(desk.test.ledger.read, `SELECT * FROM ${table} WHERE 1`), table).toHaveLength(
        table === 'media_listing' ? 1 : 0,
      );
    expect(count('media-requests')).toEqual({ records: 2, open: 2 });
    expect(await verify()).toMatchObject({ state: 'verified', viewsCompared: true });
  }, 60_000);

  it('never takes what is open: undecided, notified and not taken note of, inside, outside, in dispute', async () => {
    await submit({ classification: classified(3) });
    await submit();
    const out = await submit({ kind: 'carry-out', destination: '本庁', returnDue: MONDAY + DAY });
    await decide(desk, 'officer', out, 'acknowledge');
    await desk.did('operator', 'carryOut', { ...moving(out), holder: '山本' });
    const found = await submit();
    await decide(desk, 'officer', found, 'acknowledge');
    const check = checked(desk.now, { result: 'found', findings: [{ path: 'a.exe', name: 'Eicar' }] });
    await desk.did('operator', 'recordCheck', { requestId: found, check });
    expect(count('media-requests')).toEqual({ records: 4, open: 4 });
    const { request } = await desk.did('officer', 'request', { id: found });
    const seq = (await desk.did('officer', 'inspection', { requestId: request.id })).checks[0]?.seq ?? 0;
    await desk.did('officer', 'settleFindings', {
      requestId: found,
      way: 'entry',
      check: seq,
      decision: 'refused',
      reason: '持ち帰らせた',
      password: PASSWORD,
    });
    expect(count('media-requests')).toEqual({ records: 4, open: 3 });
  }, 60_000);

  it('never takes the transfer that says where a medium of the register is kept, until the register is erased of it', async () => {
    const { id: mediumId } = await desk.did('officer', 'registerMedium', medium());
    const id = await submit({
      kind: 'transfer',
      destination: '本庁',
      means: '運搬',
      medium: { from: 'register', mediumId },
    });
    await decide(desk, 'officer', id, 'acknowledge');
    await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本' });
    await desk.did('operator', 'deliver', { ...moving(id), to: '佐藤' });
    expect(count('media-requests')).toEqual({ records: 1, open: 1 });
    expect(count('media-register')).toEqual({ records: 0, open: 0 });
    await desk.did('officer', 'destroyMedium', {
      mediumId,
      method: 'crush',
      product: '',
      by: '操田 颯太',
      witness: '山本 花子',
      proof: '証明書1',
      reason: '故障',
    });
    expect(count('media-register')).toEqual({ records: 1, open: 0 });
    pair.erase(target('media-register'), desk.now);
    expect(desk.differs()).toBeUndefined();
    expect(await desk.refused('operator', 'medium', { id: mediumId })).toMatchObject({
      code: 'medium-missing',
    });
    expect((await desk.did('operator', 'request', { id })).request).toMatchObject({
      mediumId,
      mediumName: '',
    });
    expect(count('media-requests')).toEqual({ records: 1, open: 0 });
    pair.erase(target('media-requests'), desk.now);
    expect(await shown()).toEqual([]);
    expect(await verify()).toMatchObject({ state: 'verified', viewsCompared: true });
  }, 60_000);
});

describe('an erasure of content lists', () => {
  it('takes their files and leaves the request, its decisions and digests; the page says that they were erased', async () => {
    const id = await whole();
    const before = await desk.did('operator', 'inspection', { requestId: id });
    expect(before.compared).toMatchObject({ changed: 2, erased: false });
    const [event] = pair.erase(target('media-contents'), desk.now);
    expect(event?.data).toMatchObject({ subjects: 2, entries: 4 });
    expect(desk.differs()).toBeUndefined();
    const after = await desk.did('operator', 'inspection', { requestId: id });
    expect(after.listings).toEqual(before.listings.map((listing) => ({ ...listing, erased: true })));
    expect(after.compared).toMatchObject({ changed: 0, erased: true, settled: { signatureHolds: true } });
    expect(after.compared?.before?.id).toBe(before.listings[0]?.id);
    const page = { listingId: before.listings[0]?.id ?? '', offset: 0, limit: 10 };
    expect(await desk.refused('operator', 'listing', page)).toEqual({
      code: 'listing-erased',
      field: 'listingId',
    });
    expect(await desk.did('operator', 'differences', { requestId: id, offset: 0, limit: 10 })).toEqual({
      rows: [],
      total: 0,
    });
    expect((await desk.did('operator', 'request', { id })).request.decisions).toHaveLength(1);
    expect(await verify()).toMatchObject({ state: 'verified', viewsCompared: true });
    pair.erase(target('media-requests'), desk.now);
    expect(await shown()).toEqual([]);
  }, 60_000);
});

it('every kind of media record is refused while nothing of it is there', () => {
  for (const kind of MEDIA_RECORDS) {
    expect(count(kind)).toEqual({ records: 0, open: 0 });
    expect(pair.erase(target(kind), desk.now)).toEqual([]);
  }
});
