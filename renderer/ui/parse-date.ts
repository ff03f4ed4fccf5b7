import {
  type DateFault,
  instantOf,
  parseDate as readDate,
  parseDateTime as readDateTime,
} from '../../shared/kernel/dates.ts';
import type { Instant } from '../../shared/kernel/time.ts';

/** What was typed into a field: an instant, nothing, or why it is not a date. */
export type TypedDate =
  | { readonly state: 'empty' }
  | { readonly state: 'valid'; readonly at: Instant }
  | { readonly state: 'invalid'; readonly code: DateFault };

const MIDNIGHT = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** Reads a day: its beginning in Japan. A month and day alone are of this year. */
export function parseDate(text: string, now: Instant): TypedDate {
  if (text.trim() === '') return { state: 'empty' };
  const parsed = readDate(text, { today: now });
  if (!parsed.ok) return { state: 'invalid', code: parsed.fault };
  const at = instantOf(parsed.value, MIDNIGHT);
  return at === undefined ? { state: 'invalid', code: 'date-impossible' } : { state: 'valid', at };
}

/** Reads a day and a time in Japan; a time alone is one of today. */
export function parseDateTime(text: string, now: Instant): TypedDate {
  if (text.trim() === '') return { state: 'empty' };
  const parsed = readDateTime(text, { today: now });
  return parsed.ok ? { state: 'valid', at: parsed.value } : { state: 'invalid', code: parsed.fault };
}
