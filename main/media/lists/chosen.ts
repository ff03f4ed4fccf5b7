import { v7 } from 'uuid';
import { LIST_MAX_COLUMNS, LIST_MAX_ROWS, type ListMapping } from '../../../shared/media/lists/model.ts';
import { fieldOf } from '../../../shared/media/lists/words.ts';
import { findHeader } from '../../tabular/header.ts';
import { type ListFile, type ListRow, openList } from '../../tabular/list.ts';

/** Room for a title and notes above and below the media. */
const ROWS = LIST_MAX_ROWS + 1000;

/** The list that somebody has chosen. Its path and its rows stay in main; the window knows it by `id`. */
export interface ChosenList {
  readonly id: string;
  /** Account of who chose it. */
  readonly owner: string;
  readonly list: ListFile;
  /** The rows of one sheet, those of the sheet asked for last being kept. Throws TableFault and WorkbookFault. */
  rows(sheet: number): Promise<readonly ListRow[]>;
}

/** Opens a list for somebody. Throws TableFault and WorkbookFault. */
export async function openChosen(path: string, owner: string): Promise<ChosenList> {
  const list = await openList(path);
  let kept: { readonly sheet: number; readonly rows: readonly ListRow[] } | undefined;
  return {
    id: v7(),
    owner,
    list,
    async rows(sheet) {
      if (kept?.sheet !== sheet)
        kept = { sheet, rows: await list.rows(sheet, { rows: ROWS, columns: LIST_MAX_COLUMNS }) };
      return kept.rows;
    },
  };
}

/** The first sheet that has words which name columns, or the first. */
export async function likelySheet(chosen: ChosenList): Promise<number> {
  const { sheets } = chosen.list;
  for (const { no } of sheets.slice(0, 10)) {
    const rows = await chosen.rows(no);
    const header = rows[findHeader(rows, isHeader)];
    if (header !== undefined && header.cells.filter(isHeader).length >= 2) return no;
  }
  return sheets[0]?.no ?? 0;
}

/** Whether a cell is a word that names a column of such lists. */
export function isHeader(text: string): boolean {
  return fieldOf(text) !== undefined;
}

/** What the columns are called, as many as the widest row has. */
export function headersOf(rows: readonly ListRow[], headerRow: number | null): readonly string[] {
  const header = rows.find(({ row }) => row === headerRow)?.cells ?? [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => (header[column] ?? '').trim());
}

/** The rows below the header. */
export function rowsBelow(
  rows: readonly ListRow[],
  { headerRow }: Pick<ListMapping, 'headerRow'>,
): readonly ListRow[] {
  return headerRow === null ? rows : rows.filter(({ row }) => row > headerRow);
}

const NOTHING_GIVEN: ListMapping['given'] = {
  kind: null,
  encryption: null,
  upTo: null,
  keeper: '',
  place: '',
};

/** A mapping to begin with, by the words of the headers: each field by the first column that means it. */
export function guessMapping(rows: readonly ListRow[], sheet: number): ListMapping {
  const found = rows[findHeader(rows, isHeader)];
  const headerRow = found !== undefined && found.cells.some(isHeader) ? found.row : null;
  const used = new Set<string>();
  const columns = headersOf(rows, headerRow).map((header) => {
    const field = fieldOf(header);
    if (field === undefined || used.has(field)) return null;
    used.add(field);
    return field;
  });
  return { sheet, headerRow, columns, given: NOTHING_GIVEN, kinds: [] };
}
