import { fold } from '../../../kernel/folding/fold.ts';
import type { StocktakeRow } from '../model.ts';

/**
 * What a number typed or scanned at a stocktake comes to. `twice`: that line was ticked before. `elsewhere`: one of the register
 * that ought not to be there (out or lost). `stranger`: no medium in use has that number.
 */
export type Scan =
  | { readonly what: 'seen' | 'twice'; readonly row: StocktakeRow }
  | { readonly what: 'elsewhere'; readonly row: StocktakeRow }
  | { readonly what: 'stranger'; readonly text: string };

/** The rows of a stocktake by their folded numbers, for {@link scanned}. */
export function byNumber(rows: readonly StocktakeRow[]): ReadonlyMap<string, StocktakeRow> {
  return new Map(rows.map((row) => [fold(row.number), row]));
}

/** Reads what a scanner or somebody typed; undefined for nothing. `seen` holds the ids ticked so far. */
export function scanned(
  text: string,
  rows: ReadonlyMap<string, StocktakeRow>,
  seen: ReadonlySet<string>,
): Scan | undefined {
  const number = fold(text);
  if (number === '') return undefined;
  const row = rows.get(number);
  if (row === undefined) return { what: 'stranger', text: text.trim() };
  if (row.state !== 'kept') return { what: 'elsewhere', row };
  return { what: seen.has(row.id) ? 'twice' : 'seen', row };
}
