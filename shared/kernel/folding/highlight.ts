import { foldWithMap } from './fold.ts';
import { queryTerms } from './tokens.ts';

/** A part of a text in UTF-16 indices, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the terms of a query are found in a text under folding: ranges of the source, in order and not overlapping.
 * Every occurrence of every term counts; a text that lacks one of the terms may still have hits of the others, since
 * they can be in another field.
 */
export function findFolded(text: string, query: string): readonly TextRange[] {
  const { folded, starts, ends } = foldWithMap(text);
  const found: TextRange[] = [];
  for (const term of queryTerms(query, 'folded')) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      found.push({ start: starts[at] ?? 0, end: ends[at + term.length - 1] ?? text.length });
    }
  }
  const merged: TextRange[] = [];
  for (const range of found.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last === undefined || range.start >= last.end) merged.push(range);
    else merged.splice(-1, 1, { start: last.start, end: Math.max(last.end, range.end) });
  }
  return merged;
}
