import type { Refusal } from '../kernel/result.ts';
import { REGISTER_REFUSALS } from './register/refusals.ts';

/** Every code with which the media ledger refuses, so that the messages of the window can be complete by type. */
export const MEDIA_REFUSALS = ['policy-range', 'policy-unchanged', ...REGISTER_REFUSALS] as const;
export type MediaRefusal = (typeof MEDIA_REFUSALS)[number];

export type MediaRefusedWith = Refusal & { readonly code: MediaRefusal };

/** A refusal of the media ledger. `field` is the dot path of the form field; `detail` fills the message's placeholders. */
export function refusal(
  code: MediaRefusal,
  more: Omit<Refusal, 'code'> = {},
): { readonly refusal: MediaRefusedWith } {
  return { refusal: { code, ...more } };
}
