import { ok } from '../../../shared/kernel/result.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { reportChannels } from '../../../shared/media/report/contract.ts';
import type { SessionHandlers } from '../../context.ts';
import { mediaReport, reportedRequests } from './queries.ts';

/** What the channels of the monthly report do. */
export const reportHandlers: Pick<SessionHandlers<typeof mediaContract>, keyof typeof reportChannels> = {
  report: ({ period }, { read, now }) => ok(mediaReport(read, period, now())),
  reportRequests: ({ period, counted }, { read }) => ok(reportedRequests(read, period, counted)),
};
