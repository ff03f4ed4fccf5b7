import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { exactForm } from '../../../../shared/kernel/folding/exact.ts';
import { fold } from '../../../../shared/kernel/folding/fold.ts';
import { findFolded } from '../../../../shared/kernel/folding/highlight.ts';
import {
  indexText,
  MAX_QUERY_LENGTH,
  matches,
  matchQuery,
  queryTerms,
} from '../../../../shared/kernel/folding/tokens.ts';
import { CONTINUES } from '../../../../shared/kernel/folding/units.ts';
import { anyText, hasSamples, naughtyStrings, sampleNames, withSamples } from './samples.ts';

// Many runs and big texts: on a busy machine they need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const db = new Database(':memory:');
db.exec(`CREATE VIRTUAL TABLE search USING fts5(exact, folded, content='', contentless_delete=1,
  tokenize='ascii', prefix='1')`);
const insert = db.prepare('INSERT INTO search(rowid, exact, folded) VALUES (?, ?, ?)');
const clear = db.prepare('DELETE FROM search');
const select = db.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid').pluck();

afterAll(() => {
  db.close();
});

function fill(rows: readonly (readonly string[])[]): void {
  clear.run();
  rows.forEach((fields, row) => insert.run(row, indexText(fields, 'exact'), indexText(fields, 'folded')));
}

function hits(query: string, form: 'exact' | 'folded'): unknown[] {
  const expression = matchQuery(query, form, form);
  return expression === undefined ? [] : select.all(expression);
}

function scan(rows: readonly (readonly string[])[], query: string, form: 'exact' | 'folded'): number[] {
  return rows.flatMap((fields, row) => (matches(fields, query, form) ? [row] : []));
}

