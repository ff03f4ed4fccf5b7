import type { Medium } from '../../../shared/media/register/model.ts';
import { Marked } from '../../entries/marked.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useText } from '../text.ts';
import { MediumStateBadge, MissedBadge } from './medium-state.tsx';
import { useRegisterText } from './text.ts';

/** Height in pixels of {@link MediumLine}. */
export const MEDIUM_LINE_HEIGHT = 56;

/** A medium in a list: number and name; below it kind, keeper, place; at the right its state and when it was last seen. */
export function MediumLine({ medium, query = '' }: { readonly medium: Medium; readonly query?: string }) {
  const t = useRegisterText();
  const words = useText();
  const format = useFormat();
  const { number, name, kind, serial, keeper, place, stocktakenAt } = medium;
  const below = [keeper, place, serial].filter((text) => text !== '');
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 text-sm">
      <span className="min-w-0 leading-5">
        <span className="block truncate">
          <strong className="text-base tabular-nums">
            <Marked text={number} query={query} />
          </strong>
          <span className="ml-3">
            <Marked text={name} query={query} />
          </span>
        </span>
        <span className="block truncate text-xs text-ink-soft">
          {words(`kind.${kind}`)}
          {below.map((text) => (
            <span key={text}>
              {t('dot')}
              <Marked text={text} query={query} />
            </span>
          ))}
        </span>
      </span>
      <span className="flex flex-col items-end gap-0.5 leading-5">
        <span className="flex items-center gap-2">
          <MissedBadge {...medium} />
          <MediumStateBadge state={medium.state} />
        </span>
        <span className="text-xs text-ink-soft tabular-nums">
          {stocktakenAt === null
            ? t('line.never')
            : t('line.stocktaken', { at: format.shortDate(stocktakenAt) })}
        </span>
      </span>
    </div>
  );
}
