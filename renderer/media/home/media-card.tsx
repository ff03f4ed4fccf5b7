import { AlarmClock, CornerDownLeft, FilePlus2, LogIn, LogOut, Stamp, Timer } from 'lucide-react';
import { Link } from 'react-router';
import { isOverdue } from '../../../shared/media/reminders/rules.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Figure } from '../../app/home/figure.tsx';
import { useSession } from '../../app/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { RequestStateBadge } from '../requests/words.tsx';
import { useHomeText } from './text.ts';

const SHOWN = 5;

function Waiting({ title, rows }: { readonly title: string; readonly rows: readonly RequestRow[] }) {
  const t = useHomeText();
  const format = useFormat();
  const now = useNow();
  if (rows.length === 0) return null;
  return (
    <section className="min-w-0">
      <h3 className="mt-3 text-sm font-bold">{title}</h3>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <Link
              to={`/media/requests/${row.id}`}
              className="focus-ring flex flex-wrap items-center gap-x-3 rounded-6 px-2 py-1 hover:bg-hover"
            >
              <span className="w-full truncate text-accent underline">
                {row.mediumName} / {row.bearer}
              </span>
              <span className="shrink-0 text-sm whitespace-nowrap text-ink-soft tabular-nums">
                {t('list.due', { at: format.dayTime(row.due, now) })}
              </span>
              <RequestStateBadge state={row.state} />
            </Link>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? <p className="px-2 text-sm">{t('more', { n: rows.length - SHOWN })}</p> : null}
    </section>
  );
}

/** What waits in the media ledger: decisions, returned requests, what is inside and outside, what is overdue or soon due. */
export function MediaCard() {
  const t = useHomeText();
  const { may, canWrite } = useSession();
  const decides = may('media.inbox');
  const counts = useQueryOf('media', 'counts', {}, { every: 60_000 });
  const inbox = useQueryOf('media', 'inbox', {}, { enabled: decides });
  const carried = useQueryOf('media', 'carried', {});
  const now = useNow();
  const overdue = [...(carried.data?.inside ?? []), ...(carried.data?.outside ?? [])].filter((row) =>
    isOverdue(row, now),
  );
  const toDecide = inbox.data ?? [];
  const n = (count: number): string => t('count', { n: count });
  return (
    <Card>
      <h2 className="mb-3 text-lg font-bold">{t('title')}</h2>
      <QueryStates query={counts}>
        {(data) => (
          <dl className="grid grid-cols-2 gap-3 min-[48rem]:grid-cols-3 min-[80rem]:grid-cols-6">
            {decides ? (
              <Figure icon={Stamp} label={t('toDecide')} value={n(data.toDecide)} alarm={data.toDecide > 0} />
            ) : null}
            {may('media.submit') ? (
              <Figure
                icon={CornerDownLeft}
                label={t('returned')}
                value={n(data.returned)}
                alarm={data.returned > 0}
              />
            ) : null}
            <Figure icon={LogIn} label={t('inside')} value={n(data.inside)} />
            <Figure icon={LogOut} label={t('outside')} value={n(data.outside)} />
            <Figure icon={AlarmClock} label={t('overdue')} value={n(data.overdue)} alarm={data.overdue > 0} />
            <Figure icon={Timer} label={t('dueSoon')} value={n(data.dueSoon)} />
          </dl>
        )}
      </QueryStates>
      <div className="grid gap-x-6 min-[64rem]:grid-cols-2">
        <Waiting title={t('list.toDecide')} rows={toDecide} />
        <Waiting title={t('list.overdue')} rows={overdue} />
      </div>
      {carried.data !== undefined && toDecide.length === 0 && overdue.length === 0 ? (
        <p className="mt-3 text-ink-soft">{t('allWell')}</p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton to="/media">{t('open')}</LinkButton>
        {canWrite && may('media.submit') ? (
          <LinkButton to="/media/new" icon={FilePlus2}>
            {t('new')}
          </LinkButton>
        ) : null}
      </div>
    </Card>
  );
}
