import type { mediaContract } from '../../../shared/media/contract.ts';
import type { listChannels } from '../../../shared/media/lists/contract.ts';
import type { SessionHandlers } from '../../context.ts';
import { listExport } from './export-handlers.ts';
import { listImport } from './import-handlers.ts';

/** What the channels of lists do: taking an office's list in, writing the register and the requests out. */
export const listHandlers: Pick<SessionHandlers<typeof mediaContract>, keyof typeof listChannels> = {
  ...listImport,
  ...listExport,
};
