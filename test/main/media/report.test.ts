import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { mediaReport } from '../../../main/media/report/queries.ts';
import { type ReadDb, rows } from '../../../main/vault/db.ts';
import { DAY, fromJst } from '../../../shared/kernel/time.ts';
import type { Counted, MediaReport } from '../../../shared/media/report/model.ts';
import { monthOf, type ReportPeriod } from '../../../shared/media/report/period.ts';
import { areaRows, reportRows } from '../../../shared/media/report/rows.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { medium } from './desk.ts';
import { checked, openInspections } from './inspection/desk.ts';
import {
  asking,
  classified,
  decide,
  HOUR,
  MONDAY,
  moving,
  openRequests,
  PASSWORD,
  type RequestsDesk,
} from './requests-desk.ts';
import { type Made, Step, take } from './requests-steps.ts';

let desk: RequestsDesk;
afterEach(() => desk.remove());

const APRIL: ReportPeriod = { kind: 'month', year: 2026, month: 4 };
const MAY: ReportPeriod = { kind: 'month', year: 2026, month: 5 };
const YEAR: ReportPeriod = { kind: 'fiscal-year', year: 2026 };
const reportOf = (period: ReportPeriod): Promise<MediaReport> => desk.did('auditor', 'report', { period });

/** What of a report is not nothing, by label, with the kind, rule or product it is about. */
function told(report: MediaReport): Readonly<Record<string, number>> {
  return Object.fromEntries(
    reportRows(report).flatMap(({ label, detail, count }) =>
      count === 0 ? [] : [[[label, ...Object.values(detail)].join(' '), count]],
    ),
  );
}

