import { VisitKind } from '../../entries/model.ts';
import type { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import { MEDIA_RECORDS, MediaRecords } from '../../media/retention.ts';

const RecordKind = z.enum([...VisitKind.options, ...MediaRecords.options]);
const isMedia = (kind: z.infer<typeof RecordKind>): kind is MediaRecords =>
  MediaRecords.options.some((one) => one === kind);

/** What has a retention period 保存期間 of its own: a ledger, and a kind of its records. */
export const Retained = z
  .strictObject({ ledger: z.enum(['entries', 'media']), kind: RecordKind })
  .refine(({ ledger, kind }) => (ledger === 'media') === isMedia(kind), { error: 'malformed' });
export type Retained = z.infer<typeof Retained>;

/** Everything that has one, in the order in which it is shown. */
export const RETAINED: readonly Retained[] = [
  ...VisitKind.options.map((kind): Retained => ({ ledger: 'entries', kind })),
  ...MEDIA_RECORDS.map((kind): Retained => ({ ledger: 'media', kind })),
];

/** A fiscal year 年度, by the year it begins in. */
export const FiscalYear = z.int().min(1970).max(9998);

/** The longest period that can be set, in years. */
export const MAX_YEARS = 100;

/** How many fiscal years records are kept after the one they belong to; null is without end. */
export const Years = z.int().min(1).max(MAX_YEARS).nullable();
export type Years = z.infer<typeof Years>;

/** What an erasure is about: the records of one kind and one fiscal year. */
export const ErasureTarget = Retained.safeExtend({ fiscalYear: FiscalYear });
export type ErasureTarget = z.infer<typeof ErasureTarget>;

/**
 * How long records are kept while two people have not settled otherwise: media's for as long as such offices keep permissions, lists of their
 * contents for a year, for they are large; what stands in the entry log without end.
 */
export function firstYears({ kind }: Retained): Years {
  if (!isMedia(kind)) return null;
  return kind === 'media-contents' ? 1 : 5;
}

/** A retention period as it stands. */
export interface Period extends Retained {
  readonly years: Years;
  /** Who proposed and who confirmed it, and when; null while it was never set. */
  readonly set: { readonly at: Instant; readonly proposedBy: string; readonly confirmedBy: string } | null;
}

/** How many records of one kind and fiscal year there are. */
export interface YearCount extends ErasureTarget {
  readonly records: number;
  /**
   * Of these: somebody inside, an exit nobody explained, a badge still out; a request that is undecided, carried or in dispute, a medium in
   * use. They are never erased.
   */
  readonly open: number;
}

/** Records whose retention has ended. `since`: the moment at which it ended. `count`: how many can be erased. */
export interface Due extends ErasureTarget {
  readonly since: Instant;
  readonly count: number;
  readonly open: number;
}

/** An erasure that was carried out. */
export interface Erasure extends ErasureTarget {
  readonly seq: number;
  readonly at: Instant;
  readonly subjects: number;
  readonly entries: number;
  readonly proposedBy: string;
  readonly confirmedBy: string;
}

/** All that the screen of retention shows. */
export interface Retention {
  readonly periods: readonly Period[];
  readonly due: readonly Due[];
  /** The newest first, a hundred at most. */
  readonly erasures: readonly Erasure[];
  /** Something was erased since the ledger was opened: its file is written anew when it is opened next. */
  readonly residue: boolean;
}

/** How far an erasure is; steps, of which the total is an estimate. */
export interface ErasingProgress {
  readonly done: number;
  readonly total: number;
}
