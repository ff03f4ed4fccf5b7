import { eventKind, signedKind } from '../kernel/event.ts';
import { Id } from '../kernel/ids.ts';
import { z } from '../kernel/zod.ts';

const pair = z.int().min(1).max(9);
const generation = z.int().min(1);

/** Why the ledger's key was replaced. */
export const ROTATION_REASONS = ['removal', 'recovery', 'encryption', 'requested'] as const;
export type RotationReason = (typeof ROTATION_REASONS)[number];

/** Why it is due to be replaced, though nobody asks for it. */
export type DueReason = Exclude<RotationReason, 'requested'>;

/** What happens to recovery keys and to the ledger's own. Subject `site:<code>`. */
export const keyEvents = {
  /** Two custodians got halves of a new recovery key. */
  'recovery.issued': signedKind(
    1,
    z.strictObject({ proposal: Id, pair, generation, custodians: z.tuple([z.string(), z.string()]) }),
  ),
  'recovery.revoked': signedKind(1, z.strictObject({ proposal: Id, pair })),
  /** Both halves opened the ledger, and an administrator got a new password. The key is void from then on. */
  'recovery.used': eventKind(1, z.strictObject({ pair, generation, account: Id })),
  /** Both halves were tried, and opened nothing but the proof that they would. */
  'recovery.drilled': eventKind(1, z.strictObject({ pair, generation, result: z.enum(['good', 'bad']) })),
  /** The ledger's key was replaced and the whole file encrypted anew. */
  'keys.rotated': eventKind(
    1,
    z.strictObject({
      epoch: z.int().min(2),
      why: z.enum(ROTATION_REASONS),
      /** What the file is encrypted with from then on; not recorded before there was a choice. */
      encryption: z.string().optional(),
    }),
  ),
} as const;