describe('the report of a month', () => {
  it('tells requests, emergencies, movements, checks, differences and the register, and follows what becomes of them', async () => {
    const looked = await openInspections();
    desk = looked;
    const submit = async (over: Parameters<typeof asking>[1] = {}) =>
      (await desk.did('operator', 'submit', { details: asking(desk.office, over) })).id;
    const visitId = await desk.letIn();

    // A permit of two officers, carried in, whose contents differ on the way out, too late.
    const one = await submit({ classification: classified(3), until: MONDAY + 2 * HOUR });
    await decide(desk, 'officer', one);
    expect(told(await reportOf(APRIL))).toMatchObject({
      'request.waiting carry-in permission-2': 1,
      'now.endorsed': 1,
    });
    await decide(desk, 'second', one);
    const infected = checked(MONDAY, { result: 'found', findings: [{ path: 'a.exe', name: 'Eicar' }] });
    await looked.looked('operator', 'recordCheck', { requestId: one, check: infected });
    const found = (await looked.looked('operator', 'inspection', { requestId: one })).findings.entry;
    await looked.looked('officer', 'settleFindings', {
      requestId: one,
      way: 'entry',
      check: 'check' in found ? found.check : 0,
      decision: 'cleaned',
      reason: '駆除した',
      password: PASSWORD,
    });
    for (const product of ['ClamAV', 'Microsoft Defender'])
      await looked.looked('operator', 'recordCheck', { requestId: one, check: checked(MONDAY, { product }) });
    writeFileSync(join(looked.drive, 'one.txt'), 'one');
    const folder = await looked.folder();
    await looked.looked('operator', 'listContents', { requestId: one, way: 'entry', folder });
    await desk.did('operator', 'carryIn', { ...moving(one), visitId });
    desk.now = MONDAY + 3 * HOUR;
    for (const product of ['ClamAV', 'Microsoft Defender']) {
      const check = checked(desk.now, { product, way: 'exit' });
      await looked.looked('operator', 'recordCheck', { requestId: one, check });
    }
    writeFileSync(join(looked.drive, 'two.txt'), 'two');
    writeFileSync(join(looked.drive, 'one.txt'), 'other');
    const out = { requestId: one, way: 'exit', folder: await looked.folder() } as const;
    await looked.looked('operator', 'listContents', out);
    expect(told(await reportOf(APRIL))).toMatchObject({ 'differs.open': 1, 'differs.all': 1 });
    const { compared } = await looked.looked('operator', 'inspection', { requestId: one });
    await looked.looked('officer', 'settleDifference', {
      requestId: one,
      after: compared?.after.id ?? '',
      reason: '作業の記録を加えたため',
      password: PASSWORD,
    });
    await desk.did('operator', 'takeOut', moving(one));

    // A notification that was taken back, one refused, one returned, and an emergency decided too late.
    await desk.did('operator', 'retract', { requestId: await submit(), reason: '不要' });
    const two = await submit({ classification: classified(2) });
    await decide(desk, 'officer', two, 'refuse');
    await decide(desk, 'officer', await submit({ classification: classified(2) }), 'return');
    const urgent = { reason: '停止', allowedBy: '課長', visitId, seal: '' };
    const details = asking(desk.room, { until: MONDAY + 40 * DAY });
    const { id: late } = await desk.did('operator', 'emergency', { details, ...urgent });
    expect(told(await reportOf(APRIL))).toMatchObject({ 'emergency.open': 1, 'now.inside': 1 });
    desk.now = MONDAY + 4 * DAY;
    await decide(desk, 'officer', late);

    // The register: one registered, missed at a stocktake, lost.
    const { id: mediumId } = await desk.did('officer', 'registerMedium', medium());
    const seen = { mediumId, seen: false, sealIntact: null, note: '' };
    await desk.did('operator', 'stocktake', { lines: [seen] });
    await desk.did('operator', 'loseMedium', {
      mediumId,
      circumstances: '見当たらない',
      reportedTo: '課長',
    });

    const april = await reportOf(APRIL);
    expect(told(april)).toEqual({
      'request.all carry-in notification': 1,
      'request.retracted carry-in notification': 1,
      'request.all carry-in permission-1': 3,
      'request.allowed carry-in permission-1': 1,
      'request.refused carry-in permission-1': 1,
      'request.returned carry-in permission-1': 1,
      'request.all carry-in permission-2': 1,
      'request.allowed carry-in permission-2': 1,
      'emergency.all': 1,
      'emergency.late': 1,
      'moved.carriedIn': 2,
      'moved.takenOut': 1,
      'late.takenOut': 1,
      'check.all': 5,
      'check.product ClamAV': 3,
      'check.product Microsoft Defender': 2,
      'check.found': 1,
      findings: 1,
      'settled.cleaned': 1,
      'listed.entry': 1,
      'listed.exit': 1,
      files: 3,
      'differs.all': 1,
      'differs.settled': 1,
      'difference.added': 1,
      'difference.changed': 1,
      'register.registered': 1,
      'register.lost': 1,
      'register.stocktakes': 1,
      'register.missed': 1,
      'now.returned': 1,
      'now.inside': 1,
    });
    expect(april.emergencies).toEqual([
      {
        id: late,
        no: expect.any(Number),
        mediumName: '保守用USB',
        decideBy: MONDAY + 3 * HOUR + DAY,
        decidedAt: MONDAY + 4 * DAY,
      },
    ]);
    const nothing = {
      requests: 0,
      carriedIn: 0,
      carriedOut: 0,
      late: 0,
      emergencies: 0,
      checks: 0,
      findings: 0,
      differs: 0,
    };
    const room = { ...nothing, requests: 1, carriedIn: 1, emergencies: 1 };
    const office = { ...nothing, requests: 4, carriedIn: 1, late: 1, checks: 5, findings: 1, differs: 1 };
    expect(areaRows(april).map(({ counts }) => counts)).toEqual([room, office]);
    const counted = { kind: 'carry-in', rule: 'permission-1', outcome: 'refused' } as const;
    const listed = await desk.did('auditor', 'reportRequests', { period: APRIL, counted });
    expect(listed.map(({ id }) => id)).toEqual([two]);

    // What happens in the next month is not of this one, and both are of the year.
    desk.now = fromJst(2026, 5, 1) ?? 0;
    desk.looksOver = true;
    await desk.did('operator', 'takeOut', moving(late));
    expect(told(await reportOf(MAY))).toMatchObject({ 'moved.takenOut': 1, 'check.all': 2 });
    expect(told(await reportOf(MAY))['moved.carriedIn']).toBeUndefined();
    expect(told(await reportOf(YEAR))).toMatchObject({ 'moved.takenOut': 2, 'check.all': 7 });
    expect(desk.differs()).toBeUndefined();
  }, 60_000);
});

/** The same numbers, counted from every request and every entry of the chain one by one. */
function naive(all: readonly Request[], areaOf: ReadonlyMap<string, string>, db: RequestsDesk): Counted[] {
  const sums = new Map<string, number>();
  const add = (month: number, line: string, part: string, area: string): void => {
    const key = [month, line, part, area].join('|');
    sums.set(key, (sums.get(key) ?? 0) + 1);
  };
  const decidedAt = new Map<string, number>();
  const events = rows<{ bytes: Buffer }>(
    db.test.ledger.read,
    'SELECT bytes FROM chain_payload ORDER BY place',
  ).map(
    ({ bytes }) =>
      JSON.parse(bytes.toString('utf8')) as {
        at: number;
        type: string;
        subject: string;
        data: { at?: number; decision?: string };
      },
  );
  for (const { type, subject, at, data } of events) {
    const id = subject.slice(8);
    const move = /^request\.(carriedIn|takenOut|handedOver|carriedOut|givenBack|delivered)$/u.exec(type)?.[1];
    if (move !== undefined) add(monthOf(data.at ?? 0), 'moved', move, areaOf.get(id) ?? '');
    if (type === 'request.emergency') add(monthOf(at), 'moved', 'carriedIn', areaOf.get(id) ?? '');
    if (type === 'request.decided') decidedAt.set(id, at);
  }
  for (const { id, kind, rule, state, requestedAt, decideBy } of all) {
    const by = rule.by === 'notification' ? 'notification' : `permission-${rule.officers}`;
    const month = monthOf(requestedAt);
    add(month, 'request', `${kind} ${by} ${state}`, areaOf.get(id) ?? '');
    if (decideBy === null) continue;
    const part = state === 'emergency' ? 'open' : (decidedAt.get(id) ?? 0) > decideBy ? 'late' : 'in-time';
    add(month, 'emergency', part, areaOf.get(id) ?? '');
  }
  return [...sums].map(([key, n]) => {
    const [, line = '', part = '', area = ''] = key.split('|');
    return { line, part, area, n } as Counted;
  });
}

