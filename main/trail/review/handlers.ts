import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { trailContract } from '../../../shared/trail/contract.ts';
import { checkReview } from '../../../shared/trail/rules/review.ts';
import type { SessionHandlers } from '../../context.ts';
import { headAt } from '../queries.ts';
import { countRange, newestReview, reviewDraft, reviewedUpTo, reviews, reviewState } from './queries.ts';

type ReviewChannel = 'reviewState' | 'reviewDraft' | 'review' | 'reviews';

/** The periodic review of the trail. */
export const reviewHandlers: Pick<SessionHandlers<typeof trailContract>, ReviewChannel> = {
  reviewState(_, { read }) {
    const state = reviewState(read);
    return state === undefined ? refuse('not-founded') : ok(state);
  },

  reviewDraft: (_, { read }) => ok(reviewDraft(read) ?? null),

  review({ password, findings, measures, ...range }, context) {
    const subject = `site:${context.me.site.code}` as const;
    return context.attest(undefined, password, async (signatory) => {
      const reply = await context.change((db) => {
        const refusal = checkReview(range, { reviewedUpTo: reviewedUpTo(db), head: headAt(db, range.last) });
        if (refusal !== undefined) return { refusal };
        const before = headAt(db, range.first - 1) ?? '';
        const data = { ...range, before, ...countRange(db, range), findings, measures };
        return { signatory, events: [{ type: 'trail.reviewed', version: 1, subject, data }], value: null };
      });
      return reply.ok ? ok({ seq: newestReview(context.read) ?? 0 }) : reply;
    });
  },

  reviews({ before, limit }, { read }) {
    const found = reviews(read, before, limit + 1);
    return ok({ rows: found.slice(0, limit), more: found.length > limit });
  },
};
