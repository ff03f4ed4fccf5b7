import { fastPath } from './fast-path.ts';
import { CONTINUES, normaliseCluster, unitsOf } from './units.ts';

const general = (text: string): string =>
  unitsOf(text, normaliseCluster)
    .map((unit) => unit.text)
    .join('');

const fast = fastPath(general, [CONTINUES], false);

/**
 * The form under which a hit counts as exact: the same characters once width, case, composition (NFKC) and white space
 * and invisible characters are set aside. Kind of kana, long marks and kanji variants still count, so 渡邊 is an exact
 * hit for 渡邊 and a folded one for 渡辺. Case does not count, since SQLite's ascii tokenizer could not tell it either.
 * Idempotent; never throws; the result is well-formed and free of white space and controls.
 */
export function exactForm(text: string): string {
  return fast(text) ?? general(text);
}
