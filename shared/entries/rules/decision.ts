import type { NewEntriesEvent } from '../events.ts';
import type { RefusedWith } from '../refusals.ts';

/** What a rule comes to: events to append and a value to answer, or a refusal after which nothing has changed. */
export type EntriesDecision<T> =
  | { readonly events: readonly NewEntriesEvent[]; readonly value: T }
  | { readonly refusal: RefusedWith };

export type Refused = { readonly refusal: RefusedWith };

/** The first refusal that a list of checks comes to, in the order of the form; undefined if all hold. */
export function firstRefusal(checks: Iterable<Refused | undefined>): Refused | undefined {
  for (const check of checks) if (check !== undefined) return check;
  return undefined;
}
