import { useMemo, useRef, useState } from 'react';
import type { StocktakeRow } from '../../../../shared/media/register/model.ts';
import { byNumber, isDue, type Scan } from '../../../../shared/media/register/rules.ts';
import { ListDetail } from '../../../ui/list-detail.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useRegisterText } from '../text.ts';
import { ChosenMedium } from './chosen-medium.tsx';
import { afterScan, oddOnes, ticked } from './draft.ts';
import { OddList } from './odd-list.tsx';
import { PlaceSelect } from './place-select.tsx';
import { ScanField } from './scan-field.tsx';
import { StocktakeList } from './stocktake-list.tsx';
import type { useStocktakeDraft } from './use-draft.ts';

const TABS = ['left', 'seen', 'odd'] as const;
type Tab = (typeof TABS)[number];

/** The stocktake in hand: the field a scanner types into, what is left, what was seen, what wants looking into. */
export function StocktakeBoard({
  rows,
  kept: { draft, setDraft, restored, notKept },
}: {
  readonly rows: readonly StocktakeRow[];
  readonly kept: ReturnType<typeof useStocktakeDraft>;
}) {
  const t = useRegisterText();
  const field = useRef<HTMLInputElement>(null);
  const [tab, setTab] = useState<Tab>('left');
  const [selected, setSelected] = useState<string | null>(null);
  const [last, setLast] = useState<Scan>();
  const numbers = useMemo(() => byNumber(rows), [rows]);
  const due = rows.filter((row) => isDue(row, draft.place));
  const seen = due.filter(({ id }) => draft.reads[id] !== undefined);
  const left = due.filter(({ id }) => draft.reads[id] === undefined);
  const odd = oddOnes(draft, numbers);
  const chosen = due.find(({ id }) => id === selected);

  const scan = (text: string): void => {
    const next = afterScan(draft, text, numbers);
    if (next.scan === undefined) return;
    setDraft(next.draft);
    setLast(next.scan);
    if ('row' in next.scan && isDue(next.scan.row, draft.place)) setSelected(next.scan.row.id);
  };
  const tick = (row: StocktakeRow): void => {
    // What is ticked leaves the list: the one below it is chosen, so that the next press goes on.
    const list = tab === 'seen' ? seen : left;
    const at = list.findIndex(({ id }) => id === row.id);
    setDraft(ticked(draft, row.id));
    if (at >= 0) setSelected((list[at + 1] ?? list[at - 1])?.id ?? null);
  };
  const counts = { left: left.length, seen: seen.length, odd: odd.length };
  return (
    <>
      <div className="border-b border-line bg-surface px-4 py-3">
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <PlaceSelect value={draft.place} onChange={(place) => setDraft({ ...draft, place })} />
          <ScanField ref={field} onScan={scan} last={last} allSeen={left.length === 0 && due.length > 0} />
          <p className="text-2xl font-bold tabular-nums" aria-live="off">
            {t('stocktake.counted', { seen: seen.length, all: due.length })}
            <span className="block text-sm font-normal text-ink-soft">
              {t('stocktake.left', { n: left.length })}
            </span>
          </p>
        </div>
        {notKept ? (
          <p role="alert" className="mt-1 text-sm font-bold text-danger">
            {t('stocktake.notKept')}
          </p>
        ) : restored && last === undefined ? (
          <p className="mt-1 text-sm text-ink-soft">{t('stocktake.restored')}</p>
        ) : null}
      </div>
      <ListDetail
        listLabel={t('stocktake.tab')}
        detailLabel={t('stocktake.chosen')}
        detailWidth="clamp(22rem, 34vw, 32rem)"
        list={
          <Tabs
            label={t('stocktake.tab')}
            selected={tab}
            onSelect={setTab}
            tabs={TABS.map((id) => ({ id, label: t(`tab.${id}`), count: counts[id] }))}
          >
            {tab === 'odd' ? (
              <OddList
                odd={odd}
                onDrop={(read) => setDraft({ ...draft, odd: draft.odd.filter((one) => one !== read) })}
              />
            ) : (
              <StocktakeList
                key={tab}
                label={t(`tab.${tab}`)}
                rows={tab === 'left' ? left : seen}
                draft={draft}
                selected={selected}
                onSelect={setSelected}
                onTick={tick}
                empty={t(tab === 'left' ? 'stocktake.allSeen' : 'stocktake.noneSeen')}
              />
            )}
          </Tabs>
        }
        detail={
          chosen === undefined ? (
            <EmptyState title={t('stocktake.chosen')}>{t('stocktake.choose')}</EmptyState>
          ) : (
            <ChosenMedium
              key={chosen.id}
              row={chosen}
              draft={draft}
              setDraft={setDraft}
              onTick={tick}
              onDone={() => field.current?.focus()}
            />
          )
        }
      />
    </>
  );
}
