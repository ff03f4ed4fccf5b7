import { expect, it } from 'vitest';
import { entriesWith, FRAME, poweredOff, WAL_HEADER } from '../main/vault/wal.ts';

it('F2 a WAL cut at, just before or just after each edge of a frame gives a consistent beginning of the ledger', () => {
  const off = poweredOff(5, 15);
  const frames = (off.wal.length - WAL_HEADER) / FRAME;
  expect(Number.isInteger(frames)).toBe(true);
  let last = off.inFile;
  const reached = new Set<number>();
  for (let frame = 0; frame <= frames; frame += 1) {
    const edge = WAL_HEADER + frame * FRAME;
    const atEdge = entriesWith(off, off.wal.subarray(0, edge));
    expect(entriesWith(off, off.wal.subarray(0, edge - 1))).toBe(last);
    expect(entriesWith(off, off.wal.subarray(0, edge + 1))).toBe(atEdge);
    expect(atEdge).toBeGreaterThanOrEqual(last);
    reached.add(atEdge);
    last = atEdge;
  }
  expect([...reached]).toEqual(Array.from({ length: 16 }, (_, index) => 5 + index));
});
