import type { StoryLine } from '../../entries/model.ts';
import { command, query } from '../../kernel/contract.ts';
import { Id } from '../../kernel/ids.ts';
import { line, paragraph, requiredLine, requiredParagraph } from '../../kernel/text.ts';
import { z } from '../../kernel/zod.ts';
import { ErasureMethod, type Medium, MediumDetails, MediumKind, MediumState } from './model.ts';

/** Which media the register shows; each part narrows. */
export const MediumFilter = z.strictObject({
  state: MediumState.optional(),
  kind: MediumKind.optional(),
  /** Found in number, name, serial, keeper, place by folding. */
  text: z.string().max(100).optional(),
});
export type MediumFilter = z.infer<typeof MediumFilter>;

const witnessed = {
  mediumId: Id,
  method: ErasureMethod,
  product: line(100),
  by: requiredLine(100),
  witness: requiredLine(100),
  /** Number of the certificate, photograph, log: what proves it. */
  proof: requiredLine(200),
};

export const registerChannels = {
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
  /** What was seen and what was not, all or none. */
  stocktake: command<null>()(
    z.strictObject({
      lines: z
        .array(
          z.strictObject({
            mediumId: Id,
            seen: z.boolean(),
            sealIntact: z.boolean().nullable(),
            note: line(200),
          }),
        )
        .min(1)
        .max(1000, { error: 'too-many' }),
    }),
  ),
  loseMedium: command<null>()(
    z.strictObject({ mediumId: Id, circumstances: requiredParagraph(500), reportedTo: requiredLine(100) }),
  ),
  findMedium: command<null>()(
    z.strictObject({ mediumId: Id, where: requiredLine(200), note: paragraph(500) }),
  ),
  eraseMedium: command<null>()(z.strictObject(witnessed)),
  destroyMedium: command<null>()(z.strictObject({ ...witnessed, reason: requiredParagraph(500) })),
};
