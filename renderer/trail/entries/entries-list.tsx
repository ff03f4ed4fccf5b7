import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrailFilter } from '../../../shared/trail/model.ts';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, FailedState, LoadingState } from '../../ui/states.tsx';
import { useTrailText } from '../text.ts';
import { EntryRow } from './entry-row.tsx';
import { FilterBar } from './filter-bar.tsx';

const LIMIT = 100;

/** What is on the chain, newest first, narrowed as wanted; older entries are read on demand. Each opens to its content. */
export function TrailEntries() {
  const t = useTrailText();
  const [filter, setFilter] = useState<TrailFilter>({});
  const pages = useInfiniteQuery({
    queryKey: ['trail', 'entries', filter],
    queryFn: ({ pageParam }) =>
      call('trail', 'entries', { filter, limit: LIMIT, ...(pageParam === 0 ? {} : { before: pageParam }) }),
    // What was opened stays open while the list is narrowed around it.
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    getNextPageParam: (last) => (last.more ? last.rows.at(-1)?.seq : undefined),
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const filtered = Object.keys(filter).length > 0;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <FilterBar filter={filter} onChange={setFilter} />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {pages.error !== null ? (
          <FailedState error={pages.error} onRetry={() => void pages.refetch()} />
        ) : pages.data === undefined ? (
          <LoadingState />
        ) : rows.length === 0 ? (
          <EmptyState
            title={t(filtered ? 'list.noneFiltered' : 'list.none')}
            action={
              filtered ? <Button onPress={() => setFilter({})}>{t('list.filterClear')}</Button> : undefined
            }
          />
        ) : (
          <>
            <ol aria-label={t('list.title')}>
              {rows.map((row) => (
                <EntryRow
                  key={row.seq}
                  row={row}
                  onNarrow={(part) => setFilter((now) => ({ ...now, ...part }))}
                />
              ))}
            </ol>
            <div className="p-3 text-center">
              {pages.hasNextPage ? (
                <Button pending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
                  {t('list.more')}
                </Button>
              ) : (
                <p className="text-sm text-ink-soft">{t('list.all')}</p>
              )}
            </div>
          </>
        )}
      </div>
    </div>
  );
}
