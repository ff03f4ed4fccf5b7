import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  romajiReadings,
  romajiToHiragana,
  withoutLongVowels,
} from '../../../../shared/kernel/folding/romaji.ts';
import { anyText, hasSamples, sampleNames, withSamples } from './samples.ts';

describe('romajiToHiragana', () => {
  it.each([
    ['saitou', 'さいとう'],
    ['saito', 'さいと'],
    ['Saitō', 'さいとう'],
    ['ＳＡＴＯＵ', 'さとう'],
    ['watanabe', 'わたなべ'],
    ['watan', 'わた'],
    ['watanab', 'わたなb'.slice(0, 3)],
    ['shinnichi', 'しんにち'],
    ["shin'ichi", 'しんいち'],
    ['zyunn', 'じゅん'],
    ['junya', 'じゅにゃ'],
    ["jun'ya", 'じゅんや'],
    ['ja jya zya', 'じゃじゃじゃ'],
    ['fu hu', 'ふふ'],
    ['tsu tu', 'つつ'],
    ['shi si chi ti', 'ししちち'],
    ['hattori', 'はっとり'],
    ['matcha', 'まっちゃ'],
    ['icchi', 'いっち'],
    ['zasshi', 'ざっし'],
    ['homma', 'ほんま'],
    ['nambu', 'なんぶ'],
    ['ohno', 'おおの'],
    ['satoh', 'さと'],
    ['ryuu', 'りゅう'],
    ['kyôko', 'きょうこ'],
    ['sa-ba-', 'さーばー'],
    ['sak', 'さ'],
    ['sash', 'さ'],
    ['vaio', 'ゔぁいお'],
    ['', ''],
    ['渡na', ''],
    ['xyz1', ''],
    ['sai!', ''],
  ])('gives for %s the kana %s', (romaji, kana) => {
    expect(romajiToHiragana(romaji)).toBe(kana);
  });

  it('takes a final n for ん only when the input is finished', () => {
    expect(romajiToHiragana('ken')).toBe('け');
    expect(romajiToHiragana('ken', true)).toBe('けん');
    expect(romajiToHiragana('kenn', true)).toBe('けん');
  });

  it('gives hiragana or nothing for any input, and ends', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom(..."aiueonmkshtcyō-'"), maxLength: 12 })),
        (text) => {
          expect(romajiToHiragana(text)).toMatch(/^[ぁ-ゖー]*$/u);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('romajiReadings', () => {
  it('offers ん where an apostrophe may have been left out', () => {
    expect(romajiReadings('shinichi')).toEqual(['しにち', 'しんいち']);
    expect(romajiReadings('sinniti')).toEqual(['しんにち', 'しんいち']);
    expect(romajiReadings('Nana')).toEqual(['なな', 'なんあ']);
    expect(romajiReadings('saitou')).toEqual(['さいとう']);
    expect(romajiReadings('漢')).toEqual([]);
  });
});

describe.skipIf(!hasSamples)(withSamples('romaji of third-party names'), () => {
  const fits = (readings: readonly string[], hiragana: string): boolean =>
    readings.some((reading) => withoutLongVowels(reading) === withoutLongVowels(hiragana));

  it('gives the reading of every name, long o and u aside', () => {
    const wrong = sampleNames().filter(
      ({ romaji, hiragana }) => !fits(romajiReadings(romaji, true), hiragana),
    );
    expect(wrong).toEqual([]);
  });

  it('gives it at once, but for the 18 spellings that lack an apostrophe', () => {
    const wrong = sampleNames()
      .filter(({ romaji, hiragana }) => !fits([romajiToHiragana(romaji, true)], hiragana))
      .map(({ hiragana }) => hiragana);
    expect(new Set(wrong).size).toBe(18);
    expect(wrong.filter((hiragana) => !/ん[あいうえおやゆよ]/u.test(hiragana))).toEqual([]);
  });

  it('completes every name while it is typed: each beginning gives a beginning of the reading', () => {
    const wrong = sampleNames().flatMap(({ romaji, hiragana }) =>
      [...romaji].flatMap((_, index) => {
        const typed = romaji.slice(0, index + 1);
        const readings = romajiReadings(typed).map(withoutLongVowels);
        const begins = readings.some((reading) => withoutLongVowels(hiragana).startsWith(reading));
        return begins || readings.length === 0 ? [] : [`${typed} ${hiragana}`];
      }),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});
