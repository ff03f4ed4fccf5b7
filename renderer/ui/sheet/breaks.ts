/** How high a part of a sheet is, in any one unit. For a table the head is what every piece of it has beside its rows. */
export type PartHeight =
  | { readonly kind: 'block'; readonly height: number }
  | { readonly kind: 'table'; readonly head: number; readonly rows: readonly number[] };

/** A part, or some rows of one, on a page: rows `from` to before `to`. A block has none. */
export interface Slice {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** The room for parts on the first page and on each later one, in the same unit. */
export interface Room {
  readonly first: number;
  readonly later: number;
}

/**
 * Distributes parts over pages in their order: a block whole, a table between its rows, never its head without a row. What is
 * higher than a whole page gets one of its own. There is at least one page.
 */
export function breakIntoPages(parts: readonly PartHeight[], room: Room): readonly (readonly Slice[])[] {
  const pages: Slice[][] = [[]];
  let left = room.first;
  const put = (slice: Slice): void => {
    pages.at(-1)?.push(slice);
  };
  /** Goes to the next page unless this one has room, or is still empty and the next would have no more. */
  const makeRoom = (height: number): void => {
    const empty = pages.at(-1)?.length === 0;
    if (height <= left || (empty && left >= room.later)) return;
    pages.push([]);
    left = room.later;
  };

  for (const [part, measured] of parts.entries()) {
    if (measured.kind === 'block') {
      makeRoom(measured.height);
      put({ part, from: 0, to: 0 });
      left -= measured.height;
      continue;
    }
    const { head, rows } = measured;
    let from = 0;
    do {
      makeRoom(head + (rows[from] ?? 0));
      left -= head;
      let to = from;
      do {
        left -= rows[to] ?? 0;
        to += 1;
      } while (to < rows.length && (rows[to] ?? 0) <= left);
      put({ part, from, to: Math.min(to, rows.length) });
      from = to;
    } while (from < rows.length);
  }
  return pages;
}
