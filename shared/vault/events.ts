import { type EventOf, eventKind, type NewEventOf, signedKind } from '../kernel/event.ts';
import { z } from '../kernel/zod.ts';
import { BackupFault, EveryHours, Keep } from './model.ts';

/** Subject of all: `site:<code>`. Folders are paths on the machine where it was done. */
export const vaultEvents = {
  /** `size` and `head` are those of the chain in the copy, which ends before this entry. */
  'backup.made': eventKind(
    1,
    z.strictObject({
      name: z.string(),
      folder: z.string(),
      bytes: z.int(),
      size: z.int(),
      head: z.string(),
      /** Older ones of this site that are still beside it. */
      kept: z.int(),
      removed: z.int(),
    }),
  ),
  'backup.failed': eventKind(1, z.strictObject({ folder: z.string(), why: BackupFault })),
  /** Null: no longer by themselves. */
  'backup.scheduled': eventKind(
    1,
    z.strictObject({
      schedule: z.strictObject({ folder: z.string(), everyHours: EveryHours, keep: Keep }).nullable(),
    }),
  ),
  /** A backup was restored to a folder of its own, verified, and removed again. */
  'backup.drilled': eventKind(
    1,
    z.strictObject({
      name: z.string(),
      result: z.enum(['verified', ...BackupFault.options]),
      size: z.int(),
      head: z.string(),
    }),
  ),
  /**
   * The first entry of a ledger that was put in place from a backup, by who did it. `expectedSize`: how long this machine, or a
   * checkpoint that was typed in, knew the chain to be.
   */
  'ledger.restored': signedKind(
    1,
    z.strictObject({
      name: z.string(),
      foundSize: z.int(),
      foundHead: z.string(),
      expectedSize: z.int(),
      missing: z.int(),
    }),
  ),
} as const;

export type VaultEvent = EventOf<typeof vaultEvents>;
export type NewVaultEvent = NewEventOf<typeof vaultEvents>;
