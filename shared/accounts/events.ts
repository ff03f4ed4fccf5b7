import { type EventOf, eventKind, type NewEventOf, signedKind } from '../kernel/event.ts';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { CheckFlag, CheckItem } from './check.ts';
import { Hours } from './hours.ts';
import { keyEvents } from './key-events.ts';
import { Role } from './model.ts';
import { Policy } from './policy.ts';
import { ProposalContent } from './proposals.ts';

/** What a confirmed proposal brings about names it, so that verification can ask for both signatures. */
const proposal = Id;
const ordered = z.strictObject({ proposal, reason: z.string() });

export const accountsEvents = {
  /** The first entry of a site's chain. Subject `site:<code>`. */
  'site.founded': eventKind(
    1,
    z.strictObject({
      code: z.string(),
      name: z.string(),
      room: z.string(),
      /** The site's public signing key, which checkpoints are verified with: SPKI DER, base64. */
      signingKey: z.string(),
      signatureAlgorithm: z.string(),
    }),
  ),
  /** Subject `account:<id>`. */
  'account.created': eventKind(
    1,
    z.strictObject({
      identifier: z.string(),
      name: z.string(),
      reading: z.string(),
      roles: z.array(Role),
      /** The person's public signing key, for roles that sign; SPKI DER, base64. */
      signingKey: z.string().nullable(),
      signatureAlgorithm: z.string().nullable(),
      mustChangePassword: z.boolean(),
    }),
  ),
  'account.passwordChanged': eventKind(1, z.strictObject({})),
  'session.opened': eventKind(1, z.strictObject({})),
  'session.closed': eventKind(
    1,
    z.strictObject({ why: z.enum(['signed-out', 'locked', 'idle', 'quit', 'suspended', 'hours']) }),
  ),
  /** Sign-ins refused while the ledger was closed, written at the next opening. Identifier as typed and folded. */
  'session.refused': eventKind(
    1,
    z.strictObject({ identifier: z.string(), times: z.int().min(1), first: Instant, last: Instant }),
  ),

  /** Somebody proposes what takes two people. Subject `proposal:<id>`. */
  'proposal.made': signedKind(1, z.strictObject({ content: ProposalContent, expiresAt: Instant })),
  /** A second person confirms; `digest` is that of the payload proposed (hex). The events that follow from it come after. */
  'proposal.confirmed': signedKind(1, z.strictObject({ digest: z.string() })),
  'proposal.refused': signedKind(1, z.strictObject({ digest: z.string(), reason: z.string() })),
  /** By whoever made it. */
  'proposal.withdrawn': eventKind(1, z.strictObject({ reason: z.string() })),

  /** What follows from confirmed proposals, signed by whoever confirmed. Subject `account:<id>`. */
  'account.registered': signedKind(
    1,
    z.strictObject({
      proposal,
      identifier: z.string(),
      name: z.string(),
      reading: z.string(),
      roles: z.array(Role),
      hours: Hours.nullable(),
    }),
  ),
  'account.renamed': signedKind(1, z.strictObject({ proposal, name: z.string(), reading: z.string() })),
  'account.rolesChanged': signedKind(1, z.strictObject({ proposal, roles: z.array(Role) })),
  'account.hoursChanged': signedKind(1, z.strictObject({ proposal, hours: Hours.nullable() })),
  'account.suspended': signedKind(1, ordered),
  'account.restored': signedKind(1, ordered),
  'account.closed': signedKind(1, ordered),
  'account.passwordReset': signedKind(1, ordered),
  'account.keyOrdered': signedKind(1, ordered),
  /** Subject `site:<code>`. */
  'policy.set': signedKind(1, z.strictObject({ proposal, policy: Policy })),

  /**
   * A person has a new signing key, made at their own sign-in and signed with itself. `endorsement` is the old key's signature
   * over it; null where there was none or it was lost with the password, and an order for a new key stands on the chain.
   */
  'account.keyMade': signedKind(
    1,
    z.strictObject({ algorithm: z.string(), key: z.string(), endorsement: z.string().nullable() }),
  ),
  /** The person's keyslot was sealed anew with the iterations that are settled now. */
  'account.slotRenewed': eventKind(1, z.strictObject({ iterations: z.int() })),
  /** The site signs with another key from now on, endorsed by the one before. Subject `site:<code>`. */
  'site.keyChanged': eventKind(
    1,
    z.strictObject({ algorithm: z.string(), key: z.string(), endorsement: z.string() }),
  ),

  /** The accounts were looked through and judged one by one. Subject `site:<code>`. */
  'accounts.checked': signedKind(
    1,
    z.strictObject({
      items: z.array(CheckItem.extend({ flags: z.array(CheckFlag) })),
      remarks: z.string(),
    }),
  ),

  ...keyEvents,
} as const;

export type AccountsEvent = EventOf<typeof accountsEvents>;
export type NewAccountsEvent = NewEventOf<typeof accountsEvents>;
