import type { StoryLine } from '../../entries/model.ts';
import { command, query } from '../../kernel/contract.ts';
import { Id } from '../../kernel/ids.ts';
import { line, paragraph, requiredLine, requiredParagraph } from '../../kernel/text.ts';
import { z } from '../../kernel/zod.ts';
import {
  ErasureMethod,
  type Medium,
  MediumDetails,
  MediumKind,
  MediumState,
  type RegisterSummary,
  STOCKTAKE_MAX,
  type StocktakeRow,
} from './model.ts';

/** Which media the register shows; each part narrows. */
export const MediumFilter = z.strictObject({
  state: MediumState.optional(),
  kind: MediumKind.optional(),
  /** Found in number, name, serial, keeper, place by folding. */
  text: z.string().max(100).optional(),
});
export type MediumFilter = z.infer<typeof MediumFilter>;

/** What was made of one medium at a stocktake; `sealIntact` null where nobody looked or it has none. */
export const StocktakeLine = z.strictObject({
  mediumId: Id,
  seen: z.boolean(),
  sealIntact: z.boolean().nullable(),
  note: line(200),
});
export type StocktakeLine = z.infer<typeof StocktakeLine>;

const witnessed = {
  mediumId: Id,
  method: ErasureMethod,
  product: line(100),
  by: requiredLine(100),
  witness: requiredLine(100),
  /** Number of the certificate, photograph, log: what proves it. */
  proof: requiredLine(200),
};

export const MediumErasing = z.strictObject(witnessed);
export type MediumErasing = z.infer<typeof MediumErasing>;
export const MediumDestroying = z.strictObject({ ...witnessed, reason: requiredParagraph(500) });
export type MediumDestroying = z.infer<typeof MediumDestroying>;

export const registerChannels = {
  registerSummary: query<RegisterSummary>()(z.strictObject({})),
  /** By number, as people count: 2 before 10. */
  media: query<{ readonly rows: readonly Medium[]; readonly total: number }>()(
    z.strictObject({ filter: MediumFilter, offset: z.int().min(0), limit: z.int().min(1).max(200) }),
  ),
  medium: query<{ readonly medium: Medium; readonly story: readonly StoryLine[] }>()(
    z.strictObject({ id: Id }),
  ),
  registerMedium: command<{ readonly id: string }>()(MediumDetails),
  changeMedium: command<null>()(
    z.strictObject({ mediumId: Id, details: MediumDetails, reason: requiredParagraph(500) }),
  ),
  /** What is in use, by place and number: at one place, or everywhere. Longer by one than `STOCKTAKE_MAX` if there is more. */
  stocktakeList: query<readonly StocktakeRow[]>()(z.strictObject({ place: line(100).optional() })),
  /** What was seen and what was not, all or none. */
  stocktake: command<null>()(
    z.strictObject({ lines: z.array(StocktakeLine).min(1).max(STOCKTAKE_MAX, { error: 'too-many' }) }),
  ),
  /** A stocktake that is not recorded yet, as the window keeps it for this account over a lock or a restart. */
  stocktakeDraft: query<string | null>()(z.strictObject({})),
  saveStocktakeDraft: command<null>()(z.strictObject({ draft: z.string().max(1_000_000).nullable() })),
  loseMedium: command<null>()(
    z.strictObject({ mediumId: Id, circumstances: requiredParagraph(500), reportedTo: requiredLine(100) }),
  ),
  findMedium: command<null>()(
    z.strictObject({ mediumId: Id, where: requiredLine(200), note: paragraph(500) }),
  ),
  eraseMedium: command<null>()(MediumErasing),
  destroyMedium: command<null>()(MediumDestroying),
};
