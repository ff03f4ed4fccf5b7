import { decodeRuns } from '../../../shared/trail/retention/runs.ts';

/** Places from the first to the last, both included. */
export type Piece = readonly [first: number, last: number];

/**
 * SQL of the rows of a table of which the column lies in one of the pieces given as JSON: single entries lie scattered, and a
 * statement for each would take longer than what it does. All are names of the program's own, `row` the one for the table's row.
 */
export function inPieces(table: string, row: string, column: string): string {
  return `json_each(?) piece CROSS JOIN ${table} ${row}
    ON ${row}.${column} BETWEEN piece.value ->> 0 AND piece.value ->> 1`;
}

/** The places of an erasure's runs, in portions of at most `size` entries. `base` is the key before the first of the chain. */
export function* portionsOf(
  runs: readonly number[],
  base: number,
  size: number,
): Generator<readonly Piece[], void> {
  let portion: Piece[] = [];
  let room = size;
  for (const { first, last } of decodeRuns(runs)) {
    for (let from = first; from <= last; ) {
      const until = Math.min(last, from + room - 1);
      portion.push([base + from, base + until]);
      room -= until - from + 1;
      from = until + 1;
      if (room > 0) continue;
      yield portion;
      portion = [];
      room = size;
    }
  }
  if (portion.length > 0) yield portion;
}
