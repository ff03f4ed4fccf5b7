import { TypedPassword } from '../accounts/model.ts';
import { command, defineContract, push, query } from '../kernel/contract.ts';
import { paragraph, requiredParagraph } from '../kernel/text.ts';
import { z } from '../kernel/zod.ts';
import {
  type CheckpointSlip,
  type Exported,
  type FileCompared,
  LEDGERS,
  type Review,
  type ReviewDraft,
  type ReviewState,
  type SignatureCheck,
  type SlipCompared,
  TrailFilter,
  type TrailProgress,
  type TrailRow,
  type TrailStatus,
  type Verification,
} from './model.ts';
import type { PrintedChecked } from './printed/model.ts';
import type { ErasingProgress, Retention } from './retention/model.ts';

const nothing = z.strictObject({});
const Seq = z.int().min(1);
const Hash = z.string().regex(/^[0-9a-f]{64}$/u, { error: 'malformed' });

/** What is signed for at a review: the range that was shown, and what came of it. */
export const Reviewing = z.strictObject({
  first: Seq,
  last: Seq,
  head: Hash,
  findings: requiredParagraph(2000),
  measures: paragraph(2000),
  password: TypedPassword,
});

export const trailContract = defineContract(
  'trail',
  {
    status: query<TrailStatus>()(nothing),
    /** Entries from the newest back; `before` is a sequence number to go on from. */
    entries: query<{ readonly rows: readonly TrailRow[]; readonly more: boolean }>()(
      z.strictObject({
        filter: TrailFilter,
        before: Seq.optional(),
        limit: z.int().min(1).max(200),
      }),
    ),
    /** Checks the signature of one entry, with the key its actor had then. */
    signature: query<SignatureCheck>()(z.strictObject({ seq: Seq })),
    /** Verifies the whole chain, then compares the views with a replay. Progress comes by push. One at a time. */
    verify: command<Verification>()(nothing),
    cancelVerify: command<null>()(nothing),
    /** The newest checkpoint, to be printed or copied. */
    checkpoint: query<CheckpointSlip | null>()(nothing),
    /** Compares a checkpoint slip that somebody typed with the chain, and records how that came out. */
    compareSlip: command<SlipCompared>()(
      z.strictObject({ size: z.string().max(40), head: z.string().max(400) }),
    ),
    /** Has a file of checkpoints chosen and compares them all. null: none was chosen. */
    compareFile: command<FileCompared | null>()(nothing),
    /** Holds the signature block of a printed form against this chain, as it was pasted or scanned. */
    checkPrinted: query<PrintedChecked>()(
      z.strictObject({ text: z.string().max(40_000, { error: 'too-long' }) }),
    ),
    reviewState: query<ReviewState>()(nothing),
    /** What the next review is about; null when there is nothing that was not reviewed. */
    reviewDraft: query<ReviewDraft | null>()(nothing),
    review: command<{ readonly seq: number }>()(Reviewing),
    /** Past reviews, newest first; `before` is the number of a review's entry to go on from. */
    reviews: query<{ readonly rows: readonly Review[]; readonly more: boolean }>()(
      z.strictObject({ before: Seq.optional(), limit: z.int().min(1).max(50) }),
    ),
    /** Has a folder chosen and writes the chain there for an auditor. null: none was chosen. Progress comes by push. */
    export: command<Exported | null>()(
      z.strictObject({ withhold: z.array(z.enum(LEDGERS)).max(LEDGERS.length) }),
    ),
    cancelExport: command<null>()(nothing),
    /** Periods, what is due, what was erased. */
    retention: query<Retention>()(nothing),
    /** How many kinds and fiscal years are due for erasure. */
    retentionDue: query<{ readonly due: number }>()(nothing),
    /** Stops the erasure under way; then nothing was erased. Progress comes by push. */
    cancelErasure: command<null>()(nothing),
  },
  {
    progress: push<TrailProgress>(),
    exportProgress: push<{ readonly done: number; readonly total: number }>(),
    erasing: push<ErasingProgress>(),
  },
);
