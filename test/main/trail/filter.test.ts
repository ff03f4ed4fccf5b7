import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Writer } from '../../../main/trail/change.ts';
import { compareViews } from '../../../main/trail/compare-views.ts';
import { entries } from '../../../main/trail/queries.ts';
import { forgetEntries } from '../../../main/trail/forget.ts';
import { place } from '../../../main/trail/place.ts';
import { replay } from '../../../main/trail/replay.ts';
import { BLOCK, sortIn } from '../../../main/trail/waiting.ts';
import { ownHead } from '../../../main/trail/append.ts';
import { type ReadDb, rows, type WriteDb } from '../../../main/vault/db.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { groupOf, TRAIL_GROUPS } from '../../../shared/trail/groups.ts';
import type { TrailFilter, TrailRow } from '../../../shared/trail/model.ts';
import { SITE, type TestLedger, testLedger } from './ledger.ts';

const HOUR = DAY / 24;
const BEGIN = Date.UTC(2026, 3, 1);
const ACTORS = ['01990000-0000-7000-8000-000000000003', '01990000-0000-7000-8000-000000000004', 'system'];
const VISITS = ['01990000-0000-7000-9000-000000000001', '01990000-0000-7000-9000-000000000002'];

let test: TestLedger;
let all: readonly TrailRow[];

/** What happened at step `n`: something of every group, by different people about different things. */
function happening(n: number): NewSuimonEvent {
  const site = `site:${SITE}` as const;
  const account = `account:${ACTORS[n % 2]}` as const;
  switch (n % 7) {
    case 0:
      return { type: 'session.opened', version: 1, subject: account, data: {} };
    case 1:
      return { type: 'account.passwordChanged', version: 1, subject: account, data: {} };
    case 2:
    case 3:
      return {
        type: 'visit.cancelled',
        version: 1,
        subject: `visit:${VISITS[n % 3 === 0 ? 0 : 1]}`,
        data: { reason: `"subject":"x","type":"y","version":1} ${n}` },
      };
    case 4:
      return {
        type: 'badge.lost',
        version: 1,
        subject: `badge:${VISITS[0]}`,
        data: { visitId: null, reason: '紛失' },
      };
    case 5:
      return {
        type: 'session.refused',
        version: 1,
        subject: site,
        data: { identifier: 'x', times: 1, first: BEGIN, last: BEGIN },
      };
    default:
      return {
        type: 'trail.verified',
        version: 1,
        subject: site,
        data: { size: 1, head: '', result: n % 2 === 0 ? 'verified' : 'broken', firstBad: null },
      };
  }
}

beforeAll(async () => {
  test = testLedger();
  let now = BEGIN;
  const writer = new Writer(test.ledger.write, () => now, { committed() {}, readOnly() {} });
  for (let n = 0; n < 140; n += 1) {
    // The clock goes back twice: by two days, and by a little.
    now += n === 60 ? -2 * DAY : n === 100 ? -HOUR / 2 : HOUR;
    // Visits of the door are not in the projection's tables here: what is tested is the trail's own view.
    await writer.change(ACTORS[n % 3] ?? '', () => ({ events: [happening(n)], value: null }));
  }
  all = entries(test.ledger.read, {}, undefined, 1000);
});
afterAll(() => test.remove());

const isType = (type: string): type is Parameters<typeof groupOf>[0] => type !== 'erased';

/** What a filter lets through, found by looking at every entry. */
function expected({ group, actor, from, until, subject }: TrailFilter): readonly number[] {
  return all
    .filter(
      (row) =>
        (group === undefined || (isType(row.type) && groupOf(row.type) === group)) &&
        (actor === undefined || row.actor === actor) &&
        (from === undefined || row.at >= from) &&
        (until === undefined || row.at < until) &&
        (subject === undefined || row.subject === subject),
    )
    .map(({ seq }) => seq);
}

function combinations(): readonly TrailFilter[] {
  const periods = [
    {},
    { from: BEGIN + DAY },
    { until: BEGIN + 2 * DAY },
    { from: BEGIN + DAY, until: BEGIN + 3 * DAY },
  ];
  return periods.flatMap((period) =>
    [undefined, ...TRAIL_GROUPS].flatMap((group) =>
      [undefined, ...ACTORS].flatMap((actor) =>
        [undefined, `visit:${VISITS[0]}`, `site:${SITE}`].map((subject) => ({
          ...period,
          ...(group && { group }),
          ...(actor && { actor }),
          ...(subject && { subject }),
        })),
      ),
    ),
  );
}