describe('whatever is done with requests', () => {
  it('the report’s numbers are those of a count one by one, and a replay gives the same', async () => {
    const sorted = (counts: readonly Counted[]): string[] =>
      counts
        .filter(({ line }) => ['request', 'emergency', 'moved'].includes(line))
        .map(({ line, part, area, n }) => `${line} ${part} ${area} ${n}`)
        .toSorted();
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
        desk = await openRequests();
        try {
          const made: Made = { media: [], templates: [], requests: [], visits: [], suspended: false };
          for (const step of steps) await take(desk, step, made);
          const all: Request[] = [];
          for (const id of made.requests) all.push((await desk.did('auditor', 'request', { id })).request);
          const areaOf = new Map(all.map(({ id, details }) => [id, details.areaId]));
          const report = await reportOf(YEAR);
          expect(sorted(report.counts)).toEqual(sorted(naive(all, areaOf, desk)));
          for (const { counted, count } of reportRows(report)) {
            if (counted === undefined || count === 0) continue;
            const listed = await desk.did('auditor', 'reportRequests', { period: YEAR, counted });
            expect(listed).toHaveLength(count);
          }
          expect(desk.differs()).toBeUndefined();
        } finally {
          desk.remove();
        }
      }),
      { numRuns: 8 },
    );
    desk = await openRequests();
  }, 120_000);
});

/** How often a statement is run by `work`. */
function runsOf(db: ReadDb, work: (db: ReadDb) => void): number {
  let runs = 0;
  const counting = Object.assign(Object.create(db) as ReadDb, {
    prepare: (sql: string) =>
      new Proxy(db.prepare(sql), {
        get(target, name) {
          const found: unknown = Reflect.get(target, name);
          if (typeof found !== 'function') return found;
          return (...args: readonly unknown[]) => {
            if (name === 'get' || name === 'all' || name === 'run') runs += 1;
            return Reflect.apply(found, target, args) as unknown;
          };
        },
      }),
  });
  work(counting);
  return runs;
}

describe('making a report', () => {
  it('takes as many statements however much the ledger holds, and none reads through a table that grows', async () => {
    const heard = new Set<string>();
    desk = await openRequests((sql) => heard.add(sql));
    const runs = (): number => runsOf(desk.test.ledger.read, (db) => mediaReport(db, YEAR, desk.now));
    const visitId = await desk.letIn();
    const urgent = { reason: '停止', allowedBy: '課長', visitId, seal: '' };
    const emergency = () => desk.did('operator', 'emergency', { details: asking(desk.office), ...urgent });
    await emergency();
    const few = runs();
    expect(few).toBeGreaterThan(3);
    expect(few).toBeLessThanOrEqual(11);
    const submitted: string[] = [];
    for (let n = 0; n < 30; n += 1)
      submitted.push((await desk.did('operator', 'submit', { details: asking(desk.room) })).id);
    for (let n = 0; n < 5; n += 1) await emergency();
    const [first = ''] = submitted;
    await decide(desk, 'officer', first);
    await desk.did('operator', 'carryIn', { ...moving(first), visitId });
    desk.order({ kind: 'account-suspend' }, 'third');
    await desk.did('operator', 'takeOut', moving(first));
    expect(runs()).toBe(few);
    await reportOf(MAY);
    const counted = { kind: 'carry-in', rule: 'permission-1', outcome: 'waiting' } as const;
    expect(await desk.did('auditor', 'reportRequests', { period: YEAR, counted })).toHaveLength(29);

    const statements = [...heard].filter(
      (sql) => /media_/u.test(sql) && /^\s*(?:SELECT|UPDATE|DELETE|INSERT)/u.test(sql),
    );
    expect(statements.filter((sql) => sql.includes('media_report')).length).toBeGreaterThan(7);
    // What is inside or outside, and what waits for a second officer, have indexes of their own that hold nothing else.
    const bounded =
      /USING (?:COVERING )?INDEX media_(?:request_(?:inside|outside)|report_request_endorsed)\b/u;
    const plans = statements.flatMap((sql) => {
      const values = Array.from(sql.matchAll(/\?/gu), () => null);
      return rows<{ detail: string }>(desk.test.ledger.write, `EXPLAIN QUERY PLAN ${sql}`, ...values)
        .filter(({ detail }) => detail.startsWith('SCAN') && !bounded.test(detail))
        .map(({ detail }) => `${detail} <- ${sql}`);
    });
    expect(plans.filter((plan) => plan.includes('media_report') || plan.includes('media_request'))).toEqual(
      [],
    );
  });
});
