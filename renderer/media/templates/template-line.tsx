import { CalendarClock } from 'lucide-react';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { TemplateRow } from '../../../shared/media/templates/model.ts';
import { useFormat } from '../../ui/use-format.ts';
import { TemplateStateBadge } from './template-state.tsx';
import { useTemplatesText } from './text.ts';

/** Height in pixels of {@link TemplateLine}. */
export const TEMPLATE_LINE_HEIGHT = 76;

/** The date that counts next, and whether it wants attention. */
function useDate(row: TemplateRow, now: Instant): { readonly text: string; readonly grave: boolean } {
  const t = useTemplatesText();
  const format = useFormat();
  const { validFrom, validUntil, reviewBy, inForce } = row;
  if (inForce !== null && validUntil < now) return { text: t('list.expired'), grave: true };
  if (inForce !== null && reviewBy < now) return { text: t('list.review'), grave: true };
  if (validFrom > now) return { text: t('list.notYet', { at: format.shortDate(validFrom) }), grave: false };
  return { text: t('list.until', { at: format.shortDate(validUntil) }), grave: false };
}

/** A template in the list: number and name; how it stands, until when, how often it was used. */
export function TemplateLine({ row, now }: { readonly row: TemplateRow; readonly now: Instant }) {
  const t = useTemplatesText();
  const format = useFormat();
  const { text, grave } = useDate(row, now);
  return (
    <div className="flex h-full flex-col justify-center px-3 leading-5">
      <span className="flex items-baseline gap-2">
        <span className="shrink-0 text-sm font-bold tabular-nums">{row.number}</span>
        <strong className="min-w-0 truncate text-base">{row.name}</strong>
      </span>
      <span className="block truncate text-sm">
        {[t(`kind.${row.kind}`), t('list.requests', { n: format.number(row.requests) })].join(t('list.dot'))}
      </span>
      <span className="flex min-w-0 items-center gap-2 text-xs text-ink-soft">
        <span
          className={`inline-flex min-w-0 flex-1 items-center gap-1 truncate tabular-nums ${grave ? 'font-bold text-warn' : ''}`}
        >
          <CalendarClock aria-hidden size={12} className="shrink-0" />
          {text}
        </span>
        <TemplateStateBadge state={row.state} />
      </span>
    </div>
  );
}
