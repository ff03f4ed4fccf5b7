import { z } from './zod.ts';

/** 機密性: 3 secret, 2 not for everybody, 1 neither (guideline 3.2 (1)). */
export const CONFIDENTIALITY = [1, 2, 3] as const;
export const Confidentiality = z.literal(CONFIDENTIALITY);
export type Confidentiality = z.infer<typeof Confidentiality>;

/** 完全性 and 可用性: 2 needs protecting, 1 does not. */
export const Protection = z.literal([1, 2]);

/** 取扱制限, as the guideline's glossary lists them, in the order in which they are shown. */
export const RESTRICTIONS = [
  'no-copy',
  'no-carry-out',
  'no-redistribution',
  'encrypt',
  'destroy-after-reading',
] as const;
export const Restriction = z.enum(RESTRICTIONS);
export type Restriction = z.infer<typeof Restriction>;

/** Each restriction once, in the order of {@link RESTRICTIONS}. */
export const Restrictions = z
  .array(Restriction)
  .max(RESTRICTIONS.length * 2)
  .transform((given) => RESTRICTIONS.filter((one) => given.includes(one)));

/** 格付け and 取扱制限 of information. */
export const Classification = z.strictObject({
  confidentiality: Confidentiality,
  integrity: Protection,
  availability: Protection,
  restrictions: Restrictions,
});
export type Classification = z.infer<typeof Classification>;

/** 要保護情報: whatever is confidential, or needs to stay whole or available (guideline 3.2 (1)). */
export function needsProtection({ confidentiality, integrity, availability }: Classification): boolean {
  return confidentiality > 1 || integrity > 1 || availability > 1;
}
