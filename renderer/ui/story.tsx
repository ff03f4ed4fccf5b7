import type { ReactNode } from 'react';
import type { Instant } from '../../shared/kernel/time.ts';
import { useText } from '../app/i18n.ts';
import { useFormat } from './use-format.ts';

export interface StoryItem {
  readonly id: string | number;
  readonly at: Instant;
  readonly who: string;
  readonly what: ReactNode;
  /** Reason, what was before, what came after. */
  readonly detail?: ReactNode;
  /** The number of the chain's entry. */
  readonly seq?: number;
  readonly tone?: 'plain' | 'warn' | 'danger';
}

const dots = { plain: 'bg-accent', warn: 'bg-warn', danger: 'bg-danger' } as const;

/** The story of a record from the chain: who, what, when, why. */
export function Story({ items }: { readonly items: readonly StoryItem[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <ol className="border-l-2 border-line pl-4">
      {items.map(({ id, at, who, what, detail, seq, tone = 'plain' }) => (
        <li key={id} className="relative pb-4 last:pb-0">
          <span aria-hidden className={`absolute top-2 -left-[1.4rem] size-2.5 rounded-full ${dots[tone]}`} />
          <div className="font-bold">{what}</div>
          <div className="text-sm text-ink-soft tabular-nums">
            {format.dateTime(at)}　{who}
            {seq === undefined ? null : `　${t('story.entry', { seq })}`}
          </div>
          {detail === undefined ? null : <div className="mt-1 text-sm break-words">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
