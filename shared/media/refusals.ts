import type { Refusal } from '../kernel/result.ts';
import { INSPECTION_REFUSALS } from './inspection/refusals.ts';
import { LIST_REFUSALS } from './lists/refusals.ts';
import { QUARANTINE_REFUSALS } from './quarantine/refusals.ts';
import { REGISTER_REFUSALS } from './register/refusals.ts';
import { REMINDER_REFUSALS } from './reminders/refusals.ts';
import { REQUEST_REFUSALS } from './requests/refusals.ts';
import { TEMPLATE_REFUSALS } from './templates/refusals.ts';

/** Every code with which the media ledger refuses, so that the messages of the window can be complete by type. */
export const MEDIA_REFUSALS = [
  'policy-range',
  'policy-unchanged',
  ...REGISTER_REFUSALS,
  ...TEMPLATE_REFUSALS,
  ...REQUEST_REFUSALS,
  ...INSPECTION_REFUSALS,
  ...LIST_REFUSALS,
  ...QUARANTINE_REFUSALS,
  ...REMINDER_REFUSALS,
] as const;
export type MediaRefusal = (typeof MEDIA_REFUSALS)[number];

export type MediaRefusedWith = Refusal & { readonly code: MediaRefusal };

/** A refusal of the media ledger. `field` is the dot path of the form field; `detail` fills the message's placeholders. */
export function refusal(
  code: MediaRefusal,
  more: Omit<Refusal, 'code'> = {},
): { readonly refusal: MediaRefusedWith } {
  return { refusal: { code, ...more } };
}

export type Refused = { readonly refusal: MediaRefusedWith };

/** The first refusal that a list of checks comes to, in the order of the form; undefined if all hold. */
export function firstRefusal(checks: Iterable<Refused | undefined>): Refused | undefined {
  for (const check of checks) if (check !== undefined) return check;
  return undefined;
}
