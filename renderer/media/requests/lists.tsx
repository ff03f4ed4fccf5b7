import { type ReactNode, useCallback, useState } from 'react';
import type { RequestFilter } from '../../../shared/media/requests/contract.ts';
import type { CarriedRow } from '../../../shared/media/reminders/model.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import { usePaged } from '../../api/pages.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, FailedState, LoadingState, QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { PrintOverdue } from '../reminders/print-overdue.tsx';
import { LINE_HEIGHT, REMINDED_HEIGHT, RequestLine } from './request-line.tsx';
import { useRequestsText } from './text.ts';

interface ListProps {
  readonly selected: string | null;
  readonly onSelect: (row: RequestRow) => void;
}

const nothingToRead = (): void => undefined;

function Count({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="border-b border-line px-3 py-1 text-sm text-ink-soft tabular-nums">
      {children}
    </p>
  );
}

function Rows({
  rows,
  label,
  selected,
  onSelect,
}: ListProps & { readonly rows: readonly RequestRow[]; readonly label: string }) {
  const now = useNow();
  const at = rows.findIndex(({ id }) => id === selected);
  return (
    <VirtualList
      label={label}
      total={rows.length}
      rowAt={(index) => rows[index]}
      onRange={nothingToRead}
      rowHeight={LINE_HEIGHT}
      renderRow={(row) => <RequestLine row={row} now={now} />}
      selectedIndex={at < 0 ? null : at}
      onSelect={(_, row) => onSelect(row)}
    />
  );
}

/** As {@link Rows}, with the last reminder of each; higher where there is any. */
function RemindedRows({
  rows,
  label,
  selected,
  onSelect,
}: ListProps & { readonly rows: readonly CarriedRow[]; readonly label: string }) {
  const now = useNow();
  const at = rows.findIndex(({ id }) => id === selected);
  const rowHeight = rows.some(({ reminded }) => reminded !== null) ? REMINDED_HEIGHT : LINE_HEIGHT;
  return (
    <VirtualList
      key={rowHeight}
      label={label}
      total={rows.length}
      rowAt={(index) => rows[index]}
      onRange={nothingToRead}
      rowHeight={rowHeight}
      renderRow={(row) => <RequestLine row={row} now={now} reminded={row.reminded} />}
      selectedIndex={at < 0 ? null : at}
      onSelect={(_, row) => onSelect(row)}
    />
  );
}

/** What waits for this officer. */
export function InboxRows(list: ListProps) {
  const t = useRequestsText();
  const inbox = useQueryOf('media', 'inbox', {}, { every: 60_000 });
  return (
    <QueryStates query={inbox}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('empty.inbox')}>{t('empty.inboxDo')}</EmptyState>
        ) : (
          <Rows {...list} rows={rows} label={t('tab.inbox')} />
        )
      }
    </QueryStates>
  );
}

/** What is inside now and what is outside now, overdue first in each. */
export function CarriedRows(list: ListProps) {
  const t = useRequestsText();
  const carried = useQueryOf('media', 'carried', {}, { every: 60_000 });
  return (
    <QueryStates query={carried}>
      {({ inside, outside }) =>
        inside.length + outside.length === 0 ? (
          <EmptyState title={t('empty.carried')}>{t('empty.carriedDo')}</EmptyState>
        ) : (
          <>
            <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-1">
              <p role="status" className="text-sm text-ink-soft tabular-nums">
                {t('list.inside', { n: inside.length })}　{t('list.outside', { n: outside.length })}
              </p>
              <PrintOverdue />
            </div>
            <RemindedRows {...list} rows={[...inside, ...outside]} label={t('tab.carried')} />
          </>
        )
      }
    </QueryStates>
  );
}

/** All requests, newest first, however many: only what is in sight is read. */
export function AllRows({
  filter,
  onClear,
  selected,
  onSelect,
}: ListProps & { readonly filter: RequestFilter; readonly onClear: () => void }) {
  const t = useRequestsText();
  const format = useFormat();
  const now = useNow();
  const { total, rowAt, onRange, error, retry } = usePaged('media', 'requests', { filter });
  const [at, setAt] = useState<number | null>(null);
  const chosen = useCallback(
    (index: number, row: RequestRow) => {
      setAt(index);
      onSelect(row);
    },
    [onSelect],
  );
  if (error !== null) return <FailedState error={error} onRetry={retry} />;
  if (total === undefined) return <LoadingState />;
  if (total === 0)
    return Object.keys(filter).length === 0 ? (
      <EmptyState title={t('empty.all')}>{t('empty.allDo')}</EmptyState>
    ) : (
      <EmptyState
        title={t('empty.filtered')}
        action={<Button onPress={onClear}>{t('filter.clear')}</Button>}
      />
    );
  return (
    <>
      <Count>{t('list.count', { n: format.number(total) })}</Count>
      <VirtualList
        label={t('tab.all')}
        total={total}
        rowAt={rowAt}
        onRange={onRange}
        rowHeight={LINE_HEIGHT}
        renderRow={(row) => <RequestLine row={row} now={now} />}
        selectedIndex={at !== null && rowAt(at)?.id === selected ? at : null}
        onSelect={chosen}
      />
    </>
  );
}
