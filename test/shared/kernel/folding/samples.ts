import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const data = new URL('../../../../../shared/data/', import.meta.url);
const names = new URL('japanese/names.yml', data);
const naughty = new URL('malformed/blns/blns.json', data);

/** True when the third-party samples beside the repository are there. */
export const hasSamples = existsSync(names) && existsSync(naughty);

/** Title of a group of tests that needs the samples: says why it was skipped. */
export const withSamples = (title: string): string =>
  hasSamples ? title : `${title} (skipped: no ../shared/data)`;

export interface NameSample {
  readonly kanji: string;
  readonly hiragana: string;
  readonly katakana: string;
  readonly romaji: string;
}

export function sampleNames(): readonly NameSample[] {
  const rows = readFileSync(names, 'utf8').matchAll(/\['(.*?)', '(.*?)', '(.*?)', '(.*?)'\]/gu);
  return [...rows].map(([, kanji = '', hiragana = '', katakana = '', romaji = '']) => ({
    kanji,
    hiragana,
    katakana,
    romaji,
  }));
}

export function naughtyStrings(): readonly string[] {
  const list: unknown = JSON.parse(readFileSync(naughty, 'utf8'));
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}

const pieces = [
  ...'渡辺邊邉斎斉齋齊藤髙高崎﨑濵浜𠮷吉一ー二ニロ口ヶケけがガはハぱパヷわゐ々っサバポンプ',
  ...'ｻﾊﾞﾟｰ゛゜\u3099\u309Aー-－―−〜～~・（）()㈱①Ａａaz09"\'*:^&%_.\\',
  ...' 　\t\n\0\u200B\u200F\uFEFF\uFE0F\u{E0100}\uFFFD\uFDD0\uE000😀👨‍👩‍👧é\u0301İΣßﬁ´¨각ᄀ\u1161ㅏ',
  '\uD842',
  '\uDFB7',
];

/** Short texts over few characters that matter, so that queries hit, mixed with anything at all, broken text included. */
export const anyText = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((list) => list.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
      .map((codes) => String.fromCharCode(...codes)),
  },
);
