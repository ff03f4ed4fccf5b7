import type { ListRow } from './list.ts';

/** A title, the office's name, a date: so many rows may stand above the words that name the columns. */
const LOOKED_AT = 30;

/**
 * Finds the row that names the columns: of the first rows the one with most cells that `known` knows as a header, at least
 * two; otherwise the first whose cells are nearly as many as the widest of them has. Answers its index among `rows`; -1 if
 * there is no row.
 */
export function findHeader(rows: readonly ListRow[], known: (text: string) => boolean): number {
  const head = rows.slice(0, LOOKED_AT);
  const filled = head.map(({ cells }) => cells.filter((cell) => cell.trim() !== ''));
  const words = filled.map((cells) => cells.filter(known).length);
  const most = Math.max(0, ...words);
  if (most >= 2) return words.indexOf(most);
  const widest = Math.max(0, ...filled.map((cells) => cells.length));
  return filled.findIndex((cells) => cells.length * 4 >= widest * 3);
}
