import { z } from '../../../../shared/kernel/zod.ts';
import { type StocktakeLine } from '../../../../shared/media/register/contract.ts';
import type { StocktakeRow } from '../../../../shared/media/register/model.ts';
import { isDue, type Scan, scanned } from '../../../../shared/media/register/rules.ts';

/** A stocktake in hand, by the ids of its media. */
const StocktakeDraft = z.strictObject({
  /** The place that stock is taken of; null: all. */
  place: z.string().nullable(),
  /** How often each was read; once where somebody ticked it by hand. */
  reads: z.record(z.string(), z.int().min(1)),
  seals: z.record(z.string(), z.boolean()),
  notes: z.record(z.string(), z.string()),
  /** What was read and is no medium of this stocktake. */
  odd: z.array(z.string()),
});
export type StocktakeDraft = z.infer<typeof StocktakeDraft>;

export const EMPTY_DRAFT: StocktakeDraft = { place: null, reads: {}, seals: {}, notes: {}, odd: [] };

/** Whether nothing was done yet. */
export function isBlank({ reads, seals, notes, odd }: StocktakeDraft): boolean {
  return [reads, seals, notes, odd].every((part) => Object.keys(part).length === 0);
}

/** A draft as main keeps it; null forgets it. */
export function packDraft(draft: StocktakeDraft): string | null {
  return isBlank(draft) ? null : JSON.stringify(draft);
}

/** What {@link packDraft} has written; undefined for anything else. */
export function readDraft(text: string | null): StocktakeDraft | undefined {
  if (text === null) return undefined;
  try {
    return StocktakeDraft.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The draft after something was read, and what that came to. */
export function afterScan(
  draft: StocktakeDraft,
  text: string,
  rows: ReadonlyMap<string, StocktakeRow>,
): { readonly draft: StocktakeDraft; readonly scan: Scan | undefined } {
  const scan = scanned(text, rows, new Set(Object.keys(draft.reads)), draft.place);
  if (scan === undefined) return { draft, scan };
  if (scan.what === 'seen' || scan.what === 'twice') {
    const { id } = scan.row;
    return { draft: { ...draft, reads: { ...draft.reads, [id]: (draft.reads[id] ?? 0) + 1 } }, scan };
  }
  const read = text.trim();
  return { draft: { ...draft, odd: [...draft.odd.filter((one) => one !== read), read] }, scan };
}

/** The draft with a medium ticked by hand, or no longer. */
export function ticked(draft: StocktakeDraft, id: string): StocktakeDraft {
  const { [id]: reads, ...others } = draft.reads;
  return { ...draft, reads: reads === undefined ? { ...draft.reads, [id]: 1 } : others };
}

/** What was read and still wants looking into: what has been recorded meanwhile (a return, a finding) has gone. */
export function oddOnes(
  draft: StocktakeDraft,
  rows: ReadonlyMap<string, StocktakeRow>,
): readonly (Scan & { readonly read: string })[] {
  return draft.odd.flatMap((read) => {
    const scan = scanned(read, rows, new Set(), draft.place);
    return scan === undefined || scan.what === 'seen' ? [] : [{ ...scan, read }];
  });
}

/** What is recorded: a line for each medium that is due. */
export function linesOf(draft: StocktakeDraft, rows: readonly StocktakeRow[]): StocktakeLine[] {
  return rows
    .filter((row) => isDue(row, draft.place))
    .map(({ id }) => {
      const seen = draft.reads[id] !== undefined;
      return {
        mediumId: id,
        seen,
        sealIntact: seen ? (draft.seals[id] ?? null) : null,
        note: draft.notes[id] ?? '',
      };
    });
}
