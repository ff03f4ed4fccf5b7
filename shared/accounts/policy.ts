import { DAY, type Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { PASSWORD_MIN } from './model.ts';

/** The signature suites that keys can be of (shared/kernel/algorithms.ts). */
export const SignatureSuite = z.enum(['ed25519', 'ecdsa-p256-sha256']);
export type SignatureSuite = z.infer<typeof SignatureSuite>;

/** What two administrators settle for everybody (guideline 3.5 (1)). */
export const Policy = z.strictObject({
  /** Characters of the shortest password, from {@link PASSWORD_MIN} on. */
  passwordMin: z.int().min(PASSWORD_MIN, { error: 'policy-password-min' }).max(64),
  /** Days after which a password has to be replaced; 0 asks for no change. */
  passwordMaxDays: z.int().min(0).max(3650),
  /** Minutes without attention after which a session locks. */
  idleMinutes: z.int().min(1).max(120),
  /** Days without a sign-in after which an account counts as unused. */
  unusedDays: z.int().min(7).max(730),
  /** The suite of keys made from now on; whoever holds one of another gets a new one at their next sign-in. */
  signatureSuite: SignatureSuite,
  /** Iterations of PBKDF2 for keyslots; a slot with another count is sealed anew at its owner's next sign-in. */
  iterations: z
    .int()
    .min(600_000, { error: 'policy-iterations' })
    .max(10_000_000, { error: 'policy-iterations' }),
});
export type Policy = z.infer<typeof Policy>;

/** What holds until two administrators have settled something else. */
export const FIRST_POLICY: Policy = {
  passwordMin: PASSWORD_MIN,
  passwordMaxDays: 0,
  idleMinutes: 10,
  unusedDays: 90,
  signatureSuite: 'ed25519',
  iterations: 1_000_000,
};

/** Whether a password set at `since` has to be replaced at its owner's next sign-in. */
export function passwordIsOld({ passwordMaxDays }: Policy, since: Instant, now: Instant): boolean {
  return passwordMaxDays > 0 && now - since > passwordMaxDays * DAY;
}
