import { exactForm } from './exact.ts';
import { fold } from './fold.ts';

const SMALL = 'ぁぃぅぇぉっゃゅょゎ';
const FULL = 'あいうえおつやゆよわ';

const VOWELS: ReadonlyMap<string, string> = new Map(
  [
    'あかさたなはまやらわ',
    'いきしちにひみりゐ',
    'うくすつぬふむゆる',
    'えけせてねへめれゑ',
    'おこそとのほもよろを',
  ].flatMap((row) => [...row].map((kana): readonly [string, string] => [kana, row.charAt(0)])),
);

/**
 * A key that sorts readings in 五十音順 when compared code point by code point (SQLite's BINARY collation, or
 * `compareByReading`), after JIS X 4061: first by plain kana, ー counting as the vowel before it; then 清音 before 濁音
 * before 半濁音; then ー before small before full size kana. Katakana and hiragana count alike, other characters by
 * code point after folding.
 */
export function readingKey(text: string): string {
  let plain = '';
  let voices = '';
  let sizes = '';
  let before = '';
  for (const character of exactForm(text).normalize('NFD')) {
    if (character === '\u3099' || character === '\u309A') {
      voices = `${voices.slice(0, -1)}${character === '\u3099' ? '1' : '2'}`;
      continue;
    }
    const vowel = character === 'ー' ? VOWELS.get(before) : undefined;
    const folded = vowel ?? fold(character);
    const small = SMALL.indexOf(folded);
    before = small < 0 ? folded : FULL.charAt(small);
    plain += before;
    voices += '0'.repeat(before.length);
    sizes += (vowel !== undefined ? '0' : small >= 0 ? '1' : '2').repeat(before.length);
  }
  return `${plain}\u0001${voices}\u0001${sizes}`;
}

function compareCodePoints(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;
  const low = /[\uDC00-\uDFFF]/u.test(a.charAt(index)) || /[\uDC00-\uDFFF]/u.test(b.charAt(index));
  const at = low && index > 0 ? index - 1 : index;
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}

/** Order of two readings, for `Array.sort`: by `readingKey`, then by code point so that only equal texts compare as 0. */
export function compareByReading(a: string, b: string): number {
  return compareCodePoints(readingKey(a), readingKey(b)) || compareCodePoints(a, b);
}
