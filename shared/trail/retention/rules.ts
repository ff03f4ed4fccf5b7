import { fiscalYear, fromJst, type Instant } from '../../kernel/time.ts';
import type { Due, ErasureTarget, Period, Retained, YearCount, Years } from './model.ts';
import { type RetentionRefused, retentionRefusal } from './refusals.ts';

/** The fiscal year that a visit's record belongs to: that of its time in, or else of the time it was announced for. */
export function fiscalYearOf(visit: {
  readonly enteredAt: Instant | null;
  readonly expectedFrom: Instant | null;
}): number | undefined {
  const at = visit.enteredAt ?? visit.expectedFrom;
  return at === null ? undefined : fiscalYear(at);
}

/** The moment at which a fiscal year begins: April 1st, 0:00 in Japan. */
export function startOfFiscalYear(year: number): Instant {
  return fromJst(year, 4, 1) ?? 0;
}

/** The span of a fiscal year; `until` is exclusive. */
export function spanOfFiscalYear(year: number): { readonly from: Instant; readonly until: Instant } {
  return { from: startOfFiscalYear(year), until: startOfFiscalYear(year + 1) };
}

/**
 * When the retention of a fiscal year's records ends. The period runs from the first day of the year after, as office rules
 * on documents 文書保存期間 count it: records of 2020 kept for five years may go on 2026-04-01.
 */
export function endOfRetention(year: number, years: number): Instant {
  return startOfFiscalYear(year + 1 + years);
}

/** Whether two things have the same retention period. */
export function sameRetained(one: Retained, other: Retained): boolean {
  return one.ledger === other.ledger && one.kind === other.kind;
}

/** Whether two erasures are about the same records. */
export function sameTarget(one: ErasureTarget, other: ErasureTarget): boolean {
  return sameRetained(one, other) && one.fiscalYear === other.fiscalYear;
}

function yearsOf(periods: readonly Period[], retained: Retained): Years {
  return periods.find((period) => sameRetained(period, retained))?.years ?? null;
}

/** What is due for erasure now, the oldest first. Years in which everything is still open are due, with nothing to erase. */
export function dueNow(
  counts: readonly YearCount[],
  periods: readonly Period[],
  now: Instant,
): readonly Due[] {
  return counts
    .flatMap((count): Due[] => {
      const years = yearsOf(periods, count);
      if (years === null || count.records === 0) return [];
      const { ledger, kind, fiscalYear: year, records, open } = count;
      const since = endOfRetention(year, years);
      return since > now ? [] : [{ ledger, kind, fiscalYear: year, since, count: records - open, open }];
    })
    .toSorted((one, other) => one.fiscalYear - other.fiscalYear);
}

/** Whether a period may be set: only one that differs from what stands. */
export function checkPeriod(
  wanted: Retained & { readonly years: Years },
  periods: readonly Period[],
): RetentionRefused | undefined {
  return yearsOf(periods, wanted) === wanted.years
    ? retentionRefusal('retention-unchanged', { field: 'years' })
    : undefined;
}

/**
 * Whether the records of a kind and fiscal year may be erased: only once their retention has ended, and only if there are any
 * that nobody has to close first. Asked when it is proposed and again when it is confirmed.
 */
export function checkErasure(
  target: ErasureTarget,
  facts: { readonly periods: readonly Period[]; readonly count: YearCount },
  now: Instant,
): RetentionRefused | undefined {
  const years = yearsOf(facts.periods, target);
  if (years === null) return retentionRefusal('retention-not-set', { field: 'kind' });
  const end = endOfRetention(target.fiscalYear, years);
  if (end > now) {
    // The first of April of this year is the first day on which it may be.
    const detail = { year: target.fiscalYear + 1 + years };
    return retentionRefusal('erasure-too-early', { field: 'fiscalYear', detail });
  }
  const { records, open } = facts.count;
  if (records === 0) return retentionRefusal('erasure-nothing', { field: 'fiscalYear' });
  if (records === open)
    return retentionRefusal('erasure-open', { field: 'fiscalYear', detail: { count: open } });
  return undefined;
}
