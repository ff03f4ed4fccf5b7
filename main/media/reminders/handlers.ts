import { ok } from '../../../shared/kernel/result.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { reminderChannels } from '../../../shared/media/reminders/contract.ts';
import type { SessionHandlers } from '../../context.ts';
import { changing, signed } from '../deciding.ts';
import * as commands from './commands.ts';
import { overdueList } from './overdue.ts';

/** What the channels of reminders and of due times that are put off do. */
export const reminderHandlers: Pick<SessionHandlers<typeof mediaContract>, keyof typeof reminderChannels> = {
  overdue: (_, { read, now }) => ok(overdueList(read, now())),
  remind: changing(commands.remind),
  putOff: signed(commands.putOff),
};
