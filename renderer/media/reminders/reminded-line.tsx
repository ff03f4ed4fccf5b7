import { PhoneCall } from 'lucide-react';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Reminder } from '../../../shared/media/reminders/model.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useReminderText } from './text.ts';

/** The last reminder on a line of a list: when, how, when it is looked at again. */
export function RemindedLine({ reminded, now }: { readonly reminded: Reminder; readonly now: Instant }) {
  const t = useReminderText();
  const format = useFormat();
  const { at, how, next } = reminded;
  return (
    <span className="flex min-w-0 items-center gap-1 text-xs text-ink-soft tabular-nums">
      <PhoneCall aria-hidden size={12} className="shrink-0" />
      <span className="truncate">
        {t('line', { at: format.dayTime(at, now), how: t(`how.${how}`) })}
        {next === null ? '' : `　${t('lineNext', { date: format.shortDate(next) })}`}
      </span>
    </span>
  );
}
