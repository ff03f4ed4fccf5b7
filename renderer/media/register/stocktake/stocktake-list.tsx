import { CircleCheck, Circle } from 'lucide-react';
import type { StocktakeRow } from '../../../../shared/media/register/model.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useText } from '../../text.ts';
import { useRegisterText } from '../text.ts';
import type { StocktakeDraft } from './draft.ts';

const ROW_HEIGHT = 48;
const nothingToRead = (): void => undefined;

/** Media of a stocktake. Space or Enter ticks the one that is chosen, or takes the tick back. */
export function StocktakeList({
  label,
  rows,
  draft,
  selected,
  onSelect,
  onTick,
  empty,
}: {
  readonly label: string;
  readonly rows: readonly StocktakeRow[];
  readonly draft: StocktakeDraft;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onTick: (row: StocktakeRow) => void;
  readonly empty: string;
}) {
  const at = rows.findIndex(({ id }) => id === selected);
  const chosen = rows[at];
  if (rows.length === 0) return <EmptyState title={empty} />;
  return (
    <div
      role="presentation"
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (chosen === undefined || (event.key !== ' ' && event.key !== 'Enter')) return;
        event.preventDefault();
        onTick(chosen);
      }}
    >
      <VirtualList
        label={label}
        total={rows.length}
        rowAt={(index) => rows[index]}
        onRange={nothingToRead}
        rowHeight={ROW_HEIGHT}
        renderRow={(row) => <Line row={row} reads={draft.reads[row.id] ?? 0} />}
        selectedIndex={at < 0 ? null : at}
        onSelect={(_, { id }) => onSelect(id)}
      />
    </div>
  );
}

function Line({ row, reads }: { readonly row: StocktakeRow; readonly reads: number }) {
  const t = useRegisterText();
  const words = useText();
  const Icon = reads > 0 ? CircleCheck : Circle;
  return (
    <div className="grid h-full grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 text-sm">
      <Icon
        size={20}
        aria-label={t(reads > 0 ? 'tab.seen' : 'tab.left')}
        className={reads > 0 ? 'text-good' : 'text-ink-soft'}
      />
      <span className="min-w-0 leading-5">
        <span className="block truncate">
          <strong className="text-base tabular-nums">{row.number}</strong>
          <span className="ml-3">{row.name}</span>
        </span>
        <span className="block truncate text-xs text-ink-soft">
          {[words(`kind.${row.kind}`), row.place, row.keeper].join(t('dot'))}
        </span>
      </span>
      <span className="text-xs text-ink-soft tabular-nums">
        {reads > 1 ? t('stocktake.reads', { n: reads }) : ''}
      </span>
    </div>
  );
}
