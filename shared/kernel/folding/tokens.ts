import { exactForm } from './exact.ts';
import { fold, foldQuery } from './fold.ts';
import { CONTINUES } from './units.ts';

/** Under which form two texts are compared: `exact` (see `exactForm`) or `folded` (see `fold`). */
export type SearchForm = 'exact' | 'folded';

/** A query is cut to this many UTF-16 units: a text pasted by mistake must not become a phrase of a million bigrams. */
export const MAX_QUERY_LENGTH = 256;

const toForm = (text: string, form: SearchForm): string => (form === 'exact' ? exactForm(text) : fold(text));

/** White space, unless a mark follows: without the space it would combine with the character before. */
const BETWEEN_TERMS = new RegExp(`\\s+(?!\\s|${CONTINUES.source})`, 'u');

/**
 * The terms of a query, in the form asked for and without repeats; white space parts them and each of them must be found.
 * Empty for a query without a visible character.
 */
export function queryTerms(query: string, form: SearchForm): readonly string[] {
  const terms = query
    .slice(0, MAX_QUERY_LENGTH)
    .split(BETWEEN_TERMS)
    .map((term) => (form === 'exact' ? exactForm(term) : foldQuery(term)));
  return [...new Set(terms)].filter((term) => term !== '');
}

/**
 * FTS5's ascii tokenizer takes ASCII other than letters and digits for separators. Its 32 printing ones become the
 * noncharacters U+FDD0 to U+FDEF, made for use inside a program and never left in a normalised text.
 */
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const asTokenText = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/gu, (mark) => String.fromCharCode(0xfdd0 + PUNCTUATION.indexOf(mark)));

function bigrams(text: string): string[] {
  const characters = [...asTokenText(text)];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** Each pair of neighbouring code points and the last one alone. In one pass: a bulk import spends much of its time here. */
function pairsAndLast(text: string): string {
  let written = '';
  let before = '';
  for (const character of asTokenText(text)) {
    if (before !== '') written += `${before}${character} `;
    before = character;
  }
  return written + before;
}

/**
 * What goes into an FTS5 column (`tokenize='ascii'`) for a row's fields: of each field each pair of neighbouring code
 * points and the last one alone, joined by spaces. A single character is then found as the beginning of a token, and a
 * phrase of overlapping pairs cannot run from one field into the next. `prefix=1` in the table makes the former quick.
 */
export function indexText(fields: readonly string[], form: SearchForm): string {
  return fields
    .map((field) => toForm(field, form))
    .filter((text) => text !== '')
    .map(pairsAndLast)
    .join(' ');
}

/**
 * The FTS5 MATCH expression that finds the rows `matches` finds, or undefined for a query without a visible character.
 * One character becomes a prefix, more become a phrase; terms are joined by AND. Nothing of the query reaches FTS5's
 * syntax. `column` restricts it to one column of the table.
 */
export function matchQuery(query: string, form: SearchForm, column?: string): string | undefined {
  const phrases = queryTerms(query, form).map((term) => {
    const pairs = bigrams(term);
    return pairs.length === 0 ? `"${asTokenText(term)}" *` : `"${pairs.join(' ')}"`;
  });
  if (phrases.length === 0) return undefined;
  const expression = phrases.join(' AND ');
  return column === undefined ? expression : `"${column.replaceAll('"', '""')}" : (${expression})`;
}

/**
 * The same search by looking through the fields: for rows that wait for the index, and the reference the index is tested
 * against. Every term must be in some field. An empty query finds nothing.
 */
export function matches(fields: readonly string[], query: string, form: SearchForm = 'folded'): boolean {
  const terms = queryTerms(query, form);
  const texts = fields.map((field) => toForm(field, form));
  return terms.length > 0 && terms.every((term) => texts.some((text) => text.includes(term)));
}