describe('the trail filtered', () => {
  it('by group, actor, period, subject and all of them together shows just what fits, also where the clock went back', () => {
    expect(all).toHaveLength(140 + 2 + 1);
    expect(rows(test.ledger.read, 'SELECT * FROM trail_anomaly')).toHaveLength(2);
    // Some entries wait, the blocks before them do not.
    expect(rows(test.ledger.read, 'SELECT place FROM trail_wait')).toHaveLength(all.length - 2 * BLOCK + 1);
    expect(rows(test.ledger.read, 'SELECT place FROM trail_group')).toHaveLength(2 * BLOCK - 1);
    const filters = combinations();
    expect(filters).toHaveLength(4 * (TRAIL_GROUPS.length + 1) * 4 * 3);
    for (const filter of filters) {
      const found = entries(test.ledger.read, filter, undefined, 1000).map(({ seq }) => seq);
      expect(found, JSON.stringify(filter)).toEqual(expected(filter));
    }
    expect(filters.filter((filter) => expected(filter).length > 0).length).toBeGreaterThan(100);
  });

  it('is read in pages, each going on where the one before ended', () => {
    for (const filter of combinations()) {
      const paged: number[] = [];
      for (let before: number | undefined; ; ) {
        const page = entries(test.ledger.read, filter, before, 7).map(({ seq }) => seq);
        paged.push(...page);
        before = page.at(-1);
        if (before === undefined) break;
      }
      expect(paged, JSON.stringify(filter)).toEqual(expected(filter));
    }
  });

  it('takes who, when, about what and whether it is signed from the payload as it stands, whatever the data says', () => {
    const [newest] = entries(test.ledger.read, { group: 'door' }, undefined, 1);
    expect(newest).toMatchObject({ type: 'visit.cancelled', signed: false, actorName: newest?.actor });
    expect(JSON.parse(newest?.raw ?? '')).toMatchObject({
      type: 'visit.cancelled',
      subject: newest?.subject,
      at: newest?.at,
    });
  });

  it('reads through no large table, whatever the combination', () => {
    const heard = new Set<string>();
    const listening: ReadDb = {
      prepare(sql) {
        heard.add(sql);
        return test.ledger.read.prepare(sql);
      },
    };
    for (const filter of combinations()) entries(listening, filter, 50, 7);
    expect(heard.size).toBeGreaterThan(8);
    const plans = [...heard].flatMap((sql) => {
      const values = Array.from(sql.matchAll(/\?/gu), () => null);
      return rows<{ detail: string }>(test.ledger.write, `EXPLAIN QUERY PLAN ${sql}`, ...values).map(
        ({ detail }) => detail,
      );
    });
    // A subquery already cut off by LIMIT, and the few steps back of the clock.
    expect(plans.filter((detail) => /^SCAN (?!f\b|\(subquery-\d+\))/u.test(detail))).toEqual([]);
    expect(plans.filter((detail) => /USING .*\((?:place|grp|actor|subject)[<>]\?\)$/u.test(detail))).toEqual(
      [],
    );
  });

  it('is the same after a replay', () => {
    expect(differs()).toBeUndefined();
  });

  it('forgets entries that are erased as a replay without them does', () => {
    const db = test.ledger.write;
    const [first, last] = [place(1, 20), place(1, 90)];
    db.exec('BEGIN');
    db.exec('DROP TRIGGER chain_payload_no_delete');
    sortIn(db);
    forgetEntries(db, [[first, last]]);
    // The steps back of the clock are never erased: what they say is kept apart.
    db.exec(`DELETE FROM trail_anomaly WHERE place BETWEEN ${first} AND ${last}`);
    db.exec(`DELETE FROM chain_payload WHERE place BETWEEN ${first} AND ${last}`);
    // What an erasure does first, wherever it is applied.
    const found = differs(db, sortIn);
    db.exec('ROLLBACK');
    expect(found).toBeUndefined();
  });
});

/** The first table that differs from what a replay into empty tables gives. */
function differs(
  source: ReadDb = test.ledger.read,
  finish: (db: WriteDb) => void = () => {},
): string | undefined {
  const scratch = test.ledger.scratch();
  scratch.db.exec('BEGIN');
  for (const _ of replay(source, scratch.db, 1, ownHead(source)?.seq ?? 0));
  finish(scratch.db);
  scratch.db.exec('COMMIT');
  const comparing = compareViews(test.ledger.write, scratch.db);
  let step = comparing.next();
  while (step.done !== true) step = comparing.next();
  scratch.close();
  return step.value;
}
