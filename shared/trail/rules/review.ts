import type { Refusal } from '../../kernel/result.ts';
import { fromJst, type Instant, jstParts } from '../../kernel/time.ts';

/** How often the trail is reviewed (guideline 3.5 (4): periodically), months. */
export const REVIEW_MONTHS = 3;

/** When the next review is due: the same day {@link REVIEW_MONTHS} later in Japan, or that month's last day. */
export function reviewDue(last: Instant): Instant {
  const { year, month, day } = jstParts(last);
  const months = month - 1 + REVIEW_MONTHS;
  const then = { year: year + Math.floor(months / 12), month: (months % 12) + 1 };
  for (let wanted = day; wanted > 28; wanted -= 1) {
    const found = fromJst(then.year, then.month, wanted);
    if (found !== undefined) return found;
  }
  return fromJst(then.year, then.month, Math.min(day, 28)) ?? last;
}

/** What the rule on a review has to know of the chain. */
export interface ReviewFacts {
  /** The last entry that was reviewed; 0 before the first review. */
  readonly reviewedUpTo: number;
  /** The head at the entry that the review ends with, hex; undefined beyond the chain's end. */
  readonly head: string | undefined;
}

/**
 * Whether a review of the entries `first` to `last` can be recorded. Refused: `review-overtaken` (somebody reviewed these
 * entries meanwhile), `review-nothing-new`, `review-head` (the chain is not the one that was looked at).
 */
export function checkReview(
  review: { readonly first: number; readonly last: number; readonly head: string },
  facts: ReviewFacts,
): Refusal | undefined {
  if (review.first !== facts.reviewedUpTo + 1) return { code: 'review-overtaken' };
  if (review.last < review.first) return { code: 'review-nothing-new' };
  if (facts.head !== review.head) return { code: 'review-head' };
  return undefined;
}
