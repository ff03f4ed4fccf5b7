import { command, defineContract, push, query } from '../kernel/contract.ts';
import { z } from '../kernel/zod.ts';
import type { TrailProgress, TrailRow, TrailStatus, Verification } from './model.ts';
import type { ErasingProgress, Retention } from './retention/model.ts';

const nothing = z.strictObject({});

export const trailContract = defineContract(
  'trail',
  {
    status: query<TrailStatus>()(nothing),
    /** Entries from the newest back; `before` is a sequence number to go on from. */
    entries: query<{ readonly rows: readonly TrailRow[]; readonly more: boolean }>()(
      z.strictObject({
        before: z.int().min(1).optional(),
        limit: z.int().min(1).max(200),
        subject: z.string().max(200).optional(),
      }),
    ),
    /** Verifies the whole chain, then compares the views with a replay. Progress comes by push. One at a time. */
    verify: command<Verification>()(nothing),
    cancelVerify: command<null>()(nothing),
    /** The last checkpoint as the signed note that is printed or copied (C2SP signed note). */
    checkpoint: query<{ readonly note: string } | null>()(nothing),
    /** Periods, what is due, what was erased. */
    retention: query<Retention>()(nothing),
    /** How many kinds and fiscal years are due for erasure. */
    retentionDue: query<{ readonly due: number }>()(nothing),
    /** Stops the erasure under way; then nothing was erased. Progress comes by push. */
    cancelErasure: command<null>()(nothing),
  },
  { progress: push<TrailProgress>(), erasing: push<ErasingProgress>() },
);
