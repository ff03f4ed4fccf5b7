import { Confidentiality } from '../kernel/classification.ts';
import { z } from '../kernel/zod.ts';

/** What an officer has settled for media (guideline 3.5 (20), table 3-6). */
export const MediaPolicy = z.strictObject({
  /** Days after which the definitions of a product against malware are out of date. */
  definitionsMaxDays: z.int().min(1, { error: 'policy-range' }).max(90, { error: 'policy-range' }),
  /** Hours for which a check is good: what it found says nothing of what was written since. */
  checkHours: z.int().min(1, { error: 'policy-range' }).max(168, { error: 'policy-range' }),
  /** From which confidentiality on two products have to find nothing; null: one is enough. */
  twoProductsFrom: Confidentiality.nullable(),
  /** How many products have to find nothing before a medium is released from quarantine. */
  releaseProducts: z.int().min(1, { error: 'policy-range' }).max(2, { error: 'policy-range' }),
  /** A content list is taken on the way in and on the way out. */
  contentList: z.boolean(),
  /** Hours within which a medium carried in in an emergency has to be decided on. */
  emergencyHours: z.int().min(1, { error: 'policy-range' }).max(72, { error: 'policy-range' }),
  /** Days before its return is due from which a medium outside is pointed out. */
  remindDays: z.int().min(0, { error: 'policy-range' }).max(30, { error: 'policy-range' }),
});
export type MediaPolicy = z.infer<typeof MediaPolicy>;

/** What holds until an officer has settled something else. */
export const FIRST_MEDIA_POLICY: MediaPolicy = {
  definitionsMaxDays: 7,
  checkHours: 24,
  twoProductsFrom: 3,
  releaseProducts: 2,
  contentList: true,
  emergencyHours: 24,
  remindDays: 3,
};
