import { command, defineContract, push, query } from '../kernel/contract.ts';
import { z } from '../kernel/zod.ts';
import type { CheckpointSlip, TrailProgress, TrailRow, TrailStatus, Verification } from './model.ts';

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
    /** The newest checkpoint, to be printed or copied. */
    checkpoint: query<CheckpointSlip | null>()(nothing),
  },
  { progress: push<TrailProgress>() },
);
