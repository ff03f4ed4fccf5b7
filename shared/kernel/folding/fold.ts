import { fastPath } from './fast-path.ts';
import { CONTINUES, normaliseCluster, type Unit, unitsOf } from './units.ts';
import { canonicalKanji } from './variants.ts';

/** A folded text with, for each of its UTF-16 indices, the range of the source it came from (end exclusive). */
export interface FoldedText {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const DASHES = /[‐‑‒–—―−]/u;
const KANA = /[\u3041-\u3096\u3099-\u309A\u309D-\u309F\u31F0-\u31FF]/u;
const MARK = /[ー~-]/u;

const VOICED_WA_ROW: ReadonlyMap<string, string> = new Map([
  ['ヷ', 'わ\u3099'],
  ['ヸ', 'ゐ\u3099'],
  ['ヹ', 'ゑ\u3099'],
  ['ヺ', 'を\u3099'],
]);

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x30f5 || code === 0x3095) return 'か';
  if (code === 0x30f6 || code === 0x3096) return 'け';
  if ((code >= 0x30a1 && code <= 0x30f4) || code === 0x30fd || code === 0x30fe)
    return String.fromCharCode(code - 0x60);
  if (character === '〜') return '~';
  if (DASHES.test(character)) return '-';
  return VOICED_WA_ROW.get(character) ?? canonicalKanji(character);
}

/** All of the folding except the long marks: one character with its combining marks. */
function foldCluster(cluster: string): string {
  let folded = '';
  for (const character of normaliseCluster(cluster)) folded += foldCharacter(character);
  return folded.normalize('NFC');
}

/**
 * Long marks. After kana ー is dropped wherever it stands; a dash or wave there is taken for one too, unless a Latin
 * letter or digit follows (ポンプ-1). Away from kana ー is a badly typed dash (03ー1234). A dash with a combining mark
 * is left alone. The range of a dropped mark goes to the unit before it.
 */
function foldLongMarks(units: readonly Unit[], afterKana: boolean): Unit[] {
  const kept: Unit[] = [];
  const isMarkAt = (index: number): boolean =>
    MARK.test(units[index]?.text ?? '') && !CONTINUES.test(units[index + 1]?.text ?? '');
  let index = 0;
  while (index < units.length) {
    let next = index;
    while (isMarkAt(next)) next += 1;
    const before = kept.at(-1);
    const dashesToo = !/[0-9a-z]/u.test(units[next]?.text ?? '');
    let lengthens = before === undefined ? afterKana : KANA.test(before.text);
    let end = before?.end ?? 0;
    const dashes: Unit[] = [];
    for (const mark of units.slice(index, next)) {
      lengthens &&= dashesToo || mark.text === 'ー';
      if (lengthens) end = mark.end;
      else dashes.push(mark.text === 'ー' ? { ...mark, text: '-' } : mark);
    }
    end = Math.min(end, units[next]?.start ?? end);
    if (before !== undefined && end > before.end) kept.splice(-1, 1, { ...before, end });
    kept.push(...dashes, ...units.slice(next, next + 1));
    index = next + 1;
  }
  return kept;
}

const join = (units: readonly Unit[]): string => units.map((unit) => unit.text).join('');
const foldedUnits = (text: string, afterKana: boolean): Unit[] =>
  foldLongMarks(unitsOf(text, foldCluster), afterKana);

const fast = fastPath((text) => join(foldedUnits(text, false)), [CONTINUES, MARK], true);

/**
 * The form under which texts are searched and compared loosely. Set aside are: width, case and composition (NFKC),
 * white space and invisible characters, hiragana and katakana, every way of writing a voiced mark, ヶ ヵ against ケ カ,
 * long marks after kana (サーバ = サーバー = ｻｰﾊﾞ-), the kinds of dash, and kanji variants (`variants.ts`).
 * Kept are: small っ ゃ ゅ ょ, ゐ ゑ, 々, kanji numerals, and characters merely alike (一 and ー, ニ and 二).
 *
 * ㈱ and （株） fold to (株), but not to 株式会社: typing either letter by letter would lose the hits of the other halfway.
 *
 * Idempotent; never throws; the result is well-formed (a lone surrogate becomes U+FFFD). It depends on the Unicode
 * version of the runtime only where NFKC does.
 */
export function fold(text: string): string {
  return fast(text) ?? join(foldedUnits(text, false));
}

/**
 * The folded form of something searched for, which may begin in the middle of a word: like `fold`, but marks at its
 * beginning are read as standing after kana, so ーバー is found in サーバー. A query of nothing but marks keeps them.
 */
export function foldQuery(text: string): string {
  const inWord = join(foldedUnits(text, true));
  return inWord === '' ? fold(text) : inWord;
}

/** `fold(text)` together with where each of its UTF-16 units comes from in the source. */
export function foldWithMap(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const unit of foldedUnits(text, false)) {
    folded += unit.text;
    for (let index = 0; index < unit.text.length; index += 1) {
      starts.push(unit.start);
      ends.push(unit.end);
    }
  }
  return { folded, starts, ends };
}
