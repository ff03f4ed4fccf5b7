import { TRAIL_GROUPS } from '../../../shared/trail/groups.ts';
import type { ReviewDraft } from '../../../shared/trail/model.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { EntryRow } from '../entries/entry-row.tsx';
import { useTypeWords } from '../entries/type-words.ts';
import { Hash } from '../hash.tsx';
import { useTrailText } from '../text.ts';
import { useReviewText } from './text.ts';

/** Counts by name, as `6 件` each, in the order given. */
export function useCounts(): {
  readonly groups: (counts: Readonly<Record<string, number>>) => string;
  readonly types: (counts: Readonly<Record<string, number>>) => string;
} {
  const t = useReviewText();
  const trail = useTrailText();
  const words = useTypeWords();
  const { number } = useFormat();
  const join = (parts: readonly (readonly [string, number])[]): string =>
    parts.map(([name, n]) => t('count', { name, n: number(n) })).join(t('comma'));
  return {
    groups: (counts) =>
      join(
        TRAIL_GROUPS.flatMap((group) => {
          const n = counts[group];
          return n === undefined ? [] : [[trail(`group.${group}`), n] as const];
        }),
      ),
    types: (counts) => join(Object.entries(counts).map(([type, n]) => [words(type), n] as const)),
  };
}

/** What a review is about: the range with its heads, how much of what, and what wants a closer look. */
export function LookedAt({ draft }: { readonly draft: ReviewDraft }) {
  const t = useReviewText();
  const format = useFormat();
  const counts = useCounts();
  const { first, last, head, before, since, rows, notable } = draft;
  const pointed = Object.values(notable).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <FactList
        facts={[
          {
            label: t('range'),
            value: t('rangeValue', { first: format.number(first), last: format.number(last) }),
          },
          { label: t('since'), value: since === undefined ? t('never') : format.dateTime(since) },
          { label: t('before'), value: <Hash value={before} />, wide: true },
          { label: t('head'), value: <Hash value={head} />, wide: true },
          { label: t('counts'), value: counts.groups(draft.counts), wide: true },
          {
            label: t('notable'),
            value: pointed === 0 ? t('notableNone') : counts.types(notable),
            wide: true,
          },
        ]}
      />
      {rows.length === 0 ? null : (
        <section>
          <h3 className="mb-1 text-sm font-bold">
            {t(rows.length < pointed ? 'listedPart' : 'listed', { n: rows.length, of: pointed })}
          </h3>
          <ol
            aria-label={t('notable')}
            className="max-h-80 overflow-y-auto rounded-8 border border-line bg-surface"
          >
            {rows.map((row) => (
              <EntryRow key={row.seq} row={row} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
