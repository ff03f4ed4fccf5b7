import { BadgeAlert, CircleHelp, DoorOpen, TimerOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Board } from '../../../shared/entries/contract.ts';
import type { Badge, VisitRow } from '../../../shared/entries/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { useQueryOf } from '../../api/queries.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../text.ts';
import { isOverdue } from '../words.tsx';

/** Who is inside by area, the areas with the highest level first; within each the order in which they came. */
export function byArea(
  rows: readonly VisitRow[],
): readonly (readonly [area: string, rows: readonly VisitRow[]])[] {
  const areas = new Map<string, VisitRow[]>();
  for (const row of rows) areas.set(row.areaName, [...(areas.get(row.areaName) ?? []), row]);
  return [...areas].toSorted(
    ([one, a], [other, b]) =>
      (b[0]?.areaLevel ?? 0) - (a[0]?.areaLevel ?? 0) || one.localeCompare(other, 'ja'),
  );
}

function Person({
  visit,
  now,
  area = false,
}: {
  readonly visit: VisitRow;
  readonly now: Instant;
  readonly area?: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const since = visit.enteredAt ?? now;
  const marks = [
    ...(visit.escort === '' ? [] : [t('board.escort', { escort: visit.escort })]),
    ...(visit.badgeLabel === null ? [] : [t('line.badge', { badge: visit.badgeLabel })]),
  ];
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        to={`/entries/visits/${visit.id}`}
        className="focus-ring grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-3 py-1.5 hover:bg-hover focus-visible:-outline-offset-3"
      >
        <span className="min-w-0 text-2xl leading-8 font-bold break-words">{visit.name}</span>
        <span className="text-right text-2xl leading-8 tabular-nums">{format.dayTime(since, now)}</span>
        <span className="flex min-w-0 flex-wrap gap-x-3 text-base leading-6">
          <span className="max-w-full truncate" title={visit.organisation}>
            {visit.organisation}
          </span>
          {area ? <span className="max-w-full truncate">{visit.areaName}</span> : null}
          {marks.map((mark) => (
            <span key={mark} className="shrink-0">
              {mark}
            </span>
          ))}
        </span>
        <span className="text-right text-base leading-6 whitespace-nowrap tabular-nums">
          {visit.state === 'inside' ? format.duration(now - since) : t('board.lastSeen')}
        </span>
        {isOverdue(visit, now) ? (
          <span className="col-span-full flex items-center gap-1.5 font-bold text-danger">
            <TimerOff aria-hidden size={18} className="shrink-0" />
            {t('board.overdueBy', {
              until: format.dayTime(visit.expectedUntil ?? now, now),
              duration: format.duration(now - (visit.expectedUntil ?? now)),
            })}
          </span>
        ) : null}
      </Link>
    </li>
  );
}

function Block({
  title,
  count,
  tone,
  icon,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly tone: 'plain' | 'danger' | 'warn';
  readonly icon: ReactNode;
  readonly children: ReactNode;
}) {
  const tones = {
    plain: 'border-line-strong',
    danger: 'border-danger',
    warn: 'border-warn',
  } as const;
  const heads = {
    plain: 'bg-sunken',
    danger: 'bg-danger-soft text-danger',
    warn: 'bg-warn-soft text-warn',
  } as const;
  const t = useText();
  return (
    <section
      className={`mb-4 break-inside-avoid overflow-hidden rounded-8 border-2 bg-surface ${tones[tone]}`}
    >
      <h2 className={`flex items-center justify-between gap-3 px-3 py-1.5 text-xl font-bold ${heads[tone]}`}>
        <span className="flex min-w-0 items-center gap-2">
          {icon}
          <span className="break-words">{title}</span>
        </span>
        <span className="whitespace-nowrap tabular-nums">{t('board.people', { n: count })}</span>
      </h2>
      {children}
    </section>
  );
}

function BadgesOut({ badges }: { readonly badges: readonly Badge[] }) {
  const t = useText();
  return (
    <Block
      title={t('board.badgesOut')}
      count={badges.length}
      tone="warn"
      icon={<BadgeAlert aria-hidden size={22} />}
    >
      <ul className="flex flex-wrap gap-2 p-3">
        {badges.map((badge) => (
          <li key={badge.id}>
            {badge.visitId === null ? (
              <span className="text-2xl font-bold">{badge.label}</span>
            ) : (
              <LinkButton to={`/entries/visits/${badge.visitId}`}>{badge.label}</LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Shown({ board }: { readonly board: Board }) {
  const t = useText();
  const now = useNow();
  const overdue = board.inside.filter((visit) => isOverdue(visit, now));
  const rest = board.inside.filter((visit) => !isOverdue(visit, now));
  const empty = board.inside.length + board.unknown.length + board.badgesOut.length === 0;
  if (empty) return <EmptyState title={t('board.empty')}>{t('board.emptyDo')}</EmptyState>;
  return (
    <div className="columns-1 gap-4 p-4 min-[60rem]:columns-2 min-[110rem]:columns-3">
      {overdue.length === 0 ? null : (
        <Block
          title={t('board.overdue')}
          count={overdue.length}
          tone="danger"
          icon={<TimerOff aria-hidden size={22} />}
        >
          <ul>
            {overdue.map((visit) => (
              <Person key={visit.id} visit={visit} now={now} area />
            ))}
          </ul>
        </Block>
      )}
      {board.unknown.length === 0 ? null : (
        <Block
          title={t('board.unknown')}
          count={board.unknown.length}
          tone="warn"
          icon={<CircleHelp aria-hidden size={22} />}
        >
          <ul>
            {board.unknown.map((visit) => (
              <Person key={visit.id} visit={visit} now={now} area />
            ))}
          </ul>
        </Block>
      )}
      {byArea(rest).map(([area, rows]) => (
        <Block
          key={area}
          title={area}
          count={rows.length}
          tone="plain"
          icon={<DoorOpen aria-hidden size={22} />}
        >
          <ul>
            {rows.map((visit) => (
              <Person key={visit.id} visit={visit} now={now} />
            ))}
          </ul>
        </Block>
      ))}
      {board.badgesOut.length === 0 ? null : <BadgesOut badges={board.badgesOut} />}
    </div>
  );
}

/** 在室一覧: who is inside, to be read from across the room; overdue first. */
export function BoardPage() {
  const t = useText();
  const board = useQueryOf('entries', 'board', {}, { every: 60_000 });
  return (
    <Page
      title={t('board.titleCount', { n: board.data?.inside.length ?? 0 })}
      actions={
        <LinkButton size="sm" to="/entries">
          {t('board.back')}
        </LinkButton>
      }
    >
      <QueryStates query={board}>{(data) => <Shown board={data} />}</QueryStates>
    </Page>
  );
}
