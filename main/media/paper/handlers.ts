import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { paperChannels } from '../../../shared/media/paper/contract.ts';
import type { SessionHandlers } from '../../context.ts';
import { requestPaper } from './queries.ts';

/** What the channels of printed forms do. */
export const paperHandlers: Pick<SessionHandlers<typeof mediaContract>, keyof typeof paperChannels> = {
  requestPaper: ({ requestId }, { read, now }) => {
    const found = requestPaper(read, requestId, now());
    return found === undefined ? refuse('request-missing', { field: 'requestId' }) : ok(found);
  },
};
