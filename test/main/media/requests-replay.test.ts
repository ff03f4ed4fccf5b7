import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { rows } from '../../../main/vault/db.ts';
import { BLOCK } from '../../../main/media/requests/projection/counts.ts';
import { requestEvents } from '../../../shared/media/requests/events.ts';
import type { RequestFilter } from '../../../shared/media/requests/contract.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { REQUEST_KINDS, REQUEST_STATES } from '../../../shared/media/requests/model.ts';
import { DAY, fiscalYear } from '../../../shared/kernel/time.ts';
import type { MediaRecords } from '../../../shared/media/retention.ts';
import { verifyLedger } from '../../../main/trail/verification.ts';
import { isOver } from './meeting-steps.ts';
import { officers as twoOfficers } from '../trail/retention/eraser.ts';
import {
  asking,
  classified,
  decide,
  moving,
  openRequests,
  PASSWORD,
  people,
  type RequestsDesk,
} from './requests-desk.ts';
import { ASSETS, BEARERS, type Made, ORGANISATIONS, Step, take } from './requests-steps.ts';

let desk: RequestsDesk;
afterEach(() => desk.remove());

describe('a replay of the whole chain into empty tables', () => {
  it('gives the same tables after every kind of event', async () => {
    desk = await openRequests();
    const same = () => expect(desk.differs()).toBeUndefined();
    const submit = async (over: Parameters<typeof asking>[1] = {}) => {
      const { id } = await desk.did('operator', 'submit', { details: asking(desk.room, over) });
      same();
      return id;
    };
    const visitId = await desk.letIn();
    const one = await submit({ classification: classified(3) });
    await decide(desk, 'officer', one);
    same();
    await desk.did('operator', 'resubmit', { requestId: one, details: asking(desk.office) });
    same();
    await desk.did('operator', 'carryIn', { ...moving(one), visitId });
    same();
    await desk.did('operator', 'handOver', { ...moving(one), to: '山本', reason: '継続' });
    same();
    await desk.did('officer', 'withdraw', { requestId: one, reason: '中止', password: PASSWORD });
    same();
    await desk.did('operator', 'takeOut', moving(one));
    same();
    const out = { kind: 'transfer', destination: '本庁', means: '運搬', areaId: desk.office } as const;
    for (const end of ['giveBack', 'deliver'] as const) {
      const id = await submit(out);
      await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本' });
      same();
      const reminding = { whom: '山本', how: 'mail', said: '返却を頼んだ', next: desk.now + DAY } as const;
      await desk.did('operator', 'remind', { requestId: id, reminding });
      same();
      const before = (await desk.did('operator', 'request', { id })).request.due;
      const later = { before, due: before + DAY, reason: '延長', password: PASSWORD };
      await desk.did('officer', 'putOff', { requestId: id, ...later });
      same();
      if (end === 'deliver') await desk.did('operator', 'deliver', { ...moving(id), to: '佐藤' });
      else await desk.did('operator', 'giveBack', moving(id));
      same();
    }
    await desk.did('operator', 'retract', { requestId: await submit(), reason: '不要' });
    same();
    const urgent = { reason: '停止', allowedBy: '課長', visitId, seal: '' };
    const details = asking(desk.room, { classification: classified(3) });
    const { id } = await desk.did('operator', 'emergency', { details, ...urgent });
    same();
    const waiting = await submit({ classification: classified(3) });
    for (const about of [id, waiting]) await decide(desk, 'third', about);
    desk.order({ kind: 'account-suspend' }, 'third');
    same();
    const written = rows<{ bytes: Buffer }>(desk.test.ledger.read, 'SELECT bytes FROM chain_payload').map(
      ({ bytes }) => /"type":"([^"]+)"/u.exec(bytes.toString('utf8'))?.[1] ?? '',
    );
    expect(Object.keys(requestEvents).filter((type) => !written.includes(type))).toEqual([]);
  }, 60_000);
});

const maybe = <T>(values: readonly T[]) => fc.constantFrom(undefined, undefined, ...values);
/** A filter of any shape over what the steps make. */
const Filter: fc.Arbitrary<RequestFilter> = fc.record({
  state: maybe(REQUEST_STATES),
  kind: maybe(REQUEST_KINDS),
  bearer: maybe(BEARERS),
  organisation: maybe(ORGANISATIONS),
  asset: maybe(ASSETS),
  officerId: maybe([people.officer.id, people.second.id]),
  requesterId: maybe([people.operator.id, people.officer.id]),
});

/** The same asked of every request one by one. */
function passes(request: Request, withdrawnBy: ReadonlyMap<string, string>, filter: RequestFilter): boolean {
  const { state, kind, bearer, organisation, asset, officerId, requesterId } = filter;
  const officers = [...request.decisions.map((one) => one.officerId), withdrawnBy.get(request.id)];
  return (
    [
      [state, request.state],
      [kind, request.kind],
      [bearer, request.bearer],
      [organisation, request.organisation],
      [asset, request.details.asset],
      [requesterId, request.requesterId],
    ].every(([wanted, has]) => wanted === undefined || wanted === '' || wanted === has) &&
    (officerId === undefined || officers.includes(officerId))
  );
}

