import type { Refusal } from '../../kernel/result.ts';

/** Every code with which retention refuses, so that the messages of the window can be complete by type. */
export const RETENTION_REFUSALS = [
  'retention-unchanged',
  'retention-not-set',
  'erasure-too-early',
  'erasure-nothing',
  'erasure-open',
] as const;
export type RetentionRefusal = (typeof RETENTION_REFUSALS)[number];

export type RetentionRefused = Refusal & { readonly code: RetentionRefusal };

/** A refusal of retention. `field` is the field of the form; `detail` fills the message's placeholders. */
export function retentionRefusal(code: RetentionRefusal, more: Omit<Refusal, 'code'> = {}): RetentionRefused {
  return { code, ...more };
}
