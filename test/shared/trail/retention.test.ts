import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJst } from '../../../shared/kernel/time.ts';
import type { Period, YearCount } from '../../../shared/trail/retention/model.ts';
import {
  checkErasure,
  checkPeriod,
  dueNow,
  endOfRetention,
  fiscalYearOf,
} from '../../../shared/trail/retention/rules.ts';
import { decodeRuns, encodeRuns, Runs, runsOf } from '../../../shared/trail/retention/runs.ts';

const at = (year: number, month: number, day: number, hour = 0, minute = 0): number =>
  fromJst(year, month, day, hour, minute) ?? -1;
const visitors = { ledger: 'entries', kind: 'visitor' } as const;
const keep = (years: number | null): readonly Period[] => [{ ...visitors, years, set: null }];
const count = (fiscalYear: number, records: number, open = 0): YearCount => ({
  ...visitors,
  fiscalYear,
  records,
  open,
});

describe('the fiscal year of a visit', () => {
  it('is that of its time in, in Japan, else of the time it was announced for', () => {
    const announced = { expectedFrom: at(2021, 4, 1), enteredAt: null };
    expect(fiscalYearOf({ expectedFrom: at(2020, 1, 1), enteredAt: at(2021, 3, 31, 23, 59) })).toBe(2020);
    expect(fiscalYearOf({ expectedFrom: null, enteredAt: at(2021, 4, 1) })).toBe(2021);
    expect(fiscalYearOf(announced)).toBe(2021);
    expect(fiscalYearOf({ expectedFrom: null, enteredAt: null })).toBeUndefined();
  });
});

describe('retention', () => {
  it('runs from the year after the one records belong to', () => {
    expect(endOfRetention(2020, 5)).toBe(at(2026, 4, 1));
    expect(endOfRetention(2020, 1)).toBe(at(2022, 4, 1));
  });

  it('is due to the millisecond, oldest first, and never while no period is set', () => {
    const counts = [count(2020, 10, 3), count(2019, 4), count(2018, 0)];
    expect(dueNow(counts, keep(null), at(2999, 1, 1))).toEqual([]);
    expect(dueNow(counts, [], at(2999, 1, 1))).toEqual([]);
    const old = { ...visitors, fiscalYear: 2019, since: at(2025, 4, 1), count: 4, open: 0 };
    expect(dueNow(counts, keep(5), at(2026, 4, 1) - 1)).toEqual([old]);
    expect(dueNow(counts, keep(5), at(2026, 4, 1))).toEqual([
      old,
      { ...visitors, fiscalYear: 2020, since: at(2026, 4, 1), count: 7, open: 3 },
    ]);
  });

  it('U11 refuses what is not due, not there, or not closed, each by its own code', () => {
    const ask = (years: number | null, records: number, open: number, now: number) =>
      checkErasure(
        { ...visitors, fiscalYear: 2020 },
        { periods: keep(years), count: count(2020, records, open) },
        now,
      )?.code;
    expect(ask(null, 5, 0, at(2999, 1, 1))).toBe('retention-not-set');
    expect(ask(5, 5, 0, at(2026, 4, 1) - 1)).toBe('erasure-too-early');
    expect(ask(5, 0, 0, at(2026, 4, 1))).toBe('erasure-nothing');
    expect(ask(5, 5, 5, at(2026, 4, 1))).toBe('erasure-open');
    expect(ask(5, 5, 4, at(2026, 4, 1))).toBeUndefined();
  });

  it('is set only to something else than it is', () => {
    expect(checkPeriod({ ...visitors, years: 5 }, keep(5))?.code).toBe('retention-unchanged');
    expect(checkPeriod({ ...visitors, years: null }, [])?.code).toBe('retention-unchanged');
    expect(checkPeriod({ ...visitors, years: null }, keep(5))).toBeUndefined();
  });
});

describe('stretches of numbers', () => {
  it('say the same numbers again, in as few pairs as there are stretches', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, (found) => {
        const rising = found.toSorted((one, other) => one - other);
        const runs = runsOf(rising);
        const steps = encodeRuns(runs);
        expect(Runs.parse(steps)).toEqual(steps);
        expect(decodeRuns(steps)).toEqual(runs);
        expect(
          runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
        ).toEqual(rising);
        for (const [index, run] of runs.entries())
          expect(run.first).toBeGreaterThan((runs[index - 1]?.last ?? -1) + 1);
      }),
    );
  });

  it('are read from an event only if they are pairs that rise and do not touch', () => {
    for (const steps of [[], [1], [0, 0], [1, 2, 0, 1], [1, 2, 3], [-1, 1], [1.5, 1]]) {
      expect(Runs.safeParse(steps).success, JSON.stringify(steps)).toBe(false);
    }
    expect(() => runsOf([3, 3])).toThrow('do not rise');
  });
});
