import { command, query } from '../../kernel/contract.ts';
import { Id } from '../../kernel/ids.ts';
import { requiredParagraph } from '../../kernel/text.ts';
import { z } from '../../kernel/zod.ts';
import { Way } from '../inspection/model.ts';
import { QuarantineEnding, QuarantinePlace, type QuarantineRow } from './model.ts';

export const quarantineChannels = {
  /** What is in quarantine now, what has been there longest first; with `ended`, the last hundred that are not any more. */
  quarantines: query<readonly QuarantineRow[]>()(z.strictObject({ ended: z.boolean() })),
  /** Puts the medium of a request in quarantine. */
  quarantine: command<null>()(
    z.strictObject({
      requestId: Id,
      way: Way,
      /** The check that was shown: refused if another has found something since. */
      check: z.int().min(1),
      kept: QuarantinePlace,
    }),
  ),
  /** An officer ends a quarantine, signed. */
  endQuarantine: command<null>()(
    z.strictObject({
      requestId: Id,
      /** The quarantine and the check that were shown. */
      quarantine: z.int().min(1),
      check: z.int().min(1),
      ending: QuarantineEnding,
      reason: requiredParagraph(500),
      password: z.string().min(1, { error: 'required' }).max(256),
    }),
  ),
};
