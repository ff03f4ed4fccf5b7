import { command, push } from '../../kernel/contract.ts';
import { paragraph } from '../../kernel/text.ts';
import { z } from '../../kernel/zod.ts';
import { MediumFilter } from '../register/contract.ts';
import { RequestFilter } from '../requests/contract.ts';
import { ListFormat, ListMapping, type ListExported, type ListOutcome, type ListPreview } from './model.ts';

const file = z.uuid();

export const listChannels = {
  /** Asks for an office's list with the system's dialog and looks through it; null when none was chosen. */
  chooseList: command<ListPreview | null>()(z.strictObject({})),
  previewList: command<ListPreview>()(z.strictObject({ file, mapping: ListMapping })),
  /** All of it or nothing; `reason` is that of what changes. */
  importList: command<ListOutcome>()(z.strictObject({ file, mapping: ListMapping, reason: paragraph(500) })),
  cancelList: command<null>()(z.strictObject({})),
  /** Writes what a list shows now to a file that is chosen in the system's dialog. */
  exportList: command<ListExported>()(
    z.strictObject({
      what: z.discriminatedUnion('list', [
        z.strictObject({ list: z.literal('register'), filter: MediumFilter }),
        z.strictObject({ list: z.literal('requests'), filter: RequestFilter }),
      ]),
      format: ListFormat,
      language: z.enum(['ja', 'en']),
    }),
  ),
};

export const listPushes = {
  listProgress: push<{ readonly done: number; readonly total: number }>(),
};
