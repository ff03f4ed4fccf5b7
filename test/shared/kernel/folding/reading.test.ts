import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareByReading, readingKey } from '../../../../shared/kernel/folding/reading.ts';
import { anyText } from './samples.ts';

describe('compareByReading', () => {
  it('sorts in the order of the fifty sounds', () => {
    const sorted = [
      'Abe',
      'あおき',
      'アベ',
      'いとう',
      'かとう',
      'がとう',
      'かとうだ',
      'さいとう',
      'はっとり',
      'はつはな',
      'はな',
      'バナ',
      'ぱな',
      'わだ',
      'ん',
      '阿部',
    ];
    expect(sorted.toReversed().toSorted(compareByReading)).toEqual(sorted);
  });

  it.each([
    ['カード', 'かあど'],
    ['ハハ', 'ハバ'],
    ['はつ', 'ばっ'],
    ['びよう', 'ひよこ'],
    ['きょう', 'きよう'],
  ])('puts %s before %s', (a, b) => {
    expect(compareByReading(a, b)).toBeLessThan(0);
    expect(compareByReading(b, a)).toBeGreaterThan(0);
  });

  it('counts katakana, width and decomposed marks alike', () => {
    expect(new Set(['ガード', 'がーど', 'ｶﾞｰﾄﾞ', 'か\u3099ーと゛'].map(readingKey)).size).toBe(1);
  });

  it('is a total order that agrees with the keys in UTF-8, as SQLite compares them', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const order = compareByReading(a, b);
        expect(Math.sign(compareByReading(b, a))).toBe(-Math.sign(order) + 0);
        expect(order === 0).toBe(a === b);
        const bytes = Buffer.compare(Buffer.from(readingKey(a)), Buffer.from(readingKey(b)));
        if (bytes !== 0) expect(Math.sign(order)).toBe(bytes);
      }),
      { numRuns: 5000 },
    );
  });
});
