/** One code point of a normalised text, with the UTF-16 range of the source it stands for (end exclusive). */
export interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What is not there for a search: white space of every kind, controls, everything Unicode calls default ignorable
 * (zero width, bidi marks, variation selectors, soft hyphen, BOM) and the 32 noncharacters `tokens.ts` needs for itself.
 */
const REMOVED = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\uFDD0-\uFDEF]/u;

/** Characters that can combine with what stands before them: marks, conjoining jamo, and voiced marks of half width. */
export const CONTINUES = /[\p{M}\u1100-\u11FF\u3131-\u318E\uFFA0-\uFFDC\u309B\u309C\uFF9E\uFF9F]/u;

const inLowerCase = (text: string): string => text.toLowerCase().replaceAll('ς', 'σ').normalize('NFC');

/**
 * One character with its combining marks in NFKC and lower case. A spacing voiced mark (゛ ゜) counts as combining; a
 * spacing accent (´ ¨), which NFKC would turn into a space and a mark, stays as it is; ς becomes σ.
 */
export function normaliseCluster(cluster: string): string {
  const combining = cluster.replaceAll('\u309B', '\u3099').replaceAll('\u309C', '\u309A');
  const compatible = combining.normalize('NFKC');
  if (!/\s/u.test(compatible)) return inLowerCase(compatible);
  const [accent = '', ...rest] = combining;
  return inLowerCase(accent.normalize('NFC') + rest.join('').normalize('NFKC'));
}

/**
 * A text as normalised units, in order. `convert` turns one character with its combining marks (what was removed no
 * longer between them) into its form. Lone surrogates become U+FFFD, as they would in SQLite. A removed character that
 * is no white space (a variation selector) belongs to the range of the unit before it.
 */
export function unitsOf(text: string, convert: (cluster: string) => string): Unit[] {
  const units: Unit[] = [];
  let cluster = '';
  let start = 0;
  let end = 0;
  const flush = (): void => {
    for (const character of convert(cluster)) units.push({ text: character, start, end });
    cluster = '';
  };
  let index = 0;
  for (const character of text) {
    const next = index + character.length;
    if (REMOVED.test(character)) {
      if (end === index && !/\s/u.test(character)) end = next;
    } else {
      if (!CONTINUES.test(character)) {
        flush();
        start = index;
      } else if (cluster === '') start = index;
      cluster += /\p{Cs}/u.test(character) ? '\uFFFD' : character;
      end = next;
    }
    index = next;
  }
  flush();
  return units;
}
