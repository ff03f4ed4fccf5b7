import type { AccountRow, AccountState } from '../../../shared/accounts/model.ts';

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The accounts in these states whose name, reading or identifier holds the text, in any case or width; by reading. */
export function chosenAccounts(
  rows: readonly AccountRow[],
  text: string,
  states: readonly AccountState[],
): readonly AccountRow[] {
  const wanted = folded(text);
  return rows
    .filter(
      (row) =>
        states.includes(row.state) &&
        [row.name, row.reading, row.identifier].some((part) => folded(part).includes(wanted)),
    )
    .toSorted((a, b) => (a.reading || a.name).localeCompare(b.reading || b.name, 'ja'));
}

/** A pasted line that names nobody who can be closed. */
export interface LineProblem {
  readonly line: number;
  readonly text: string;
  readonly why: 'unknown' | 'closed' | 'self';
  readonly name: string;
}

export interface ReadLines {
  readonly ids: readonly string[];
  readonly problems: readonly LineProblem[];
}

/** Reads identifiers typed or pasted one a line, in any case or width. Empty lines and repetitions say nothing. */
export function readLines(text: string, rows: readonly AccountRow[], self: string): ReadLines {
  const ids = new Set<string>();
  const problems: LineProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const typed = line.trim();
    if (typed === '') continue;
    const row = rows.find(({ identifier }) => identifier === folded(typed));
    const why =
      row === undefined
        ? 'unknown'
        : row.id === self
          ? 'self'
          : row.state === 'closed'
            ? 'closed'
            : undefined;
    if (row !== undefined && why === undefined) ids.add(row.id);
    else if (why !== undefined) problems.push({ line: index + 1, text: typed, why, name: row?.name ?? '' });
  }
  return { ids: [...ids], problems };
}
