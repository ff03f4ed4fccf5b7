import { fold } from '../../../kernel/folding/fold.ts';
import type { StocktakeRow } from '../model.ts';

/**
 * What a number typed or scanned at a stocktake comes to. `twice`: that line was ticked before. `out`, `lost`, `place`: one of
 * the register that ought not to be here, because it is out, lost, or kept elsewhere. `stranger`: no medium in use has that number.
 */
export type Scan =
  | { readonly what: 'seen' | 'twice' | 'out' | 'lost' | 'place'; readonly row: StocktakeRow }
  | { readonly what: 'stranger'; readonly text: string };

/** Media by their folded numbers, for {@link scanned}. */
export function byNumber(rows: readonly StocktakeRow[]): ReadonlyMap<string, StocktakeRow> {
  return new Map(rows.map((row) => [fold(row.number), row]));
}

/** Whether a stocktake of a place (null: of all) has to tick a medium. */
export function isDue({ state, place }: StocktakeRow, at: string | null): boolean {
  return state === 'kept' && (at === null || place === at);
}

/**
 * Reads what a scanner or somebody typed; undefined for nothing. `seen` holds the ids ticked so far, `at` the place that stock is
 * taken of, null for all.
 */
export function scanned(
  text: string,
  rows: ReadonlyMap<string, StocktakeRow>,
  seen: ReadonlySet<string>,
  at: string | null,
): Scan | undefined {
  const number = fold(text);
  if (number === '') return undefined;
  const row = rows.get(number);
  if (row === undefined) return { what: 'stranger', text: text.trim() };
  if (row.state === 'out' || row.state === 'lost') return { what: row.state, row };
  if (!isDue(row, at)) return { what: 'place', row };
  return { what: seen.has(row.id) ? 'twice' : 'seen', row };
}
