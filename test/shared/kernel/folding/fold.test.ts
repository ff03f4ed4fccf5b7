import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { exactForm } from '../../../../shared/kernel/folding/exact.ts';
import { fold, foldQuery, foldWithMap } from '../../../../shared/kernel/folding/fold.ts';
import { canonicalKanji, VARIANT_GROUPS } from '../../../../shared/kernel/folding/variants.ts';
import { anyText, hasSamples, naughtyStrings, sampleNames, withSamples } from './samples.ts';

// Many runs and big texts: on a busy machine they need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

describe('fold', () => {
  it.each([
    ['width and case', ['ＡＢＣ-１２３', 'abc-123', 'ABC－123']],
    ['width of kana', ['ポンプ', 'ﾎﾟﾝﾌﾟ', 'ぽんぷ']],
    ['voiced marks', ['ガ', 'が', 'ｶﾞ', 'カ\u3099', 'か゛', 'ｶ゛', 'か\u3099', 'カﾞ']],
    ['voiced marks of the わ row', ['ヷ', 'わ゛', 'ﾜﾞ', 'ワ\u3099']],
    ['ゔ', ['ヴ', 'ゔ', 'ｳﾞ', 'う゛']],
    ['ヶ and ケ', ['霞ヶ関', '霞ケ関', '霞ｹ関', '霞ゖ関', '霞け関']],
    ['ヵ and カ', ['三ヵ所', '三カ所', '三か所']],
    [
      'long marks',
      ['サーバ', 'サーバー', 'ｻｰﾊﾞｰ', 'サ―バ―', 'サ‐バ‐', 'サ−バ−', 'サ-バ-', 'サ〜バ～', 'さーば'],
    ],
    ['long marks inside a compound', ['サーバールーム', 'サーバルーム']],
    ['dashes between digits', ['03-1234-5678', '03−1234−5678', '03ー1234ー5678', '０３－１２３４－５６７８']],
    ['white space', ['渡辺太郎', '渡辺　太郎', ' 渡辺 太郎\t', '渡辺\u200B太郎\uFEFF', '渡\u202E辺太郎']],
    ['variation selectors', ['葛城', '葛\u{E0100}城', '葛\uFE00城']],
    ['渡辺', ['渡辺', '渡邊', '渡邉', '渡邊\u{E0101}']],
    ['斎藤', ['斎藤', '斉藤', '齋藤', '齊藤']],
    ['高崎', ['高崎', '髙﨑', '高嵜', '髙崎']],
    ['浜', ['浜', '濱', '濵']],
    ['吉', ['吉野家', '𠮷野家']],
    ['compatibility ideographs', ['神都塚', '\uFA19\uFA26\uFA10']],
    ['㈱', ['㈱水道', '(株)水道', '（株）水道']],
    ['circled digits and square words', ['①センチ', '1㌢', '１ｾﾝﾁ'].slice(1)],
    ['final sigma', ['ΑΣ', 'ας', 'ασ']],
  ])('gives one form: %s', (_, texts) => {
    expect(new Set(texts.map(fold)).size).toBe(1);
  });

  it.each([
    ['未', '末'],
    ['土', '士'],
    ['己', '已'],
    ['已', '巳'],
    ['日', '曰'],
    ['口', 'ロ'],
    ['力', 'カ'],
    ['一', 'ー'],
    ['一', '-'],
    ['夕', 'タ'],
    ['ニ', '二'],
    ['八', 'ハ'],
    ['エ', '工'],
    ['ト', '卜'],
    ['へ', '亠'],
    ['崎', '埼'],
    ['崎', '碕'],
    ['荻', '萩'],
    ['官', '宮'],
    ['高', '亨'],
    ['柿', '杮'],
    ['藪', '籔'],
    ['坂', '阪'],
    ['壁', '璧'],
    ['祇', '祗'],
    ['崇', '祟'],
    ['天', '夫'],
    ['千', '干'],
    ['今', '令'],
    ['渕', '測'],
    ['は', 'ば'],
    ['ば', 'ぱ'],
    ['つ', 'っ'],
    ['ゆ', 'ゅ'],
    ['い', 'ゐ'],
    ['え', 'ゑ'],
    ['一', '壱'],
    ['一', '1'],
    ['O', '0'],
    ['l', '1'],
    ['々', '仝'],
    ['㈱', '株式会社'],
    ['ポンプ-1', 'ポンプ1'],
  ])('keeps apart %s and %s', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it('gives the folded text itself', () => {
    expect(fold('㈱ 髙﨑サーバー　Ａ-1号')).toBe('(株)高崎さばa-1号');
    expect(fold('ー')).toBe('-');
    expect(fold('')).toBe('');
  });

  it('reads marks at the beginning of a query as inside a word', () => {
    expect(foldQuery('ーバー')).toBe('ば');
    expect(foldQuery('-室')).toBe('室');
    expect(foldQuery('-1')).toBe('-1');
    expect(foldQuery('ー')).toBe('-');
  });

  it('makes every character well-formed, free of white space, and stable when folded again', {
    timeout: 60_000,
  }, () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const character = String.fromCodePoint(code);
      if (/\p{Cn}|[\u{F0000}-\u{10FFFF}]/u.test(character)) continue;
      for (const form of [fold, exactForm]) {
        const once = form(character);
        if (form(once) !== once || /[\s\p{Cc}\p{Cs}]/u.test(once)) unstable.push(code.toString(16));
      }
      if (fold(exactForm(character)) !== fold(character)) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('is idempotent, and folds what is exactly the same to the same, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(exactForm(exactForm(text))).toBe(exactForm(text));
        expect(fold(exactForm(text))).toBe(fold(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it('gives with the quick way what the general way gives, each unit with its part of the source', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, starts, ends } = foldWithMap(text);
        expect(folded).toBe(fold(text));
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        starts.forEach((start, index) => {
          const end = ends[index] ?? 0;
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          const next = starts[index + 1] ?? text.length;
          expect(next === start || next >= end).toBe(true);
        });
      }),
      { numRuns: 20_000 },
    );
  });

  it('gives a dropped mark no more of the source than its own, even where jamo stand behind it', () => {
    expect(foldWithMap('ヶ−\u3131\u314F')).toEqual({ folded: 'け가', starts: [0, 1], ends: [1, 4] });
  });

  it('stays quick for a cell of a million characters', () => {
    const marks = 'か'.padEnd(1_000_000, '-');
    expect(fold(marks)).toBe('か');
    expect(fold('サーバー'.repeat(250_000)).length).toBe(500_000);
    expect(fold('a'.padEnd(1_000_000, '\u0301')).startsWith('á')).toBe(true);
  });
});

