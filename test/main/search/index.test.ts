import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QUEUE, searchIndex } from '../../../main/search/index.ts';
import { row, run, type WriteDb } from '../../../main/vault/db.ts';
import { type TestLedger, testLedger } from '../trail/ledger.ts';

const index = searchIndex('test_search');
let test: TestLedger;
let db: WriteDb;

beforeEach(() => {
  test = testLedger();
  db = test.ledger.write;
  db.exec(`CREATE VIRTUAL TABLE test_search USING fts5(
      folded, exact, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1');
    INSERT INTO test_search (test_search, rank) VALUES ('pgsz', 3900);
    CREATE TABLE test_search_wait (doc INTEGER PRIMARY KEY, fields TEXT NOT NULL, indexed INTEGER NOT NULL) STRICT`);
});
afterEach(() => test.remove());

const find = (text: string, within?: { first: number; last: number }) =>
  [...index.find(db, text, within)].map(({ doc, exact }) => `${doc}${exact ? '' : '~'}`);
const waiting = () => row<{ n: number }>(db, 'SELECT count(*) AS n FROM test_search_wait')?.n;

function fill(from: number, to: number): void {
  db.exec('BEGIN');
  for (let doc = from; doc <= to; doc += 1) index.add(db, doc, ['埋草', `${doc}`]);
  db.exec('COMMIT');
}

describe('the full-text index', () => {
  it('finds what waits and what is indexed alike, exact before folded, the newest first within each', () => {
    index.add(db, 1, ['渡辺 一郎']);
    index.add(db, 2, ['渡邊 二郎']);
    fill(3, 60);
    index.add(db, 61, ['渡邊 三郎']);
    index.add(db, 62, ['渡辺 四郎']);
    expect(waiting()).toBe(62 - QUEUE);
    expect(find('渡邊')).toEqual(['61', '2', '62~', '1~']);
    expect(find('渡')).toEqual(['62', '61', '2', '1']);
    expect(find('郎')).toEqual(['62', '61', '2', '1']);
    expect(find('渡邊 三')).toEqual(['61']);
  });

  it('empties the queue with every fiftieth document', () => {
    fill(1, QUEUE - 1);
    expect(waiting()).toBe(QUEUE - 1);
    fill(QUEUE, QUEUE);
    expect(waiting()).toBe(0);
    expect(find('埋草')).toHaveLength(QUEUE);
  });

  it('replaces a document that waits, that is indexed, and that is indexed and waits', () => {
    index.add(db, 1, ['斎藤']);
    index.replace(db, 1, ['佐藤']);
    expect([find('斎藤'), find('佐藤')]).toEqual([[], ['1']]);
    fill(2, 50);
    expect(waiting()).toBe(0);
    index.replace(db, 1, ['加藤']);
    expect([find('佐藤'), find('加藤'), find('藤')]).toEqual([[], ['1'], ['1']]);
    index.replace(db, 1, ['伊藤']);
    expect([find('加藤'), find('伊藤')]).toEqual([[], ['1']]);
    fill(51, 99);
    expect(waiting()).toBe(0);
    expect([find('佐藤'), find('加藤'), find('伊藤'), find('藤')]).toEqual([[], [], ['1'], ['1']]);
  });

  it('does not run from one field into the next', () => {
    index.add(db, 1, ['山田', '中村']);
    fill(2, 50);
    expect([find('田中'), find('山田 中村'), find('村')]).toEqual([[], ['1'], ['1']]);
  });

  it('answers nothing for a text without a visible character, and takes any text for a text', () => {
    index.add(db, 1, ['a"b* OR NEAR(c)']);
    fill(2, 50);
    expect([find(''), find(' \u200b'), find('"b*'), find('x OR a'), find('near(')]).toEqual([
      [],
      [],
      ['1'],
      [],
      ['1'],
    ]);
  });

  it('keeps to the numbers it is given', () => {
    fill(1, 120);
    expect(find('埋', { first: 98, last: 101 })).toEqual(['101', '100', '99', '98']);
  });

  it('reads no more of a common character than is asked for', () => {
    fill(1, 3000);
    let statements = 0;
    const counting = Object.assign(Object.create(db) as WriteDb, {
      prepare: (sql: string) => {
        const statement = db.prepare(sql);
        const all = statement.all.bind(statement);
        return Object.assign(statement, {
          all: (...values: unknown[]) => {
            statements += 1;
            return all(...values);
          },
        });
      },
    });
    const hits = index.find(counting, '埋');
    expect([hits.next().value, hits.next().value]).toEqual([
      { doc: 3000, exact: true },
      { doc: 2999, exact: true },
    ]);
    expect(statements).toBe(2);
  });

  it('holds pages that fit an encrypted page', () => {
    const config = row<{ v: number }>(db, "SELECT v FROM test_search_config WHERE k = 'pgsz'");
    expect(config).toEqual({ v: 3900 });
    run(db, "INSERT INTO test_search (test_search) VALUES ('delete-all')");
    expect(row(db, "SELECT v FROM test_search_config WHERE k = 'pgsz'")).toEqual({ v: 3900 });
  });
});
