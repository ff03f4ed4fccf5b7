import { ListFilter } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { VisitFilter } from '../../../shared/entries/contract.ts';
import type { VisitRow } from '../../../shared/entries/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { isKey } from '../../ui/keys.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useSearchKeys } from '../../ui/use-search-keys.ts';
import { useText } from '../text.ts';
import { FilterBar, partsOf } from './FilterBar.tsx';
import { BoardRows, ExpectedRows, FoundRows, HistoryRows } from './lists.tsx';

export const TABS = ['inside', 'expected', 'history', 'unknown'] as const;
export type Tab = (typeof TABS)[number];

interface LogPaneProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly selected: string | null;
  readonly onSelect: (visit: VisitRow) => void;
  readonly onOpen: (visit: VisitRow) => void;
  /** Stands instead of the usual words where nobody is inside. */
  readonly first?: ReactNode;
}

/** The left side: who is inside, who is expected, the history, unknown exits; search and filters over all of it. */
export function LogPane({ tab, onTab, selected, onSelect, onOpen, first }: LogPaneProps) {
  const t = useText();
  const now = useNow();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<VisitFilter>({});
  const [filtering, setFiltering] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const board = useQueryOf('entries', 'board', {});
  const expected = useQueryOf('entries', 'expected', {});
  useSearchKeys(() => {
    field.current?.focus();
    field.current?.select();
  });

  const searching = text.trim() !== '';
  const pressed = (event: KeyboardEvent): void => {
    if (isKey(event.nativeEvent, 'Escape') && text !== '') {
      event.preventDefault();
      setText('');
    }
    if (isKey(event.nativeEvent, 'ArrowDown') || isKey(event.nativeEvent, 'Enter')) {
      event.preventDefault();
      pane.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
    }
  };
  const counts: Readonly<Record<Tab, number | undefined>> = {
    inside: board.data?.inside.length,
    expected: expected.data?.length,
    history: undefined,
    unknown: board.data?.unknown.length,
  };
  const list = { now, selected, onSelect, onOpen };
  const filtered = partsOf(filter);
  const showFilter = filtering && (searching || tab === 'history');

  return (
    <div ref={pane} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-end gap-2 px-3 pt-2 pb-1" role="search" onKeyDown={pressed}>
        <TextField
          ref={field}
          type="search"
          label={t('search.label')}
          labelHidden
          placeholder={t('search.placeholder')}
          value={text}
          onChange={setText}
          className="flex-1"
        />
        <Button
          icon={ListFilter}
          onPress={() => {
            setFiltering(!showFilter);
            if (!searching) onTab('history');
          }}
        >
          {filtered === 0 ? t('filter.open') : t('filter.on', { n: filtered })}
        </Button>
      </div>
      {searching ? (
        <>
          {showFilter ? <FilterBar filter={filter} onChange={setFilter} now={now} /> : null}
          <FoundRows {...list} text={text} filter={filter} />
        </>
      ) : (
        <Tabs
          label={t('tab.label')}
          selected={tab}
          onSelect={onTab}
          tabs={TABS.map((id) => ({ id, label: t(`tab.${id}`), count: counts[id] }))}
        >
          {tab === 'inside' ? (
            <BoardRows
              {...list}
              part="inside"
              empty={first ?? <EmptyState title={t('empty.inside')}>{t('empty.insideDo')}</EmptyState>}
            />
          ) : null}
          {tab === 'unknown' ? (
            <BoardRows
              {...list}
              part="unknown"
              empty={<EmptyState title={t('empty.unknown')}>{t('empty.unknownDo')}</EmptyState>}
            />
          ) : null}
          {tab === 'expected' ? (
            <ExpectedRows
              {...list}
              empty={<EmptyState title={t('empty.expected')}>{t('empty.expectedDo')}</EmptyState>}
            />
          ) : null}
          {tab === 'history' ? (
            <>
              {showFilter ? <FilterBar filter={filter} onChange={setFilter} now={now} /> : null}
              <HistoryRows
                key={JSON.stringify(filter)}
                {...list}
                filter={filter}
                empty={
                  filtered === 0 ? (
                    <EmptyState title={t('empty.history')}>{t('empty.historyDo')}</EmptyState>
                  ) : (
                    <EmptyState
                      title={t('empty.filtered')}
                      action={<Button onPress={() => setFilter({})}>{t('filter.clear')}</Button>}
                    />
                  )
                }
              />
            </>
          ) : null}
        </Tabs>
      )}
    </div>
  );
}
