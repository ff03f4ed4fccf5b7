/**
 * Browsers cannot make an element higher than some 33 million pixels (half of that at 200 % zoom), which 1,000,000 rows
 * exceed. Longer lists stand in a scroller of this height; positions in the list and in the scroller are then two things.
 */
export const HIGHEST = 8_000_000;

/** Where a list stands. `top` is the position in the list, `scroll` that of its scroller, both in pixels. */
export interface Place {
  readonly top: number;
  readonly scroll: number;
}

export interface Heights {
  /** Height of all rows. */
  readonly whole: number;
  /** Height of what is seen. */
  readonly view: number;
}

/** Height of the scroller's content. */
export function scrollerHeight({ whole }: Heights): number {
  return Math.min(whole, HIGHEST);
}

const limits = (heights: Heights) => ({
  top: Math.max(0, heights.whole - heights.view),
  scroll: Math.max(0, scrollerHeight(heights) - heights.view),
});

const within = (value: number, most: number): number => Math.min(Math.max(0, value), most);

/** The place of a position in the list, with the scroller's thumb where it belongs. */
export function placeAt(top: number, heights: Heights): Place {
  const most = limits(heights);
  const real = within(top, most.top);
  if (most.top === most.scroll) return { top: real, scroll: real };
  return { top: real, scroll: Math.round((real / most.top) * most.scroll) };
}

/**
 * The place after the scroller has moved. A small step (wheel, arrow) moves the list by as many pixels; a large one (thumb)
 * goes to the same share of the list. At the scroller's ends the list is at its ends.
 */
export function moved(before: Place, scroll: number, heights: Heights): Place {
  const most = limits(heights);
  if (most.top === most.scroll) return { top: within(scroll, most.top), scroll };
  if (scroll <= 0) return { top: 0, scroll };
  if (scroll >= most.scroll) return { top: most.top, scroll };
  const step = scroll - before.scroll;
  if (Math.abs(step) <= heights.view) return { top: within(before.top + step, most.top), scroll };
  return { top: (scroll / most.scroll) * most.top, scroll };
}
