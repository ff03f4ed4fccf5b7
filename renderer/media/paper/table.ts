import type { ReactNode } from 'react';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { usePaperText } from './text.ts';

export type Pair = readonly [label: string, value: ReactNode];

/** Makes tables of items and values: cut between rows, since what is asked can be longer than a page. */
export function usePairs(): (title: string, pairs: readonly Pair[]) => SheetPart {
  const t = usePaperText();
  return (title, pairs) => ({
    kind: 'table',
    title,
    columns: [{ title: t('item'), width: '42mm' }, { title: t('value') }],
    rows: pairs,
  });
}

/** Rows, or as many empty ones to be filled in by hand. */
export function orBlank(
  rows: readonly (readonly ReactNode[])[],
  blank: number,
): { readonly rows: readonly (readonly ReactNode[])[]; readonly rowHeight?: string } {
  return rows.length > 0 ? { rows } : { rows: Array.from({ length: blank }, () => []), rowHeight: '9mm' };
}
