/**
 * Syllables by the letters before the vowel, for a i u e o; an empty place is a spelling that does not occur. Hepburn
 * (ヘボン式, passport), Kunrei (訓令式, 昭和29年内閣告示第1号) and the spellings of the usual input methods together.
 */
const ROWS = `
- あ い う え お|k か き く け こ|s さ し す せ そ|t た ち つ て と|n な に ぬ ね の|h は ひ ふ へ ほ|m ま み む め も
y や _ ゆ いぇ よ|r ら り る れ ろ|w わ うぃ _ うぇ を|g が ぎ ぐ げ ご|z ざ じ ず ぜ ぞ|d だ ぢ づ で ど|b ば び ぶ べ ぼ
p ぱ ぴ ぷ ぺ ぽ|ky きゃ _ きゅ きぇ きょ|sh しゃ し しゅ しぇ しょ|sy しゃ _ しゅ しぇ しょ|ch ちゃ ち ちゅ ちぇ ちょ
ty ちゃ _ ちゅ ちぇ ちょ|cy ちゃ _ ちゅ ちぇ ちょ|ts つぁ つぃ つ つぇ つぉ|ny にゃ _ にゅ にぇ にょ|hy ひゃ _ ひゅ ひぇ ひょ
f ふぁ ふぃ ふ ふぇ ふぉ|fy ふゃ _ ふゅ _ ふょ|my みゃ _ みゅ みぇ みょ|ry りゃ _ りゅ りぇ りょ|gy ぎゃ _ ぎゅ ぎぇ ぎょ
j じゃ じ じゅ じぇ じょ|jy じゃ _ じゅ じぇ じょ|zy じゃ _ じゅ じぇ じょ|dy ぢゃ _ ぢゅ ぢぇ ぢょ|by びゃ _ びゅ びぇ びょ
py ぴゃ _ ぴゅ ぴぇ ぴょ|v ゔぁ ゔぃ ゔ ゔぇ ゔぉ|th _ てぃ _ _ _|dh _ でぃ でゅ _ _|kw くぁ _ _ _ _|gw ぐぁ _ _ _ _
`;

const SYLLABLES: ReadonlyMap<string, string> = new Map(
  ROWS.trim()
    .split(/[|\n]/u)
    .flatMap((row) => {
      const [letters = '', ...kana] = row.split(' ');
      const consonant = letters === '-' ? '' : letters;
      return kana.map((syllable, index): readonly [string, string] => [
        `${consonant}${'aiueo'.charAt(index)}`,
        syllable,
      ]);
    })
    .filter(([, syllable]) => syllable !== '_'),
);

const LONG: ReadonlyMap<string, string> = new Map([
  ...[...'āâ'].map((vowel) => [vowel, 'aa'] as const),
  ...[...'īî'].map((vowel) => [vowel, 'ii'] as const),
  ...[...'ūû'].map((vowel) => [vowel, 'uu'] as const),
  ...[...'ēê'].map((vowel) => [vowel, 'ee'] as const),
  ...[...'ōô'].map((vowel) => [vowel, 'ou'] as const),
]);

const BEFORE_CONSONANT: readonly (readonly [RegExp, string])[] = [
  [/^n(?:'|n$)/u, 'ん'],
  [/^n(?=[^aiueoy'])/u, 'ん'],
  [/^m(?=[bmp])/u, 'ん'],
  [/^([bcdfghjkprstvwyz])(?=\1)/u, 'っ'],
  [/^t(?=ch)/u, 'っ'],
  [/^-/u, 'ー'],
];

/** Letters at the end that begin a syllable and do not finish it. */
const UNFINISHED = /^[bcdfghjkmnprstvwyz]{1,3}'?$/u;

/**
 * The hiragana typed as romaji, for completing by reading: `saitou` and `saitō` give さいとう, `watan` gives わた, since
 * more may follow. With `finished` a final n is ん. Width and case do not count; white space is left out; -oh before a
 * consonant, as in passports, is おお. Empty when something in the input is not romaji.
 */
export function romajiToHiragana(input: string, finished = false): string {
  let rest = input
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[āâīîūûēêōô]/gu, (vowel) => LONG.get(vowel) ?? '')
    .replace(/\s/gu, '')
    .replaceAll('’', "'")
    .replace(/oh(?=[bcdfghjkmnprstvwz])/gu, 'oo');
  let kana = '';
  while (rest !== '') {
    const syllable = [3, 2, 1]
      .map((length) => rest.slice(0, length))
      .find((letters) => SYLLABLES.has(letters));
    const rule = BEFORE_CONSONANT.find(([pattern]) => pattern.test(rest));
    if (syllable !== undefined) {
      kana += SYLLABLES.get(syllable) ?? '';
      rest = rest.slice(syllable.length);
    } else if (rule !== undefined) {
      kana += rule[1];
      rest = rest.replace(rule[0], '');
    } else if (UNFINISHED.test(rest)) {
      return finished && rest.startsWith('n') ? `${kana}ん` : kana;
    } else return '';
  }
  return kana;
}

/**
 * All readings to complete by: `romajiToHiragana` first, then those where one n before a vowel or y is ん, as people
 * leave out the apostrophe (`shinichi` is しにち and しんいち). Without repeats; empty when the input is not romaji.
 */
export function romajiReadings(input: string, finished = false): readonly string[] {
  const places = [...input.matchAll(/nn?(?=[aiueoyāâīîūûēêōô])/giu)].slice(0, 8);
  const readings = places.map(({ index, 0: letters }) =>
    romajiToHiragana(`${input.slice(0, index)}n'${input.slice(index + letters.length)}`, finished),
  );
  return [...new Set([romajiToHiragana(input, finished), ...readings])].filter((reading) =>
    /^[^ん]/u.test(reading),
  );
}

const O_ROW = 'おこそとのほもよろをごぞどぼぽょ';
const U_ROW = 'うくすつぬふむゆるぐずづぶぷゅゔ';
const LONG_VOWEL = new RegExp(`([${O_ROW}])[うお]+|([${U_ROW}])う+`, 'gu');

/**
 * A reading in hiragana without its long o and u, as names are romanised without macrons (おおさか and osaka both give
 * おさか). Comparing two readings so finds those a romaji spelling cannot tell apart.
 */
export function withoutLongVowels(hiragana: string): string {
  return hiragana.replace(LONG_VOWEL, '$1$2');
}
