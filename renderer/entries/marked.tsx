import { findFolded } from '../../shared/kernel/folding/highlight.ts';

/** A text with what was searched for marked, also where it is written otherwise (渡辺 in 渡邊). */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const ranges = query.trim() === '' ? [] : findFolded(text, query);
  if (ranges.length === 0) return text;
  const parts = ranges.flatMap(({ start, end }, index) => [
    text.slice(ranges[index - 1]?.end ?? 0, start),
    <mark key={start} className="rounded-4 bg-warn-soft font-bold text-warn">
      {text.slice(start, end)}
    </mark>,
  ]);
  return (
    <>
      {parts}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}
