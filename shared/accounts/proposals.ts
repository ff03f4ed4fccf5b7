import { assertNever } from '../kernel/assert-never.ts';
import { Id } from '../kernel/ids.ts';
import { requiredParagraph } from '../kernel/text.ts';
import { DAY, type Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { ErasureTarget, Retained, Years } from '../trail/retention/model.ts';
import { Hours } from './hours.ts';
import { Identifier, PersonName, Reading, Role } from './model.ts';
import { Policy } from './policy.ts';

/** For how long a proposal can be confirmed. */
export const PROPOSAL_LASTS = 7 * DAY;

const Reason = requiredParagraph(500);
const Roles = z.array(Role).min(1, { error: 'required' }).max(5);

/** What can be proposed by one person and confirmed by another (guideline 3.5 (3), デュアルロック). */
export const ProposalContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('account-create'),
    identifier: Identifier,
    name: PersonName,
    reading: Reading,
    roles: Roles,
    hours: Hours.nullable(),
    reason: Reason,
  }),
  z.strictObject({
    kind: z.literal('account-rename'),
    accountId: Id,
    name: PersonName,
    reading: Reading,
    reason: Reason,
  }),
  z.strictObject({ kind: z.literal('account-roles'), accountId: Id, roles: Roles, reason: Reason }),
  z.strictObject({
    kind: z.literal('account-hours'),
    accountId: Id,
    hours: Hours.nullable(),
    reason: Reason,
  }),
  z.strictObject({ kind: z.literal('account-suspend'), accountId: Id, reason: Reason }),
  /** Out of suspension, with a new password to be handed over. */
  z.strictObject({ kind: z.literal('account-restore'), accountId: Id, reason: Reason }),
  /** A new password to be handed over. */
  z.strictObject({ kind: z.literal('account-reset'), accountId: Id, reason: Reason }),
  /** A new signing key, made at the person's next sign-in. */
  z.strictObject({ kind: z.literal('account-key'), accountId: Id, reason: Reason }),
  /** For good; several at once at the yearly transfer of staff 人事異動. */
  z.strictObject({
    kind: z.literal('account-close'),
    accountIds: z
      .array(Id)
      .min(1, { error: 'required' })
      .max(200, { error: 'too-many' })
      .refine((ids) => new Set(ids).size === ids.length, { error: 'malformed' }),
    reason: Reason,
  }),
  z.strictObject({ kind: z.literal('policy'), policy: Policy, reason: Reason }),
  /** Shares of the recovery key for two custodians; a pair that exists gets new shares and the old ones are void. */
  z.strictObject({
    kind: z.literal('recovery-issue'),
    pair: z.int().min(1).max(9),
    custodians: z.tuple([PersonName, PersonName]),
    reason: Reason,
  }),
  z.strictObject({ kind: z.literal('recovery-revoke'), pair: z.int().min(1).max(9), reason: Reason }),
  /** How long records of a kind are kept. */
  z.strictObject({ kind: z.literal('retention-set'), retained: Retained, years: Years, reason: Reason }),
  /** Records whose retention has ended are erased. */
  z.strictObject({ kind: z.literal('erasure'), target: ErasureTarget, reason: Reason }),
]);
export type ProposalContent = z.output<typeof ProposalContent>;
export type ProposalKind = ProposalContent['kind'];
export type ContentOf<K extends ProposalKind> = Extract<ProposalContent, { readonly kind: K }>;

export interface Parties {
  readonly propose: readonly Role[];
  readonly confirm: readonly Role[];
}

/** Which roles may propose a kind, and which may confirm it. Never one person both. */
export function partiesOf(kind: ProposalKind): Parties {
  switch (kind) {
    case 'account-create':
    case 'account-rename':
    case 'account-roles':
    case 'account-hours':
    case 'account-suspend':
    case 'account-restore':
    case 'account-reset':
    case 'account-key':
    case 'account-close':
    case 'policy':
    case 'recovery-issue':
    case 'recovery-revoke':
      return { propose: ['administrator'], confirm: ['administrator'] };
    case 'retention-set':
    case 'erasure':
      return { propose: ['officer'], confirm: ['officer', 'auditor'] };
    default:
      return assertNever(kind);
  }
}

/** The accounts that a proposal is about: they neither make nor confirm it. */
export function concernedBy(content: ProposalContent): readonly string[] {
  if ('accountId' in content) return [content.accountId];
  return 'accountIds' in content ? content.accountIds : [];
}

/** Where a proposal stands. `expired` follows from the time, `void` from its maker having been suspended or closed. */
export const PROPOSAL_STATES = ['open', 'confirmed', 'refused', 'withdrawn', 'void', 'expired'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A proposal as shown and decided on. */
export interface Proposal {
  readonly id: string;
  readonly content: ProposalContent;
  readonly state: ProposalState;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** Who confirmed, refused or withdrew it, and when; null while it is open. */
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
  /** Why it was refused or withdrawn. */
  readonly reason: string;
  /** Digest of the payload that was proposed, hex: what the confirmation is signed over. */
  readonly digest: string;
}
