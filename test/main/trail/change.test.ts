import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { ownHead } from '../../../main/trail/append.ts';
import { Writer } from '../../../main/trail/change.ts';
import { trailStatus } from '../../../main/trail/queries.ts';
import { rows, run } from '../../../main/vault/db.ts';
import { filler, SITE, type TestLedger, testLedger, written } from './ledger.ts';

let test: TestLedger;
let now: number;
let commits: number[];
let readOnly: string[];
let writer: Writer;

function newWriter(): Writer {
  return new Writer(test.ledger.write, () => now, {
    committed: (head) => commits.push(head.seq),
    readOnly: (reason) => readOnly.push(reason),
  });
}

beforeEach(() => {
  test = testLedger();
  now = 2_000;
  commits = [];
  readOnly = [];
  writer = newWriter();
});
afterEach(() => test.remove());

const size = () => ownHead(test.ledger.read)?.seq;

describe('the way of one change', () => {
  it('commits events and tells the head', async () => {
    const reply = await writer.change('actor', () => ({ events: [filler(1), filler(2)], value: 'done' }));
    expect(reply).toEqual(ok('done'));
    expect(size()).toBe(3);
    expect(commits).toEqual([3]);
  });

  it('changes nothing when the decision is a refusal', async () => {
    const reply = await writer.change('actor', () => ({ refusal: { code: 'no', field: 'x' } }));
    expect(reply).toEqual(refuse('no', { field: 'x' }));
    expect(size()).toBe(1);
    expect(commits).toEqual([]);
  });

  it('rolls back what was written and throws on when a projection or rule fails', async () => {
    const failing = writer.change('actor', (db) => {
      run(db, 'INSERT INTO trail_anomaly (place, previous, now) VALUES (5, 5, 5)');
      throw new Error('planted');
    });
    await expect(failing).rejects.toThrow('planted');
    expect(rows(test.ledger.read, 'SELECT * FROM trail_anomaly')).toEqual([]);
    expect(size()).toBe(1);
    expect(await writer.change('actor', () => ({ events: [filler(1)], value: null }))).toEqual(ok(null));
  });

  it('lets changes wait for their turn, in order, while one goes in steps', async () => {
    const order: string[] = [];
    const long = writer.changeInSteps(
      'actor',
      function* () {
        for (const n of [1, 2, 3]) {
          order.push(`step ${n}`);
          yield [filler(n)];
        }
        return 'long';
      },
      () => false,
    );
    const short = writer.change('actor', () => {
      order.push('short');
      return { events: [filler(9)], value: 'short' };
    });
    expect(await Promise.all([long, short])).toEqual([ok('long'), ok('short')]);
    expect(order).toEqual(['step 1', 'step 2', 'step 3', 'short']);
    expect(size()).toBe(5);
  });

  it('leaves nothing of a change in steps that was cancelled', async () => {
    let steps = 0;
    const reply = await writer.changeInSteps(
      'actor',
      function* () {
        for (;;) {
          steps += 1;
          yield [filler(steps)];
        }
      },
      () => steps === 3,
    );
    expect(reply).toEqual(refuse('cancelled'));
    expect(size()).toBe(1);
  });

  it('refuses a change whose session ended while it waited', async () => {
    let open = true;
    const first = writer.change('actor', () => {
      open = false;
      return { events: [filler(1)], value: null };
    });
    const second = writer.change(
      'actor',
      () => ({ events: [filler(2)], value: null }),
      () => open,
    );
    expect(await Promise.all([first, second])).toEqual([ok(null), refuse('no-session')]);
    expect(size()).toBe(2);
  });

  it('U7 UPDATE, DELETE and REPLACE on the chain are stopped through the connection that writes', () => {
    test.write([filler(1)], 2_000);
    for (const statement of [
      'UPDATE chain_entry SET hash = zeroblob(32)',
      'DELETE FROM chain_entry',
      "UPDATE chain_site SET code = 'other'",
      "UPDATE chain_payload SET bytes = x'00'",
      'DELETE FROM chain_payload',
      "INSERT OR REPLACE INTO chain_payload (place, bytes) SELECT place, x'00' FROM chain_entry",
      'INSERT OR REPLACE INTO chain_entry SELECT * FROM chain_entry',
      'INSERT INTO chain_entry SELECT place + 5, site, seq + 5, prev, payload, hash FROM chain_entry WHERE seq = 2',
    ]) {
      expect(() => test.ledger.write.exec(statement), statement).toThrow(/chain: /u);
    }
    expect(() => test.ledger.read.prepare('DELETE FROM chain_payload').run()).toThrow(/readonly/u);
    expect(size()).toBe(2);
  });
});

describe('F8 a clock that goes back', () => {
  it('is recorded before the change, once for each step back, and the chain goes on', async () => {
    await writer.change('a', () => ({ events: [filler(1)], value: null }));
    now = 1_500;
    await writer.change('a', () => ({ events: [filler(2)], value: null }));
    now = 1_600;
    await writer.change('a', () => ({ events: [filler(3)], value: null }));
    const newest = written(test.ledger.read, 4).map(({ seq, at, actor, data }) => ({
      seq,
      at,
      actor,
      data,
    }));
    expect(newest).toEqual([
      { seq: 5, at: 1_600, actor: 'a', data: { previous: 3, now: 3 } },
      { seq: 4, at: 1_500, actor: 'a', data: { previous: 2, now: 2 } },
      { seq: 3, at: 1_500, actor: 'system', data: { previous: 2_000, now: 1_500 } },
      { seq: 2, at: 2_000, actor: 'a', data: { previous: 1, now: 1 } },
    ]);
  });

  it('is noticed across a restart', async () => {
    await writer.change('a', () => ({ events: [filler(1)], value: null }));
    now = 1_200;
    await newWriter().change('a', () => ({ events: [filler(2)], value: null }));
    expect(written(test.ledger.read, 2).map(({ data }) => data)).toEqual([
      { previous: 2, now: 2 },
      { previous: 2_000, now: 1_200 },
    ]);
    expect(trailStatus(test.ledger.read)).toMatchObject({ site: SITE, size: 4 });
  });
});

describe('F5 appending to the trail fails', () => {
  it('leaves the change absent, tells why, and refuses every change until the ledger is opened anew', async () => {
    await writer.change('a', () => ({ events: [filler(1)], value: null }));
    const pages = test.ledger.write.prepare('PRAGMA page_count').get();
    const limit = Object.values(pages as Record<string, number>)[0] ?? 0;
    test.ledger.write.prepare(`PRAGMA max_page_count = ${limit}`).get();
    const large = Array.from({ length: 200 }, (_, n) => filler(n));
    expect(await writer.change('a', () => ({ events: large, value: null }))).toEqual(
      refuse('trail-unwritable', { detail: { reason: 'disk-full' } }),
    );
    expect(size()).toBe(2);
    expect(readOnly).toEqual(['disk-full']);
    expect(await writer.change('a', () => ({ events: [filler(2)], value: null }))).toEqual(
      refuse('read-only', { detail: { reason: 'disk-full' } }),
    );
    test.ledger.write.prepare('PRAGMA max_page_count = 1073741823').get();
    expect(await newWriter().change('a', () => ({ events: [filler(2)], value: null }))).toEqual(ok(null));
  });
});
