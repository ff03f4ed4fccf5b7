import { type EventOf, eventKind, type NewEventOf } from '../kernel/event.ts';
import { Instant } from '../kernel/time.ts';
import { z } from '../kernel/zod.ts';
import { Role } from './model.ts';

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
  'session.closed': eventKind(1, z.strictObject({ why: z.enum(['signed-out', 'locked', 'idle', 'quit']) })),
  /** Sign-ins refused while the ledger was closed, written at the next opening. Identifier as typed and folded. */
  'session.refused': eventKind(
    1,
    z.strictObject({ identifier: z.string(), times: z.int().min(1), first: Instant, last: Instant }),
  ),
} as const;

export type AccountsEvent = EventOf<typeof accountsEvents>;
export type NewAccountsEvent = NewEventOf<typeof accountsEvents>;
