import { type Instant, MINUTE } from '../../kernel/time.ts';
import { refusal } from '../refusals.ts';
import type { Refused } from './decision.ts';

/** What is recorded more than this long after it happened needs a reason. */
export const LATE_AFTER = 5 * MINUTE;

/**
 * Checks a time given by hand; null stands for now and always holds. Refused if it lies in the future, or back by more than
 * {@link LATE_AFTER} without a reason. `field` and `reasonField` are the fields of the form.
 */
export function checkRecordedTime(
  at: Instant | null,
  lateReason: string,
  now: Instant,
  field: string,
  reasonField: string,
): Refused | undefined {
  if (at === null) return undefined;
  if (at > now) return refusal('in-future', { field });
  if (now - at > LATE_AFTER && lateReason === '')
    return refusal('late-reason-required', { field: reasonField });
  return undefined;
}

/** The reason kept with a time: null when the time was the clock's. */
export function keptReason(at: Instant | null, lateReason: string): string | null {
  return at === null || lateReason === '' ? null : lateReason;
}
