import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYear, fromJst, jstDay, jstParts, startOfJstDay, wareki } from '../../../shared/kernel/time.ts';

function at(year: number, month: number, day: number, hour = 0, minute = 0): number {
  const instant = fromJst(year, month, day, hour, minute);
  if (instant === undefined) throw new Error('no such time');
  return instant;
}

describe('time in Japan', () => {
  it('is nine hours ahead and has no summer time', () => {
    expect(at(2026, 11, 23, 14, 5)).toBe(Date.UTC(2026, 10, 23, 5, 5));
    expect(jstParts(Date.UTC(2026, 6, 1, 15, 30))).toEqual({
      year: 2026,
      month: 7,
      day: 2,
      hour: 0,
      minute: 30,
      second: 0,
      weekday: 4,
    });
  });

  it('gives its parts back for any time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const { year, month, day, hour, minute, second } = jstParts(seconds * 1000);
        expect(fromJst(year, month, day, hour, minute, second)).toBe(seconds * 1000);
      }),
    );
  });

  it('knows no February 30, no 24:00 and no 25th hour', () => {
    expect(fromJst(2026, 2, 29)).toBeUndefined();
    expect(fromJst(2024, 2, 29)).toBeDefined();
    expect(fromJst(2026, 1, 1, 24)).toBeUndefined();
    expect(fromJst(2026, 1, 1, 23, 60)).toBeUndefined();
    expect(fromJst(2026, 0, 1)).toBeUndefined();
  });

  it('changes its day at midnight in Japan', () => {
    expect(jstDay(at(2026, 11, 23, 23, 59)) + 1).toBe(jstDay(at(2026, 11, 24)));
    expect(startOfJstDay(jstDay(at(2026, 11, 23, 12)))).toBe(at(2026, 11, 23));
  });

  it('begins its fiscal year in April', () => {
    expect(fiscalYear(at(2026, 3, 31, 23, 59))).toBe(2025);
    expect(fiscalYear(at(2026, 4, 1))).toBe(2026);
  });

  it('changes era on the day the law says', () => {
    expect(wareki(at(2019, 4, 30, 23, 59))).toEqual({ era: '平成', letter: 'H', year: 31 });
    expect(wareki(at(2019, 5, 1))).toEqual({ era: '令和', letter: 'R', year: 1 });
    expect(wareki(at(1989, 1, 7))).toEqual({ era: '昭和', letter: 'S', year: 64 });
    expect(wareki(at(1989, 1, 8))).toEqual({ era: '平成', letter: 'H', year: 1 });
    expect(wareki(at(2026, 11, 23))).toEqual({ era: '令和', letter: 'R', year: 8 });
  });
});