async function check(made: Made): Promise<void> {
  const db = desk.test.ledger.read;
  expect(desk.differs()).toBeUndefined();
  const all: Request[] = [];
  for (const id of made.requests.toReversed())
    all.push((await desk.did('auditor', 'request', { id })).request);
  for (const { decisions } of all) expect(decisions.every(({ signatureHolds }) => signatureHolds)).toBe(true);
  // Never one's own, never one person twice for one revision.
  for (const { requesterId, decisions } of all) {
    const approvers = decisions.filter(({ counts, decision }) => counts && decision === 'approve');
    expect(decisions.map(({ officerId }) => officerId)).not.toContain(requesterId);
    expect(new Set(approvers.map(({ officerId }) => officerId)).size).toBe(approvers.length);
  }
  for (const { state, rule, decisions } of all)
    if (state === 'approved')
      expect(decisions.filter(({ counts, decision }) => counts && decision === 'approve')).toHaveLength(
        rule.officers,
      );
  const withdrawals = rows<{ bytes: Buffer }>(
    db,
    `SELECT p.bytes FROM chain_payload p WHERE instr(p.bytes, '"type":"request.withdrawn"') > 0`,
  ).map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as { subject: string; actor: string });
  const withdrawnBy = new Map(withdrawals.map(({ subject, actor }) => [subject.slice(8), actor]));
  for (const filter of [{}, ...fc.sample(Filter, 12)]) {
    const expected = all.filter((request) => passes(request, withdrawnBy, filter)).map(({ id }) => id);
    for (const [offset, limit] of [
      [0, 100],
      [2, 3],
      [expected.length, 5],
    ] as const) {
      const page = await desk.did('auditor', 'requests', { filter, offset, limit });
      expect([page.rows.map(({ id }) => id), page.total], JSON.stringify(filter)).toEqual([
        expected.slice(offset, offset + limit),
        expected.length,
      ]);
    }
  }
  const inside = all.filter(({ whereabouts }) => whereabouts === 'inside');
  const outside = all.filter(({ whereabouts }) => whereabouts === 'outside');
  for (const who of ['operator', 'officer', 'second'] as const) {
    const me = people[who].id;
    const waits = all.filter(
      ({ state, requesterId, decisions }) =>
        ['submitted', 'endorsed', 'notified', 'emergency'].includes(state) &&
        requesterId !== me &&
        !decisions.some(
          ({ officerId, counts, decision }) => officerId === me && counts && decision === 'approve',
        ),
    );
    expect(await desk.did(who, 'counts', {})).toEqual({
      toDecide: who === 'operator' ? 0 : waits.length,
      emergencies: all.filter(({ state }) => state === 'emergency').length,
      returned: all.filter(({ state, requesterId }) => state === 'returned' && requesterId === me).length,
      inside: inside.length,
      outside: outside.length,
      overdue: [...inside, ...outside].filter(({ due }) => due < desk.now).length,
      dueSoon: outside.filter(({ due }) => due >= desk.now && due <= desk.now + 3 * DAY).length,
    });
    if (who !== 'operator')
      expect((await desk.did(who, 'inbox', {})).map(({ id }) => id).toSorted()).toEqual(
        waits.map(({ id }) => id).toSorted(),
      );
  }
  expect(rows(db, 'SELECT block, n FROM media_request_block ORDER BY block')).toEqual(
    rows(db, `SELECT no / ${BLOCK} AS block, count(*) AS n FROM media_request GROUP BY 1 ORDER BY 1`),
  );
  // Nobody has left while a medium of theirs was inside and not handed over.
  const stuck = rows(
    db,
    `SELECT r.no FROM media_request r JOIN entries_visit v ON v.id = r.visit_id
     WHERE r.whereabouts = 'inside' AND r.handed = 0 AND v.state <> 'inside'`,
  );
  expect(stuck).toEqual([]);
}

/**
 * Two officers erase what is closed: nothing else is gone, and what is left is listed, counted and reported as before. Content lists go first, as
 * they do; then requests, what the register holds no longer, and the requests that spoke of it.
 */
async function eraseWhatIsClosed(made: Made): Promise<void> {
  const pair = twoOfficers(desk.test, desk.now);
  const year = fiscalYear(desk.now);
  const erase = (kind: MediaRecords) => {
    pair.erase({ ledger: 'media', kind, fiscalYear: year }, desk.now, 3);
    expect(desk.differs(), kind).toBeUndefined();
  };
  erase('media-contents');
  let standing: readonly string[] = made.requests;
  const requests = async () => {
    const kept: string[] = [];
    for (const id of standing) if (!(await isOver(desk, id))) kept.push(id);
    erase('media-requests');
    expect(
      rows<{ id: string }>(desk.test.ledger.read, 'SELECT id FROM media_request')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(kept.toSorted());
    standing = kept;
  };
  await requests();
  erase('media-register');
  await requests();
  await check({ ...made, requests: [...standing] });
  expect(
    await verifyLedger(
      desk.test.ledger,
      () => undefined,
      () => false,
    ),
  ).toMatchObject({ state: 'verified', viewsCompared: true });
}

describe('whatever is done with requests', () => {
  it('nobody decides on their own or twice, every list and count is right, and a replay gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 20, maxLength: 90, size: 'max' }), async (steps) => {
        desk = await openRequests();
        try {
          const made: Made = { media: [], templates: [], requests: [], visits: [], suspended: false };
          for (const step of steps) await take(desk, step, made);
          await check(made);
          await eraseWhatIsClosed(made);
        } finally {
          desk.remove();
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
