import { CalendarClock } from 'lucide-react';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Reminder } from '../../../shared/media/reminders/model.ts';
import { isOverdue } from '../../../shared/media/reminders/rules.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import { useFormat } from '../../ui/use-format.ts';
import { RemindedLine } from '../reminders/reminded-line.tsx';
import { useText } from '../text.ts';
import { useRequestsText } from './text.ts';
import { RequestStateBadge, WhereBadge } from './words.tsx';

/** Height in pixels of {@link RequestLine}, without and with a reminder. */
export const LINE_HEIGHT = 76;
export const REMINDED_HEIGHT = 96;

/** The time that counts next: until when to decide, since when overdue, until when allowed. */
function Due({ row, now }: { readonly row: RequestRow; readonly now: Instant }) {
  const t = useRequestsText();
  const format = useFormat();
  const grave = isOverdue(row, now) || (row.state === 'emergency' && (row.decideBy ?? now) <= now);
  const text =
    row.state === 'emergency' && row.decideBy !== null
      ? t('list.decideBy', { at: format.dayTime(row.decideBy, now) })
      : row.whereabouts === 'not-yet' && row.from > now
        ? t('list.from', { at: format.dayTime(row.from, now) })
        : t('list.until', { at: format.dayTime(row.due, now) });
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap tabular-nums ${grave ? 'font-bold text-danger' : ''}`}
    >
      <CalendarClock aria-hidden size={12} className="shrink-0" />
      {text}
    </span>
  );
}

/** A request in a list: what, which medium, how it stands; below it who carries it, where, what for, until when; the last reminder. */
export function RequestLine({
  row,
  now,
  reminded = null,
}: {
  readonly row: RequestRow;
  readonly now: Instant;
  readonly reminded?: Reminder | null;
}) {
  const t = useRequestsText();
  const words = useText();
  // What is inside or outside by permission says so; the permission goes without saying, as does
  // that an emergency carry-in is inside, so that all fits.
  const carried = row.whereabouts === 'inside' || row.whereabouts === 'outside';
  const plain = carried && (row.state === 'approved' || row.state === 'acknowledged');
  const who = row.organisation === '' ? row.bearer : `${row.bearer}(${row.organisation})`;
  return (
    <div
      className={`flex h-full flex-col justify-center border-l-8 pr-3 pl-2 leading-5 ${row.state === 'emergency' ? 'border-danger' : 'border-transparent'}`}
    >
      <span className="flex items-baseline gap-2">
        <span className="shrink-0 text-sm font-bold">{t(`kind.${row.kind}`)}</span>
        {row.template === null ? null : (
          <span className="shrink-0 rounded-4 border border-info px-1 text-xs text-info">
            {t('list.routine')}
          </span>
        )}
        <strong className="min-w-0 truncate text-base">{row.mediumName}</strong>
      </span>
      <span className="block truncate text-sm">{[who, row.purpose].join(t('list.dot'))}</span>
      <span className="flex min-w-0 items-center gap-2 text-xs text-ink-soft">
        <Due row={row} now={now} />
        <span className="min-w-0 flex-1 truncate">
          {[row.areaName, words(`confidentiality.${row.confidentiality}`)].join(t('list.dot'))}
        </span>
        {plain ? null : <RequestStateBadge state={row.state} />}
        {row.state === 'emergency' && row.whereabouts === 'inside' && !isOverdue(row, now) ? null : (
          <WhereBadge row={row} now={now} />
        )}
      </span>
      {reminded === null ? null : <RemindedLine reminded={reminded} now={now} />}
    </div>
  );
}
