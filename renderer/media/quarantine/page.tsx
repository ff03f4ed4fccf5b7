import { TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { QuarantineRow } from '../../../shared/media/quarantine/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Card, Page } from '../../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { MediaPlaces } from '../places.tsx';
import { QuarantineFacts } from './facts.tsx';
import { useQuarantineText } from './text.ts';

/** 隔離: what is in quarantine now, and the last that are not any more. */
export function QuarantinePage() {
  const t = useQuarantineText();
  const held = useQueryOf('media', 'quarantines', { ended: false }, { every: 60_000 });
  const ended = useQueryOf('media', 'quarantines', { ended: true });
  return (
    <Page title={t('title')} places={<MediaPlaces />}>
      <div className="flex w-full max-w-5xl flex-col gap-4 p-4">
        <Card>
          <p className="mb-3 text-sm">{t('about')}</p>
          <QueryStates query={held}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState title={t('none')}>{t('noneDo')}</EmptyState>
              ) : (
                <Rows label={t('title')} rows={rows} />
              )
            }
          </QueryStates>
        </Card>
        <Card>
          <h2 className="mb-3 text-lg font-bold">{t('title.ended')}</h2>
          <QueryStates query={ended}>
            {(rows) =>
              rows.length === 0 ? (
                <p className="text-sm text-ink-soft">{t('noneEnded')}</p>
              ) : (
                <Rows label={t('title.ended')} rows={rows} />
              )
            }
          </QueryStates>
        </Card>
      </div>
    </Page>
  );
}

function Rows({ label, rows }: { readonly label: string; readonly rows: readonly QuarantineRow[] }) {
  const t = useQuarantineText();
  return (
    <ul aria-label={label} className="flex flex-col gap-3">
      {rows.map((row) => (
        <li
          key={row.seq}
          className={`rounded-8 border p-3 ${row.ended === null ? 'border-danger border-l-8' : 'border-line'}`}
        >
          <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
            <Link
              to={`/media/requests/${row.requestId}?tab=all`}
              className="focus-ring min-w-0 font-bold break-words text-accent underline"
            >
              {row.mediumName}
            </Link>
            <span className="text-sm text-ink-soft">
              {[t('request', { no: row.requestNo }), row.bearer, row.organisation]
                .filter((part) => part !== '')
                .join(' / ')}
            </span>
            {row.finding === '' ? null : (
              <span className="text-sm break-all">
                {t('finding')}: {row.finding}
              </span>
            )}
          </p>
          {row.lost ? (
            <p className="mb-2 flex items-start gap-2 font-bold text-danger">
              <TriangleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
              {t('lost')}
            </p>
          ) : null}
          <QuarantineFacts quarantine={row} />
        </li>
      ))}
    </ul>
  );
}
