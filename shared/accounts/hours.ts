import { type Instant, jstParts } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';

const MINUTES_A_DAY = 1440;
const DAYS_A_WEEK = 7;

/**
 * When an account may be used (guideline 3.5 (2), 利用時間による制御): weekdays (0 is Sunday) on which the time begins, and minutes of the day in Japan. `until` at or
 * before `from` means that it lasts into the next day, as a night shift does.
 */
export const Hours = z.strictObject({
  days: z
    .array(z.int().min(0).max(6))
    .min(1, { error: 'required' })
    .max(DAYS_A_WEEK)
    .refine((days) => new Set(days).size === days.length, { error: 'malformed' }),
  from: z
    .int()
    .min(0)
    .max(MINUTES_A_DAY - 1),
  until: z.int().min(0).max(MINUTES_A_DAY),
});
export type Hours = z.infer<typeof Hours>;

/** Whether an account may be used at this moment; null hours mean at any time. */
export function withinHours(hours: Hours | null, at: Instant): boolean {
  if (hours === null) return true;
  const { weekday, hour, minute } = jstParts(at);
  const now = hour * 60 + minute;
  const yesterday = (weekday + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
  if (hours.from < hours.until) return hours.days.includes(weekday) && now >= hours.from && now < hours.until;
  return (
    (hours.days.includes(weekday) && now >= hours.from) ||
    (hours.days.includes(yesterday) && now < hours.until)
  );
}
