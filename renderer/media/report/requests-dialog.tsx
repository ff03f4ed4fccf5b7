import { Link } from 'react-router';
import type { ReportedRequests } from '../../../shared/media/report/model.ts';
import type { ReportPeriod } from '../../../shared/media/report/period.ts';
import type { ReportRow } from '../../../shared/media/report/rows.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { RequestStateBadge } from '../requests/words.tsx';
import { useRequestsText } from '../requests/text.ts';
import { useReportText } from './text.ts';
import { useRowLabel } from './words.ts';

/** The requests that a number counts, each one step away. */
export function RequestsDialog({
  row,
  counted,
  period,
  onClose,
}: {
  readonly row: ReportRow;
  readonly counted: ReportedRequests;
  readonly period: ReportPeriod;
  readonly onClose: () => void;
}) {
  const t = useReportText();
  const requests = useRequestsText();
  const label = useRowLabel();
  const format = useFormat();
  const found = useQueryOf('media', 'reportRequests', { period, counted });
  return (
    <Dialog
      title={t('list.title', { what: label(row, true), n: format.number(row.count) })}
      size="lg"
      isOpen
      onClose={onClose}
    >
      <QueryStates query={found}>
        {(rows) => (
          <>
            {rows.length < row.count ? (
              <p className="text-sm">{t('list.first', { n: rows.length })}</p>
            ) : null}
            <ul className="flex flex-col divide-y divide-line">
              {rows.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                  <Link
                    to={`/media/requests/${one.id}`}
                    className="focus-ring font-bold text-accent underline"
                  >
                    {requests('detail.no', { no: one.no })} {one.mediumName}
                  </Link>
                  <RequestStateBadge state={one.state} />
                  <span className="text-sm break-words">
                    {one.purpose}
                    {t('dot')}
                    {one.bearer}
                  </span>
                  <span className="ml-auto text-sm text-ink-soft tabular-nums">
                    {format.dateTime(one.requestedAt)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryStates>
    </Dialog>
  );
}
