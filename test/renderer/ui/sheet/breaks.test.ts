import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakIntoPages, type PartHeight } from '../../../../renderer/ui/sheet/breaks.ts';

const block = (height: number): PartHeight => ({ kind: 'block', height });
const table = (head: number, ...rows: readonly number[]): PartHeight => ({ kind: 'table', head, rows });
const room = { first: 100, later: 150 };

test('what fits stands on one page, also when nothing is left over', () => {
  expect(breakIntoPages([block(40), table(10, 20, 30)], room)).toEqual([
    [
      { part: 0, from: 0, to: 0 },
      { part: 1, from: 0, to: 2 },
    ],
  ]);
});

test('a sheet without parts has one page', () => {
  expect(breakIntoPages([], room)).toEqual([[]]);
});

test('a block that does not fit goes whole to the next page', () => {
  expect(breakIntoPages([block(60), block(41), block(109)], room)).toEqual([
    [{ part: 0, from: 0, to: 0 }],
    [
      { part: 1, from: 0, to: 0 },
      { part: 2, from: 0, to: 0 },
    ],
  ]);
});

test('a table is cut between rows, and every piece has room for its head again', () => {
  expect(breakIntoPages([table(10, 45, 45, 70, 70, 1)], room)).toEqual([
    [{ part: 0, from: 0, to: 2 }],
    [{ part: 0, from: 2, to: 4 }],
    [{ part: 0, from: 4, to: 5 }],
  ]);
});

test('the head of a table never stands at the foot of a page without a row', () => {
  expect(breakIntoPages([block(80), table(15, 10)], room)).toEqual([
    [{ part: 0, from: 0, to: 0 }],
    [{ part: 1, from: 0, to: 1 }],
  ]);
});

test('what is higher than any page gets a page of its own, and the rest goes on after it', () => {
  expect(breakIntoPages([block(10), block(400), block(20)], room)).toEqual([
    [{ part: 0, from: 0, to: 0 }],
    [{ part: 1, from: 0, to: 0 }],
    [{ part: 2, from: 0, to: 0 }],
  ]);
});

test('a table without rows still shows its head', () => {
  expect(breakIntoPages([table(10)], room)).toEqual([[{ part: 0, from: 0, to: 0 }]]);
});

test('whatever the heights, every row stands once, in order, and no page is over-full unless by one thing alone', () => {
  const height = fc.integer({ min: 1, max: 120 });
  const part = fc.oneof(
    height.map(block),
    fc
      .tuple(height, fc.array(height, { minLength: 1, maxLength: 30 }))
      .map(([head, rows]) => table(head, ...rows)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const pages = breakIntoPages(parts, room);
      const placed = pages.flat();
      const expected = parts.flatMap((one, index) =>
        one.kind === 'block' ? [`${index}`] : one.rows.map((_, row) => `${index}.${row}`),
      );
      expect(
        placed.flatMap(({ part: index, from, to }) =>
          parts[index]?.kind === 'block'
            ? [`${index}`]
            : Array.from({ length: to - from }, (_, n) => `${index}.${from + n}`),
        ),
      ).toEqual(expected);
      for (const [number, slices] of pages.entries()) {
        const used = slices.map(({ part: index, from, to }) => {
          const one = parts[index];
          if (one === undefined) throw new Error('no such part');
          if (one.kind === 'block') return one.height;
          return one.head + one.rows.slice(from, to).reduce((sum, row) => sum + row, 0);
        });
        const sum = used.reduce((all, one) => all + one, 0);
        const alone = slices.length === 1 && (slices[0]?.to ?? 0) - (slices[0]?.from ?? 0) <= 1;
        expect(sum <= (number === 0 ? room.first : room.later) || alone).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
