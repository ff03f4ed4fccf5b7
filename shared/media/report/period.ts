import { fromJst, fiscalYear, type Instant, jstParts } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';

const Year = z.int().min(1970).max(9998);

/** A month of the calendar, or a fiscal year 年度 (April to March, named by the year it begins in), in Japan. */
export const ReportPeriod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('month'), year: Year, month: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal('fiscal-year'), year: Year }),
]);
export type ReportPeriod = z.infer<typeof ReportPeriod>;

/** The month in Japan that an instant falls in, as yyyymm. */
export function monthOf(at: Instant): number {
  const { year, month } = jstParts(at);
  return year * 100 + month;
}

/** First and last month of a period, as yyyymm. */
export function monthsOf(period: ReportPeriod): { readonly first: number; readonly last: number } {
  const { year } = period;
  if (period.kind === 'fiscal-year') return { first: year * 100 + 4, last: (year + 1) * 100 + 3 };
  const month = year * 100 + period.month;
  return { first: month, last: month };
}

/** The period of this kind that an instant falls in. */
export function periodAt(kind: ReportPeriod['kind'], at: Instant): ReportPeriod {
  const { year, month } = jstParts(at);
  return kind === 'month' ? { kind, year, month } : { kind, year: fiscalYear(at) };
}

/** The period before (-1) or after (1) one. */
export function stepPeriod(period: ReportPeriod, by: -1 | 1): ReportPeriod {
  if (period.kind === 'fiscal-year') return { ...period, year: period.year + by };
  const months = period.year * 12 + period.month - 1 + by;
  return { kind: 'month', year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** The instant at which a period begins. */
export function startOf(period: ReportPeriod): Instant {
  return fromJst(period.year, period.kind === 'month' ? period.month : 4, 1) ?? 0;
}
