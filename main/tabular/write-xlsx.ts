import type { SheetData } from 'write-excel-file/node';
import type { OutCell } from './write-csv.ts';

export interface OutColumn {
  readonly title: string;
  /** In characters of half width. */
  readonly width: number;
}

const JST = 9 * 3_600_000;
const MOMENT = 'yyyy/mm/dd hh:mm';

/**
 * The bytes of a workbook of one sheet: its header stays in sight, times are dates as Japan's clocks showed them, and all else
 * is text, which no spreadsheet evaluates whatever it begins with. The writer is loaded when it is first asked for.
 */
export async function xlsxBytes(
  sheet: string,
  columns: readonly OutColumn[],
  rows: readonly (readonly OutCell[])[],
): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const header = columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#E8F1FE',
    wrap: true,
  }));
  const body = rows.map((cells) =>
    cells.map((cell) => {
      if (typeof cell === 'string') return cell === '' ? null : { value: cell, type: String };
      return cell.at === null ? null : { value: new Date(cell.at + JST), type: Date, format: MOMENT };
    }),
  );
  const data: SheetData = [header, ...body];
  return write(data, {
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
