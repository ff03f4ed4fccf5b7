import { expect } from 'vitest';

/** Squares and bars as an SVG path draws them: polygons of upright and level edges, in one box. */
type Polygon = readonly (readonly [number, number])[];

function polygons(path: string): readonly Polygon[] {
  return path
    .split('Z')
    .filter((one) => one !== '')
    .map((one) => {
      let [x, y] = [0, 0];
      return [...one.matchAll(/([MLHV])([\d. ]+)/gu)].map(([, letter, numbers = '']) => {
        const [first = 0, second = 0] = numbers.trim().split(' ').map(Number);
        if (letter === 'H') x = first;
        else if (letter === 'V') y = first;
        else [x, y] = [first, second];
        return [x, y] as const;
      });
    });
}

/** Whether an SVG path covers a point by the even-odd rule, as a browser fills it. */
export function covers(path: string): (x: number, y: number) => boolean {
  const upright = polygons(path).flatMap((polygon) =>
    polygon.flatMap(([x0, y0], index) => {
      const [x1, y1] = polygon[(index + 1) % polygon.length] ?? [0, 0];
      return x0 === x1 ? [{ x: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) }] : [];
    }),
  );
  expect(upright.length).toBeGreaterThan(0);
  const crossed = new Map<number, readonly number[]>();
  return (x, y) => {
    const edges =
      crossed.get(y) ?? upright.filter(({ from, to }) => from < y && y < to).map((edge) => edge.x);
    crossed.set(y, edges);
    return edges.filter((edge) => edge > x).length % 2 === 1;
  };
}
