import { canonicalJson } from '../kernel/canonical-json.ts';
import type { NewMediaEvent } from './events.ts';
import type { MediaPolicy } from './policy.ts';
import { type MediaRefusedWith, refusal } from './refusals.ts';

/** What a rule comes to: events to append and a value to answer, or a refusal after which nothing has changed. */
export type MediaDecision<T> =
  | { readonly events: readonly NewMediaEvent[]; readonly value: T }
  | { readonly refusal: MediaRefusedWith };

/** An officer settles the policy for media (guideline 3.5 (20)). Refused `policy-unchanged` if it is as it was. */
export function decideSetPolicy(
  { policy, reason }: { readonly policy: MediaPolicy; readonly reason: string },
  facts: { readonly site: string; readonly before: MediaPolicy },
): MediaDecision<null> {
  if (canonicalJson(policy) === canonicalJson(facts.before)) return refusal('policy-unchanged');
  return {
    events: [
      { type: 'media.policySet', version: 1, subject: `site:${facts.site}`, data: { policy, reason } },
    ],
    value: null,
  };
}
