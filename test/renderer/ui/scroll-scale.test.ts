import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HIGHEST, moved, placeAt, scrollerHeight } from '../../../renderer/ui/scroll-scale.ts';

const million = { whole: 44_000_000, view: 600 };
const short = { whole: 44_000, view: 600 };

describe('a list that a browser can hold', () => {
  test('scrolls as it is', () => {
    expect(scrollerHeight(short)).toBe(44_000);
    expect(moved({ top: 0, scroll: 0 }, 5_000, short)).toEqual({ top: 5_000, scroll: 5_000 });
  });
});

describe('a list of 1,000,000 rows', () => {
  test('stands in a scroller that browsers can hold', () => {
    expect(scrollerHeight(million)).toBe(HIGHEST);
  });
  test('moves by as many pixels as the wheel', () => {
    expect(moved({ top: 100_000, scroll: 18_000 }, 18_120, million)).toEqual({
      top: 100_120,
      scroll: 18_120,
    });
  });
  test('goes to the same share of the list as the thumb', () => {
    const { top } = moved({ top: 0, scroll: 0 }, (HIGHEST - 600) / 2, million);
    expect(top).toBeCloseTo((44_000_000 - 600) / 2, 3);
  });
  test('is at its ends where the scroller is', () => {
    expect(moved({ top: 40_000_000, scroll: 300 }, 0, million).top).toBe(0);
    expect(moved({ top: 1_000_000, scroll: HIGHEST - 700 }, HIGHEST - 600, million).top).toBe(
      44_000_000 - 600,
    );
  });
  test('reaches every row: a position and its thumb come back to within a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 44_000_000 - 600 }), (top) => {
        const place = placeAt(top, million);
        expect(place.top).toBe(top);
        expect(place.scroll).toBeGreaterThanOrEqual(0);
        expect(place.scroll).toBeLessThanOrEqual(HIGHEST - 600);
      }),
    );
  });
});
