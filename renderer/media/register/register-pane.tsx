import { type KeyboardEvent, useRef, useState } from 'react';
import type { MediumFilter } from '../../../shared/media/register/contract.ts';
import {
  MEDIUM_KINDS,
  MEDIUM_STATES,
  type Medium,
  type MediumKind,
} from '../../../shared/media/register/model.ts';
import type { Paged } from '../../api/pages.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, ChipGroup } from '../../ui/chip.tsx';
import { isKey } from '../../ui/keys.ts';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailedState, LoadingState } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSearchKeys } from '../../ui/use-search-keys.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useText } from '../text.ts';
import { MEDIUM_LINE_HEIGHT, MediumLine } from './medium-line.tsx';
import { useRegisterText } from './text.ts';

export interface RegisterPaneProps {
  readonly filter: MediumFilter;
  readonly onFilter: (filter: MediumFilter) => void;
  readonly pages: Paged<Medium>;
  readonly selected: string | null;
  readonly onSelect: (medium: Medium) => void;
}

/** The left side: search, filters, and the register by number. */
export function RegisterPane({ filter, onFilter, pages, selected, onSelect }: RegisterPaneProps) {
  const t = useRegisterText();
  const pane = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const toSearch = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useSearchKeys(toSearch);
  const pressed = (event: KeyboardEvent): void => {
    if (isKey(event.nativeEvent, 'Escape') && filter.text !== undefined) {
      event.preventDefault();
      onFilter({ ...filter, text: undefined });
    }
    if (isKey(event.nativeEvent, 'ArrowDown') || isKey(event.nativeEvent, 'Enter')) {
      event.preventDefault();
      pane.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
    }
  };
  return (
    <div ref={pane} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line px-3 py-2">
        <div role="search" onKeyDown={pressed}>
          <TextField
            ref={field}
            type="search"
            label={t('search.label')}
            labelHidden
            maxLength={100}
            placeholder={t('search.placeholder')}
            value={filter.text ?? ''}
            onChange={(text) => onFilter({ ...filter, text: text === '' ? undefined : text })}
          />
        </div>
        <Filters filter={filter} onFilter={onFilter} />
      </div>
      <Rows
        key={JSON.stringify([filter.state, filter.kind])}
        filter={filter}
        onFilter={onFilter}
        pages={pages}
        selected={selected}
        onSelect={onSelect}
      />
    </div>
  );
}

const ALL = 'all';

function Filters({ filter, onFilter }: Pick<RegisterPaneProps, 'filter' | 'onFilter'>) {
  const t = useRegisterText();
  const words = useText();
  const summary = useQueryOf('media', 'registerSummary', {});
  const kinds = MEDIUM_KINDS.map((id) => ({ id, label: words(`kind.${id}`) }));
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <ChipGroup label={t('filter.state')}>
        {MEDIUM_STATES.map((state) => (
          <Chip
            key={state}
            isSelected={filter.state === state}
            onChange={(on) => onFilter({ ...filter, state: on ? state : undefined })}
            {...(summary.data === undefined ? {} : { count: summary.data.states[state] })}
          >
            {t(`state.${state}`)}
          </Chip>
        ))}
      </ChipGroup>
      <Select<MediumKind | typeof ALL>
        label={t('filter.kind')}
        value={filter.kind ?? ALL}
        onChange={(kind) => onFilter({ ...filter, kind: kind === ALL ? undefined : kind })}
        options={[{ id: ALL, label: t('filter.kindAll') }, ...kinds]}
        className="min-w-44"
      />
    </div>
  );
}

function Rows({ filter, onFilter, pages, selected, onSelect }: RegisterPaneProps) {
  const t = useRegisterText();
  const { total, rowAt, onRange, error, retry } = pages;
  const [at, setAt] = useState<number | null>(null);
  if (error !== null) return <FailedState error={error} onRetry={retry} />;
  if (total === undefined) return <LoadingState />;
  if (total === 0)
    return (
      <EmptyState
        title={t('empty.filtered')}
        action={<Button onPress={() => onFilter({})}>{t('filter.clear')}</Button>}
      />
    );
  return (
    <>
      <p role="status" className="border-b border-line px-4 py-1 text-sm text-ink-soft tabular-nums">
        {t('count', { n: total })}
      </p>
      <VirtualList
        label={t('page.list')}
        total={total}
        rowAt={rowAt}
        onRange={onRange}
        rowHeight={MEDIUM_LINE_HEIGHT}
        renderRow={(medium) => <MediumLine medium={medium} query={filter.text ?? ''} />}
        selectedIndex={at !== null && rowAt(at)?.id === selected ? at : null}
        onSelect={(index, medium) => {
          setAt(index);
          onSelect(medium);
        }}
        onOpen={onSelect}
      />
    </>
  );
}