describe('the index of bigrams', () => {
  it('lists pairs, then the last character, field by field', () => {
    expect(indexText(['渡邊太郎', 'Ａ', '', 'a𠮷'], 'folded')).toBe('渡辺 辺太 太郎 郎 a a吉 吉');
    expect(indexText(['渡邊', 'a𠮷'], 'exact')).toBe('渡邊 邊 a𠮷 𠮷');
  });

  it('writes a query as prefix or phrases and nothing of it as syntax', () => {
    expect(matchQuery('渡', 'folded')).toBe('"渡" *');
    expect(matchQuery('渡邊', 'folded', 'folded')).toBe('"folded" : ("渡辺")');
    expect(matchQuery('渡邊太 A', 'exact')).toBe('"渡邊 邊太" AND "a" *');
    expect(matchQuery('"*', 'folded')).toBe('"\uFDD1\uFDD9"');
    expect(matchQuery('a', 'folded', 'x"y')).toBe('"x""y" : ("a" *)');
    expect(matchQuery(' 　\u200B\0', 'folded')).toBeUndefined();
  });

  it('finds the same rows as looking through all of them, for any texts and queries, exact and folded', () => {
    const rowsAndQueries = fc.record({
      rows: fc.array(fc.array(anyText, { maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      queries: fc.array(anyText, { minLength: 1, maxLength: 4 }),
      cuts: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 })), {
        maxLength: 6,
      }),
    });
    let found = 0;
    fc.assert(
      fc.property(rowsAndQueries, ({ rows, queries, cuts }) => {
        fill(rows);
        const parts = cuts.map(([row, field, at, length]) => {
          const fields = rows[row % rows.length] ?? [];
          const text = fields[field % Math.max(fields.length, 1)] ?? '';
          const from = at % Math.max(text.length, 1);
          return text.slice(from, from + length);
        });
        for (const query of [...queries, ...parts]) {
          for (const form of ['exact', 'folded'] as const) {
            const expected = scan(rows, query, form);
            found += expected.length;
            expect(hits(query, form)).toEqual(expected);
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(5000);
  });

  it('finds a row by each character and each part of its text, and by any writing of it', () => {
    const rows = [['渡邊 太郎', 'ﾎﾟﾝﾌﾟ-1号'], ['𠮷田'], ['サーバールーム']];
    fill(rows);
    for (const query of [
      '渡',
      '辺',
      '郎',
      '邉太',
      '渡辺太郎',
      '太郎 渡',
      'ぷ',
      'ポンプ',
      'ぽんぷー1',
      '-1',
      'ﾎﾟ',
      '号',
    ])
      expect([query, hits(query, 'folded')]).toEqual([query, query === 'ぽんぷー1' ? [] : [0]]);
    expect(hits('吉', 'folded')).toEqual([1]);
    expect(hits('吉', 'exact')).toEqual([]);
    expect(hits('𠮷', 'exact')).toEqual([1]);
    for (const query of ['サーバ', 'サーバー', 'ｻｰﾊﾞﾙｰﾑ', 'ーバー', 'ムー'])
      expect(hits(query, 'folded')).toEqual([2]);
    expect(hits('郎ぽ', 'folded')).toEqual([]);
    expect(hits('太郎ポンプ', 'folded')).toEqual([]);
  });

  it('finds under folding what it finds exactly, combining marks and queries of nothing but long marks aside', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.integer({ min: 1, max: 4 }), (text, at, length) => {
        const exact = [...exactForm(text)].filter((character) => !CONTINUES.test(character)).join('');
        const from = at % Math.max(exact.length, 1);
        const query = exact.slice(from, from + length);
        if (/\p{Cs}/u.test(query) || /^[ー~‐-―−〜-]*$/u.test(query)) return;
        expect([query, matches([exact], query)]).toEqual([query, true]);
      }),
      { numRuns: 20_000 },
    );
  });

  it('cuts a query that is too long and finds nothing by an empty one', () => {
    expect(queryTerms('あ'.repeat(1_000_000), 'folded')).toEqual(['あ'.repeat(MAX_QUERY_LENGTH)]);
    fill([['あ'.repeat(1000)]]);
    expect(hits('あ'.repeat(1_000_000), 'folded')).toEqual([0]);
    expect(hits('あ '.repeat(1_000_000), 'folded')).toEqual([0]);
    expect(hits([...'abcdefghijklmnopqrstuvwxyzいろはにほへと'].join(' '), 'folded')).toEqual([]);
    expect(matches(['あ'], ' ')).toBe(false);
    expect(matches([], 'あ')).toBe(false);
  });
});

describe('findFolded', () => {
  it('gives the parts of the source, with what belongs to them', () => {
    const text = '第１サーバー室　葛\u{E0100}城 渡 邊';
    const parts = (query: string): string[] =>
      findFolded(text, query).map(({ start, end }) => text.slice(start, end));
    expect(parts('サーバ')).toEqual(['サーバー']);
    expect(parts('葛')).toEqual(['葛\u{E0100}']);
    expect(parts('渡辺')).toEqual(['渡 邊']);
    expect(parts('1')).toEqual(['１']);
    expect(parts('ば 第 なし')).toEqual(['第', 'バー']);
    expect(findFolded('ｶﾞｶﾞ', 'が')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(findFolded('あいうえ', 'あい いう')).toEqual([{ start: 0, end: 3 }]);
    expect(findFolded('㈱', '株')).toEqual([{ start: 0, end: 1 }]);
    expect(findFolded('あ', '')).toEqual([]);
  });

  it('finds something exactly when the reference finds one of the terms', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        const some = queryTerms(query, 'folded').some((term) => fold(text).includes(term));
        expect(findFolded(text, query).length > 0).toBe(some);
      }),
      { numRuns: 5000 },
    );
  });
});

describe.skipIf(!hasSamples)(withSamples('the index on third-party samples'), () => {
  it('finds names as the scan does', () => {
    const rows = sampleNames()
      .filter((_, index) => index % 7 === 0)
      .map((name) => [name.kanji, name.katakana, name.romaji]);
    fill(rows);
    for (const query of ['斉藤', '渡', '渡邉', '髙', 'さい', 'ﾜﾀﾅ', 'た なか', 'SA', '澤', 'ーか', '田 や'])
      expect(hits(query, 'folded')).toEqual(scan(rows, query, 'folded'));
  });

  it('finds naughty strings by themselves and breaks on none', () => {
    const rows = naughtyStrings().map((text) => [text]);
    fill(rows);
    rows.forEach(([text = ''], row) => {
      const found = hits(text, 'folded');
      if (row % 10 === 0) expect(found).toEqual(scan(rows, text, 'folded'));
      if (queryTerms(text, 'folded').length > 0) expect(found).toContain(row);
    });
  });
});
