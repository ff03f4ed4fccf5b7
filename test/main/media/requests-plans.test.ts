import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../../main/vault/db.ts';
import { REQUEST_KINDS, REQUEST_STATES } from '../../../shared/media/requests/model.ts';
import { leaving } from '../entries/door.ts';
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

const heard = new Set<string>();
let desk: RequestsDesk;

beforeAll(async () => {
  desk = await openRequests((sql) => heard.add(sql));
  const submit = async (over: Parameters<typeof asking>[1] = {}) =>
    (await desk.did('operator', 'submit', { details: asking(desk.room, over) })).id;
  const visitId = await desk.letIn();
  const one = await submit({ classification: classified(3) });
  await decide(desk, 'officer', one);
  await desk.did('operator', 'resubmit', { requestId: one, details: asking(desk.office) });
  await desk.did('operator', 'carryIn', { ...moving(one), visitId });
  await desk.atDoor('leave', leaving(visitId));
  await desk.did('operator', 'handOver', { ...moving(one), to: '山本', reason: '継続' });
  await desk.did('officer', 'withdraw', { requestId: one, reason: '中止', password: PASSWORD });
  await desk.did('operator', 'takeOut', moving(one));
  for (const back of [true, false]) {
    const id = await submit({ kind: 'transfer', destination: '本庁', means: '運搬', areaId: desk.office });
    await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本' });
    const reminding = { whom: '山本', how: 'phone', said: '返却を頼んだ', next: null } as const;
    await desk.did('operator', 'remind', { requestId: id, reminding });
    const { due: before } = (await desk.did('operator', 'request', { id })).request;
    const later = { before, due: before + 1, reason: '延長', password: PASSWORD };
    await desk.did('officer', 'putOff', { requestId: id, ...later });
    await desk.did('officer', 'request', { id });
    if (back) await desk.did('operator', 'giveBack', moving(id));
    else await desk.did('operator', 'deliver', { ...moving(id), to: '佐藤' });
  }
  await desk.did('operator', 'retract', { requestId: await submit(), reason: '不要' });
  await decide(desk, 'third', await submit({ classification: classified(3) }));
  desk.order({ kind: 'account-suspend' }, 'third');
  const urgent = { reason: '停止', allowedBy: '課長', visitId, seal: '' };
  await desk.did('operator', 'emergency', { details: asking(desk.room), ...urgent });
  await desk.did('operator', 'saveDraft', { id: people.operator.id, title: '', form: '' });
  await desk.did('operator', 'dropDraft', { id: people.operator.id });
  for (let n = 0; n < 60; n += 1) await submit({ purpose: `用件${n}` });

  for (const name of ['counts', 'inbox', 'carried', 'overdue', 'ready', 'drafts'] as const)
    await desk.did('officer', name, {});
  await desk.did('operator', 'request', { id: one });
  await desk.did('operator', 'ofVisit', { visitId });
  for (const field of ['bearer', 'organisation', 'asset', 'destination'] as const)
    for (const text of ['', '監', 'kan']) await desk.did('operator', 'suggest', { field, text });
  const narrowing = {
    mediumId: people.operator.id,
    bearer: '渡邊 一郎',
    organisation: '株式会社みなと電機',
    asset: '監視盤1号',
    officerId: people.officer.id,
    requesterId: people.operator.id,
    templateId: people.operator.id,
  };
  const filters = [
    {},
    ...Object.entries(narrowing).map(([key, value]) => ({ [key]: value })),
    narrowing,
    { bearer: narrowing.bearer, asset: narrowing.asset },
  ];
  for (const filter of filters)
    for (const state of [undefined, ...REQUEST_STATES])
      for (const kind of [undefined, REQUEST_KINDS[0]]) {
        const course = { ...(state && { state }), ...(kind && { kind }) };
        await desk.did('auditor', 'requests', { filter: { ...filter, ...course }, offset: 5, limit: 20 });
      }
}, 60_000);
afterAll(() => desk.remove());

/** Tables that stay small: areas, accounts, sites, a row for each 1,024 entries of the chain, words of SQL itself. */
const SMALL = /^SCAN (?:media_request_block|entries_area|chain_site|json_each|CONSTANT ROW|accounts_\w+)\b/u;
/** An index that holds what is inside, outside or not carried yet, and nothing else. */
const BOUNDED = /USING (?:COVERING )?INDEX media_request_(?:inside|outside|not_yet)\b/u;

describe('no statement about requests reads through a large table', () => {
  it('neither a query, nor a command, nor the projection', () => {
    const statements = [...heard].filter(
      (sql) => /media_/u.test(sql) && /^\s*(?:SELECT|UPDATE|DELETE|INSERT)/u.test(sql),
    );
    expect(statements.length).toBeGreaterThan(60);
    const found = statements.flatMap((sql) => {
      const values = Array.from(sql.matchAll(/\?/gu), () => null);
      return rows<{ detail: string }>(desk.test.ledger.write, `EXPLAIN QUERY PLAN ${sql}`, ...values)
        .map(({ detail }) => detail)
        .filter((detail) => detail.startsWith('SCAN') && !SMALL.test(detail) && !BOUNDED.test(detail))
        .map((detail) => `${detail} <- ${sql}`);
    });
    expect(found).toEqual([]);
  });

  it('and a list is sorted by its index, not after reading it', () => {
    const lists = [...heard].filter((sql) => /media_request v .*LIMIT \? OFFSET \?/su.test(sql));
    expect(lists.length).toBeGreaterThan(10);
    for (const sql of lists) {
      const values = Array.from(sql.matchAll(/\?/gu), () => null);
      const plan = rows<{ detail: string }>(desk.test.ledger.write, `EXPLAIN QUERY PLAN ${sql}`, ...values);
      expect(
        plan
          .filter(({ detail }) => detail.includes('TEMP B-TREE'))
          .map(({ detail }) => `${detail} <- ${sql}`),
      ).toEqual([]);
    }
  });
});
