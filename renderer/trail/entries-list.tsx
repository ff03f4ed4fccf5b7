import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrailRow } from '../../shared/trail/model.ts';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { EmptyState, FailedState, LoadingState } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import { Hash } from './hash.tsx';
import { useTrailText } from './text.ts';
import { useTypeWords } from './type-words.ts';

const LIMIT = 100;

/** What is on the chain, newest first; older entries are read on demand. Each opens to its content. */
export function TrailEntries() {
  const t = useTrailText();
  const [typed, setTyped] = useState('');
  const [subject, setSubject] = useState('');
  const pages = useInfiniteQuery({
    queryKey: ['trail', 'entries', subject],
    queryFn: ({ pageParam }) =>
      call('trail', 'entries', {
        limit: LIMIT,
        ...(pageParam === 0 ? {} : { before: pageParam }),
        ...(subject === '' ? {} : { subject }),
      }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.more ? last.rows.at(-1)?.seq : undefined),
  });
  const show = (wanted: string): void => {
    setTyped(wanted);
    setSubject(wanted.trim());
  };
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];

  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <Form
        label={t('list.filter')}
        onSubmit={() => show(typed)}
        className="flex flex-wrap items-end gap-2 border-b border-line px-4 py-2"
      >
        <TextField
          type="search"
          label={t('list.filter')}
          value={typed}
          onChange={setTyped}
          maxLength={200}
          className="min-w-60 flex-1"
        />
        <Button type="submit">{t('list.filterApply')}</Button>
        {subject === '' ? null : (
          <Button variant="text" onPress={() => show('')}>
            {t('list.filterClear')}
          </Button>
        )}
      </Form>
      {pages.error !== null ? (
        <FailedState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.data === undefined ? (
        <LoadingState />
      ) : rows.length === 0 ? (
        <EmptyState title={t(subject === '' ? 'list.none' : 'list.noneFiltered')} />
      ) : (
        <>
          <ol aria-label={t('list.title')}>
            {rows.map((row) => (
              <Row key={row.seq} row={row} onSubject={show} />
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
  );
}

function Row({ row, onSubject }: { readonly row: TrailRow; readonly onSubject: (subject: string) => void }) {
  const t = useTrailText();
  const format = useFormat();
  const words = useTypeWords();
  const [open, setOpen] = useState(false);
  return (
    <li className="border-b border-line">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="focus-ring grid cursor-pointer grid-cols-[4.5rem_10.5rem_1fr] items-baseline gap-x-3 px-4 py-1.5 hover:bg-hover focus-visible:-outline-offset-3 min-[80rem]:grid-cols-[4.5rem_10.5rem_9rem_1fr]">
          <span className="text-right text-sm text-ink-soft tabular-nums">{format.number(row.seq)}</span>
          <span className="text-sm whitespace-nowrap tabular-nums">{format.dateTime(row.at)}</span>
          <span className="font-bold">{words(row.type)}</span>
          <span className="truncate text-sm max-[80rem]:col-start-3">
            {row.actor === 'system' ? t('list.system') : row.actorName}
          </span>
        </summary>
        {open ? (
          <div className="flex flex-col gap-2 bg-sunken px-4 py-3 text-sm">
            <p className="flex flex-wrap items-center gap-x-3">
              <span className="text-ink-soft">{t('list.subject')}</span>
              <code className="font-mono break-all">{row.subject}</code>
              <Button variant="text" size="sm" onPress={() => onSubject(row.subject)}>
                {t('list.only')}
              </Button>
            </p>
            <p>
              <span className="mr-3 text-ink-soft">{t('list.hash')}</span>
              <Hash value={row.hash} />
            </p>
            {row.data === undefined ? (
              <p>{t('list.erased')}</p>
            ) : (
              <pre
                tabIndex={0}
                aria-label={t('list.data')}
                className="focus-ring max-h-72 overflow-auto rounded-4 border border-line bg-surface p-2 font-mono text-xs break-all whitespace-pre-wrap"
              >
                {JSON.stringify(row.data, null, 2)}
              </pre>
            )}
          </div>
        ) : null}
      </details>
    </li>
  );
}
