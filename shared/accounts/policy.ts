import { STRETCHING } from '../kernel/stretching.ts';
import { DAY, type Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { PASSWORD_MIN } from './model.ts';

/** The signature suites that keys can be of (shared/kernel/algorithms.ts). */
export const SignatureSuite = z.enum(['ed25519', 'ecdsa-p256-sha256']);
export type SignatureSuite = z.infer<typeof SignatureSuite>;

/** The encryptions that the ledger file can be under (shared/kernel/algorithms.ts). */
export const LedgerEncryption = z.enum([
  'sqlcipher-4-aes-256-cbc-hmac-sha512',
  'sqlcipher-4-aes-256-cbc-hmac-sha256',
]);
export type LedgerEncryption = z.infer<typeof LedgerEncryption>;

/** What two administrators settle for everybody (guideline 3.5 (1)), as it stands on the chain. */
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
    .min(STRETCHING.least, { error: 'policy-iterations' })
    .max(STRETCHING.most, { error: 'policy-iterations' }),
  /** What the ledger file is encrypted with from its next rotation on; absent from what was settled before there was a choice. */
  ledgerEncryption: LedgerEncryption.optional(),
});
export type Policy = z.infer<typeof Policy>;

/** What holds: nothing of it is left open. */
export type SettledPolicy = Policy & { readonly ledgerEncryption: LedgerEncryption };

/** What holds until two administrators have settled something else. */
export const FIRST_POLICY: SettledPolicy = {
  passwordMin: PASSWORD_MIN,
  passwordMaxDays: 0,
  idleMinutes: 10,
  unusedDays: 90,
  signatureSuite: 'ed25519',
  iterations: STRETCHING.first,
  ledgerEncryption: 'sqlcipher-4-aes-256-cbc-hmac-sha512',
};

/** A policy with what it leaves open as it was at first. */
export function settled(policy: Policy): SettledPolicy {
  return { ...policy, ledgerEncryption: policy.ledgerEncryption ?? FIRST_POLICY.ledgerEncryption };
}

/** Whether a password set at `since` has to be replaced at its owner's next sign-in. */
export function passwordIsOld({ passwordMaxDays }: Policy, since: Instant, now: Instant): boolean {
  return passwordMaxDays > 0 && now - since > passwordMaxDays * DAY;
}
