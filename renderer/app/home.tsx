import { AlarmClock, CalendarClock, CircleHelp, DoorOpen, type LucideIcon, Users } from 'lucide-react';
import { Link } from 'react-router';
import type { VisitRow } from '../../shared/entries/model.ts';
import { useQueryOf } from '../api/queries.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Card, Page } from '../ui/list-detail.tsx';
import { QueryStates } from '../ui/states.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useNow } from '../ui/use-now.ts';
import { useText } from './i18n.ts';
import { useSession } from './session.ts';

/** What waits for this person: nothing that their roles do not see. */
export function Home() {
  const t = useText();
  const { may, me } = useSession();
  return (
    <Page title={t('home.title')}>
      <div className="grid content-start gap-4 p-4 min-[64rem]:grid-cols-2">
        {may('entries.counts') ? <Door /> : null}
        {may('trail.status') ? <Chain /> : null}
        {may('accounts.list') ? <People only={me.roles.every((role) => role === 'administrator')} /> : null}
      </div>
    </Page>
  );
}

function Figure({
  icon: Icon,
  label,
  value,
  alarm = false,
}: {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly value: string;
  readonly alarm?: boolean;
}) {
  return (
    <div
      className={`rounded-8 border p-3 ${alarm ? 'border-2 border-danger bg-danger-soft' : 'border-line'}`}
    >
      <dt className="flex items-center gap-1.5 text-sm text-ink-soft">
        <Icon aria-hidden size={16} className={alarm ? 'text-danger' : ''} />
        {label}
      </dt>
      <dd className={`text-3xl font-bold tabular-nums ${alarm ? 'text-danger' : ''}`}>{value}</dd>
    </div>
  );
}

function Door() {
  const t = useText();
  const { may } = useSession();
  const counts = useQueryOf('entries', 'counts', {}, { every: 60_000 });
  const board = useQueryOf('entries', 'board', {});
  const now = useNow();
  const overdue = (board.data?.inside ?? []).filter(
    (row) => row.expectedUntil !== null && row.expectedUntil < now,
  );
  const unknown = board.data?.unknown ?? [];
  return (
    <Card className="min-[64rem]:col-span-2">
      <h2 className="mb-3 text-lg font-bold">{t('home.waits')}</h2>
      <QueryStates query={counts}>
        {(data) => (
          <dl className="grid grid-cols-2 gap-3 min-[64rem]:grid-cols-4">
            <Figure icon={Users} label={t('home.inside')} value={t('home.people', { n: data.inside })} />
            <Figure
              icon={CalendarClock}
              label={t('home.expected')}
              value={t('home.count', { n: data.expectedToday })}
            />
            <Figure
              icon={AlarmClock}
              label={t('home.overdue')}
              value={t('home.people', { n: data.overdue })}
              alarm={data.overdue > 0}
            />
            <Figure
              icon={CircleHelp}
              label={t('home.unknown')}
              value={t('home.people', { n: data.unknown })}
              alarm={data.unknown > 0}
            />
          </dl>
        )}
      </QueryStates>
      <div className="mt-3 grid gap-x-6 min-[64rem]:grid-cols-2">
        <Waiting title={t('home.overdueList')} rows={overdue} now={now} />
        <Waiting title={t('home.unknownList')} rows={unknown} now={now} />
      </div>
      {board.data !== undefined && overdue.length === 0 && unknown.length === 0 ? (
        <p className="mt-3 text-ink-soft">{t('home.allWell')}</p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        {may('entries.enter') ? (
          <LinkButton to="/entries" variant="solid" icon={DoorOpen}>
            {t('home.door')}
          </LinkButton>
        ) : null}
        <LinkButton to="/entries/board" icon={Users} shortcut="F2">
          {t('home.board')}
        </LinkButton>
      </div>
    </Card>
  );
}

const SHOWN = 6;

function Waiting({
  title,
  rows,
  now,
}: {
  readonly title: string;
  readonly rows: readonly VisitRow[];
  readonly now: number;
}) {
  const t = useText();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="mt-2 text-sm font-bold">{title}</h3>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id} className="border-b border-line">
            <Link
              to={`/entries/visits/${row.id}`}
              className="focus-ring flex flex-wrap gap-x-3 px-1 py-1.5 hover:bg-hover"
            >
              <span className="font-bold text-accent underline">{row.name}</span>
              <span>{row.organisation}</span>
              <span>{row.areaName}</span>
              {row.enteredAt === null ? null : (
                <span className="ml-auto text-sm text-ink-soft tabular-nums">
                  {t('home.since', {
                    at: format.dayTime(row.enteredAt, now),
                    duration: format.duration(now - row.enteredAt),
                  })}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Chain() {
  const t = useText();
  const format = useFormat();
  const status = useQueryOf('trail', 'status', {});
  const review = useQueryOf('trail', 'reviewState', {});
  const now = useNow();
  const overdue = review.data !== undefined && review.data.due < now;
  return (
    <Card>
      <h2 className="mb-3 text-lg font-bold">{t('home.trailTitle')}</h2>
      <QueryStates query={status}>
        {(data) => (
          <FactList
            facts={[
              { label: t('home.trailSize'), value: format.number(data.size) },
              { label: t('home.trailAnomalies'), value: format.number(data.clockAnomalies) },
              { label: t('home.trailShortfalls'), value: format.number(data.shortfalls) },
              {
                label: t('home.trailCheckpoint'),
                value:
                  data.lastCheckpoint === undefined
                    ? t('home.none')
                    : format.dateTime(data.lastCheckpoint.at),
              },
              {
                label: t('home.reviewDue'),
                value:
                  review.data === undefined ? undefined : overdue ? (
                    <strong className="text-danger">
                      {t('home.reviewOverdue', { at: format.date(review.data.due) })}
                    </strong>
                  ) : (
                    format.date(review.data.due)
                  ),
              },
              {
                label: t('home.reviewLast'),
                value: review.data?.lastAt === undefined ? t('home.none') : format.date(review.data.lastAt),
              },
            ]}
          />
        )}
      </QueryStates>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton to="/trail">{t('home.trailOpen')}</LinkButton>
        <LinkButton to="/trail?tab=review" variant={overdue ? 'solid' : 'outline'}>
          {t('home.reviewOpen')}
        </LinkButton>
      </div>
    </Card>
  );
}

function People({ only }: { readonly only: boolean }) {
  const t = useText();
  const list = useQueryOf('accounts', 'list', {});
  return (
    <Card>
      <h2 className="mb-3 text-lg font-bold">{t('home.accountsTitle')}</h2>
      <QueryStates query={list}>
        {(rows) => <p className="text-3xl font-bold tabular-nums">{t('home.people', { n: rows.length })}</p>}
      </QueryStates>
      {only ? <p className="mt-2 text-sm text-ink-soft">{t('home.accountsOnly')}</p> : null}
      <div className="mt-4">
        <LinkButton to="/accounts">{t('home.accountsOpen')}</LinkButton>
      </div>
    </Card>
  );
}