describe('exactForm', () => {
  it('sets aside width, case, composition and white space only', () => {
    expect(exactForm('Ａｂ ｶﾞ\u200B①')).toBe('abガ1');
    expect(exactForm('か\u3099')).toBe('が');
    expect(exactForm('渡邊 サーバー ヶ')).toBe('渡邊サーバーヶ');
    expect(exactForm('a\uD800')).toBe('a\uFFFD');
  });
});

describe('the kanji variants', () => {
  it('lists each character once, as one normalised Han character, in groups of two and more', () => {
    const all = VARIANT_GROUPS.flat();
    expect(all.filter((character, index) => all.indexOf(character) !== index)).toEqual([]);
    expect(all.filter((character) => !/^\p{Script=Han}$/u.test(character))).toEqual([]);
    expect(all.filter((character) => character.normalize('NFKC') !== character)).toEqual([]);
    expect(VARIANT_GROUPS.filter((group) => group.length < 2)).toEqual([]);
  });

  it('folds each form to the first of its group', () => {
    for (const [canonical = '', ...forms] of VARIANT_GROUPS)
      for (const form of [canonical, ...forms]) {
        expect(canonicalKanji(form)).toBe(canonical);
        expect(fold(form)).toBe(canonical);
      }
  });

  it.each([
    ['澤廣國邊濱藏德黑', '沢広国辺浜蔵徳黒'],
    ['惠眞壽實龍瀧曾條', '恵真寿実竜滝曽条'],
    ['嶋嶌峯埜冨舘栁桒', '島島峰野富館柳桑'],
    ['彌榮學櫻關鐵鹽與', '弥栄学桜関鉄塩与'],
    ['龜齡戀灣錄瀨賴步', '亀齢恋湾録瀬頼歩'],
    ['薮橋槗彥姬靜淸靑', '薮橋橋彦姫静清青'],
  ])('knows %s as %s', (old, modern) => {
    expect(fold(old)).toBe(modern);
  });
});

describe.skipIf(!hasSamples)(withSamples('fold on third-party samples'), () => {
  it('folds the katakana of every name to its hiragana', () => {
    const names = sampleNames();
    expect(names.length).toBeGreaterThan(13_000);
    expect(names.filter((name) => fold(name.katakana) !== fold(name.hiragana))).toEqual([]);
  });

  it('never merges two kana readings that differ in more than long marks', () => {
    const readings = new Set(sampleNames().map((name) => name.hiragana));
    expect(new Set([...readings].map(fold)).size).toBe(readings.size);
  });

  it('survives every naughty string', () => {
    for (const text of naughtyStrings()) {
      const folded = fold(text);
      expect(fold(folded)).toBe(folded);
      expect(folded).not.toMatch(/\p{Cs}/u);
      expect(foldWithMap(text).folded).toBe(folded);
    }
  });
});
