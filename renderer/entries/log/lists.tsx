import { type ReactNode, useCallback, useState } from 'react';
import type { VisitFilter } from '../../../shared/entries/contract.ts';
import type { VisitRow } from '../../../shared/entries/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { usePaged } from '../../api/pages.ts';
import { useQueryOf } from '../../api/queries.ts';
import { EmptyState, FailedState, LoadingState, QueryStates } from '../../ui/states.tsx';
import { useDebounced } from '../../ui/use-debounced.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useText } from '../text.ts';
import { isOverdue } from '../words.tsx';
import { LINE_HEIGHT, VisitLine } from './VisitLine.tsx';

interface ListProps {
  readonly now: Instant;
  readonly selected: string | null;
  readonly onSelect: (visit: VisitRow) => void;
  /** Enter on a row. */
  readonly onOpen: (visit: VisitRow) => void;
}

const nothingToRead = (): void => undefined;

function Rows({
  rows,
  label,
  hideState = false,
  query = '',
  now,
  selected,
  onSelect,
  onOpen,
}: ListProps & {
  readonly rows: readonly VisitRow[];
  readonly label: string;
  readonly hideState?: boolean;
  readonly query?: string;
}) {
  const at = rows.findIndex((row) => row.id === selected);
  return (
    <VirtualList
      label={label}
      total={rows.length}
      rowAt={(index) => rows[index]}
      onRange={nothingToRead}
      rowHeight={LINE_HEIGHT}
      renderRow={(row) => <VisitLine visit={row} now={now} hideState={hideState} query={query} />}
      selectedIndex={at < 0 ? null : at}
      onSelect={(_, row) => onSelect(row)}
      onOpen={onOpen}
    />
  );
}

/** Overdue first, then whoever came last: the board stands by area, the list by time. */
function latestFirst(rows: readonly VisitRow[], now: Instant): readonly VisitRow[] {
  const late = (row: VisitRow): boolean => isOverdue(row, now);
  return rows.toSorted(
    (a, b) => Number(late(b)) - Number(late(a)) || (b.enteredAt ?? 0) - (a.enteredAt ?? 0),
  );
}

/** Who is inside, or whose exit nobody saw. */
export function BoardRows({
  part,
  empty,
  ...list
}: ListProps & { readonly part: 'inside' | 'unknown'; readonly empty: ReactNode }) {
  const t = useText();
  const board = useQueryOf('entries', 'board', {});
  return (
    <QueryStates query={board}>
      {(data) =>
        data[part].length === 0 ? (
          empty
        ) : (
          <Rows {...list} rows={latestFirst(data[part], list.now)} label={t(`tab.${part}`)} />
        )
      }
    </QueryStates>
  );
}

/** Who is expected. */
export function ExpectedRows({ empty, ...list }: ListProps & { readonly empty: ReactNode }) {
  const t = useText();
  const expected = useQueryOf('entries', 'expected', {});
  return (
    <QueryStates query={expected}>
      {(rows) =>
        rows.length === 0 ? empty : <Rows {...list} rows={rows} label={t('tab.expected')} hideState />
      }
    </QueryStates>
  );
}

/** The whole log, newest first, however long: only what is in sight is read. */
export function HistoryRows({
  filter,
  empty,
  now,
  selected,
  onSelect,
  onOpen,
}: ListProps & { readonly filter: VisitFilter; readonly empty: ReactNode }) {
  const t = useText();
  const { total, rowAt, onRange, error, retry } = usePaged('entries', 'history', { filter });
  const [at, setAt] = useState<number | null>(null);
  const chosen = useCallback(
    (index: number, row: VisitRow) => {
      setAt(index);
      onSelect(row);
    },
    [onSelect],
  );
  if (error !== null) return <FailedState error={error} onRetry={retry} />;
  if (total === undefined) return <LoadingState />;
  if (total === 0) return empty;
  return (
    <>
      <Count>{t('list.count', { n: total.toLocaleString() })}</Count>
      <VirtualList
        label={t('tab.history')}
        total={total}
        rowAt={rowAt}
        onRange={onRange}
        rowHeight={LINE_HEIGHT}
        renderRow={(row) => <VisitLine visit={row} now={now} />}
        selectedIndex={at !== null && rowAt(at)?.id === selected ? at : null}
        onSelect={chosen}
        onOpen={onOpen}
      />
    </>
  );
}

function Count({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="border-b border-line px-3 py-1 text-sm text-ink-soft tabular-nums">
      {children}
    </p>
  );
}

const MOST = 100;

/** What a search found: as written first, then other ways of writing it. */
export function FoundRows({
  text,
  filter,
  ...list
}: ListProps & { readonly text: string; readonly filter: VisitFilter }) {
  const t = useText();
  const asked = useDebounced(text, 120);
  const found = useQueryOf('entries', 'search', { text: asked, filter, limit: MOST }, { keepPrevious: true });
  return (
    <QueryStates query={found}>
      {({ rows, more }) => {
        const exact = rows.filter((row) => row.exact).length;
        return (
          <>
            <Count>
              {more ? t('search.more', { n: MOST }) : t('search.count', { n: rows.length })}
              {exact < rows.length ? t('search.folded', { exact, folded: rows.length - exact }) : ''}
            </Count>
            {rows.length === 0 ? (
              <EmptyState title={t('search.none', { text: asked })}>{t('search.noneDo')}</EmptyState>
            ) : (
              <Rows {...list} rows={rows} label={t('search.results')} query={asked} />
            )}
          </>
        );
      }}
    </QueryStates>
  );
}
