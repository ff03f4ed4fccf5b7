import { eventKind } from '../../kernel/event.ts';
import { z } from '../../kernel/zod.ts';
import { ErasureMethod, MediumDetails } from './model.ts';

const text = z.string();
/** Who did it, who saw it, and what proves it (guideline 3.2 ⑥). */
const witnessed = z.strictObject({
  method: ErasureMethod,
  product: text,
  by: text,
  witness: text,
  proof: text,
});

/** Subject: `medium:<id>`. */
export const registerEvents = {
  'medium.registered': eventKind(1, MediumDetails),
  'medium.changed': eventKind(1, z.strictObject({ details: MediumDetails, reason: text })),
  /** Seen (or missed) at a stocktake 棚卸: one event for each medium, the same `stocktake` for all of one. */
  'medium.stocktaken': eventKind(
    1,
    z.strictObject({
      stocktake: z.uuid(),
      seen: z.boolean(),
      sealIntact: z.boolean().nullable(),
      note: text,
    }),
  ),
  'medium.lost': eventKind(1, z.strictObject({ circumstances: text, reportedTo: text })),
  'medium.found': eventKind(1, z.strictObject({ where: text, note: text })),
  'medium.erased': eventKind(1, witnessed),
  'medium.destroyed': eventKind(1, witnessed.extend({ reason: text })),
} as const;
