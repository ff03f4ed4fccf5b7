import { command, query } from '../../kernel/contract.ts';
import { Id } from '../../kernel/ids.ts';
import { requiredParagraph } from '../../kernel/text.ts';
import { Instant } from '../../kernel/time.ts';
import { z } from '../../kernel/zod.ts';
import { type OverdueList, Reminding } from './model.ts';

export const reminderChannels = {
  /** 督促一覧: what is inside or outside and should not be any more; at most 500 of each. */
  overdue: query<OverdueList>()(z.strictObject({})),
  /** Records that somebody was reminded of a medium that is due. */
  remind: command<null>()(z.strictObject({ requestId: Id, reminding: Reminding })),
  /** An officer puts off when a medium has to be back or out, signed. */
  putOff: command<null>()(
    z.strictObject({
      requestId: Id,
      /** The due time that was shown. */
      before: Instant,
      due: Instant,
      reason: requiredParagraph(500),
      password: z.string().min(1, { error: 'required' }).max(256),
    }),
  ),
};
