import { CircleAlert, PencilLine } from 'lucide-react';
import type { VisitRow } from '../../../shared/entries/model.ts';
import { type Instant, jstDay } from '../../../shared/kernel/time.ts';
import { useFormat } from '../../ui/use-format.ts';
import { Marked } from '../marked.tsx';
import { useText } from '../text.ts';
import { VisitStateBadge } from '../words.tsx';

/** Height in pixels of {@link VisitLine}. */
export const LINE_HEIGHT = 56;

/** When somebody came and went: the times above, the day below where it is not today. */
function Times({ visit, now }: { readonly visit: VisitRow; readonly now: Instant }) {
  const format = useFormat();
  const from = visit.enteredAt ?? visit.expectedFrom;
  if (from === null) return <span />;
  const { exitedAt } = visit;
  const sameDay = exitedAt === null || jstDay(exitedAt) === jstDay(from);
  const days = [
    jstDay(from) === jstDay(now) && sameDay ? '' : format.shortDate(from),
    exitedAt === null || sameDay ? '' : format.shortDate(exitedAt),
  ];
  return (
    <span className="leading-5 whitespace-nowrap tabular-nums">
      <span className="block text-base leading-6">
        {format.time(from)}
        {exitedAt === null ? null : <span className="text-sm text-ink-soft">〜{format.time(exitedAt)}</span>}
      </span>
      <span className="block text-xs text-ink-soft">{days.filter((day) => day !== '').join('〜')}</span>
    </span>
  );
}

/** A visit in a list: when, who, from where, where to; below it what for, with whom, badge. */
export function VisitLine({
  visit,
  now,
  query = '',
  hideState = false,
}: {
  readonly visit: VisitRow;
  readonly now: Instant;
  /** What was searched for, to be marked. */
  readonly query?: string;
  readonly hideState?: boolean;
}) {
  const t = useText();
  const below = [
    { id: 'purpose', label: '', text: visit.purpose },
    { id: 'host', label: t('field.host'), text: visit.host },
    { id: 'escort', label: t('field.escort'), text: visit.escort },
  ].filter(({ text }) => text !== '');
  return (
    <div className="grid h-full grid-cols-[7.25rem_minmax(0,1fr)_auto] items-center gap-x-3 px-3 text-sm">
      <Times visit={visit} now={now} />
      <span className="min-w-0 leading-5">
        <span className="block truncate">
          <strong className="text-base">
            <Marked text={visit.name} query={query} />
          </strong>
          {query === '' || visit.reading === '' ? null : (
            <span className="ml-2 text-xs text-ink-soft">
              <Marked text={visit.reading} query={query} />
            </span>
          )}
          <span className="ml-3">
            <Marked text={visit.organisation} query={query} />
          </span>
        </span>
        <span className="block truncate text-xs text-ink-soft">
          {below.map(({ id, label, text }, index) => (
            <span key={id}>
              {index === 0 ? '' : t('list.dot')}
              {label === '' ? '' : `${label} `}
              <Marked text={text} query={query} />
            </span>
          ))}
        </span>
      </span>
      <span className="flex flex-col items-end gap-0.5 leading-5">
        <span className="flex items-center gap-2">
          <span className="max-w-48 truncate">{visit.areaName}</span>
          {visit.corrected ? <PencilLine size={14} aria-label={t('line.corrected')} /> : null}
          {hideState ? null : <VisitStateBadge visit={visit} now={now} />}
        </span>
        <span className="text-xs text-ink-soft">
          {t(`kind.${visit.kind}`)}
          {visit.badgeLabel === null ? '' : `${t('list.dot')}${t('line.badge', { badge: visit.badgeLabel })}`}
          {visit.badgeOpen && visit.state !== 'inside' ? (
            <span className="ml-1 inline-flex items-center gap-1 font-bold text-danger">
              <CircleAlert aria-hidden size={12} />
              {t('line.badgeOut')}
            </span>
          ) : null}
        </span>
      </span>
    </div>
  );
}
