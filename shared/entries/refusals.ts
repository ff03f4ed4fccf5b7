import type { Refusal } from '../kernel/result.ts';

/** Every code with which the entry log refuses, so that the messages of the window can be complete by type. */
export const ENTRIES_REFUSALS = [
  // Visits
  'visit-missing',
  'already-inside',
  'already-over',
  'visit-cancelled',
  'not-expected',
  'not-inside',
  'not-unknown',
  'listed-twice',
  'same-person-inside',
  'same-person-expected',
  'party-name-twice',
  'media-inside',
  // What an area demands
  'area-missing',
  'area-retired',
  'purpose-required',
  'host-required',
  'escort-required',
  'escort-is-visitor',
  'identity-required',
  'follow-in-unregistered',
  'follow-in-empty',
  // Times
  'in-future',
  'in-past',
  'late-reason-required',
  'exit-before-entry',
  'until-before-entry',
  'until-before-from',
  'time-required',
  // Corrections
  'not-correctable',
  'nothing-changed',
  // Badges
  'badge-missing',
  'badge-required',
  'badge-not-free',
  'badge-level-low',
  'badge-twice',
  'badge-open',
  'badge-lent',
  'badge-not-lent',
  'badge-still-worn',
  'badge-lost',
  'badge-not-lost',
  'badge-retired',
  'badge-label-taken',
  'badge-label-twice',
  // Areas
  'area-name-taken',
  'area-occupied',
  'area-expected',
] as const;
export type EntriesRefusal = (typeof ENTRIES_REFUSALS)[number];

export type RefusedWith = Refusal & { readonly code: EntriesRefusal };

/** A refusal of the entry log. `field` is the dot path of the form field; `detail` fills the message's placeholders. */
export function refusal(
  code: EntriesRefusal,
  more: Omit<Refusal, 'code'> = {},
): { readonly refusal: RefusedWith } {
  return { refusal: { code, ...more } };
}
