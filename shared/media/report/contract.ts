import { query } from '../../kernel/contract.ts';
import { z } from '../../kernel/zod.ts';
import type { RequestRow } from '../requests/model.ts';
import { type MediaReport, ReportedRequests } from './model.ts';
import { ReportPeriod } from './period.ts';

export const reportChannels = {
  /** The report 月次報告 of a month or fiscal year, as it stands now. */
  report: query<MediaReport>()(z.strictObject({ period: ReportPeriod })),
  /** The requests that one of its numbers counts, oldest first; at most 500. */
  reportRequests: query<readonly RequestRow[]>()(
    z.strictObject({ period: ReportPeriod, counted: ReportedRequests }),
  ),
};
