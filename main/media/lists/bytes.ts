import { jstParts } from '../../../shared/kernel/time.ts';
import { neutral } from '../../../shared/media/lists/cells.ts';
import type { LackingCharacter, ListFormat } from '../../../shared/media/lists/model.ts';
import { csvText, encodeCp932, lackingInCp932, type OutCell } from '../../tabular/write-csv.ts';
import { xlsxBytes } from '../../tabular/write-xlsx.ts';
import type { OutTable } from './table.ts';

const SHOWN = 200;
const TEXT_SHOWN = 60;

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026/04/01 09:05`, as Japan's clocks showed it. */
function momentText(at: number): string {
  const { year, month, day, hour, minute } = jstParts(at);
  return `${year}/${two(month)}/${two(day)} ${two(hour)}:${two(minute)}`;
}

function textOf(cell: OutCell): string {
  if (typeof cell !== 'string') return cell.at === null ? '' : momentText(cell.at);
  return neutral(cell.replaceAll('\n', '\r\n'));
}

/** Every character that CP932 has not, with its row in the file that would come out (its header is row 1); counted to the end. */
export function lackingIn({ columns, rows }: OutTable): {
  readonly lacking: readonly LackingCharacter[];
  readonly count: number;
} {
  const lacking: LackingCharacter[] = [];
  let count = 0;
  for (const [index, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== 'string') continue;
      for (const character of lackingInCp932(cell)) {
        count += 1;
        const { title = '' } = columns[column] ?? {};
        if (lacking.length < SHOWN)
          lacking.push({ row: index + 2, column: title, character, text: cell.slice(0, TEXT_SHOWN) });
      }
    }
  }
  return { lacking, count };
}

/** The bytes of a list in a form. For CP932 nothing may be lacking. */
export async function bytesOf(table: OutTable, format: ListFormat): Promise<Buffer> {
  if (format === 'xlsx') return xlsxBytes(table.title, table.columns, table.rows);
  const text = csvText([
    table.columns.map(({ title }) => neutral(title)),
    ...table.rows.map((cells) => cells.map(textOf)),
  ]);
  return format === 'csv-cp932' ? encodeCp932(text) : Buffer.from(`\uFEFF${text}`, 'utf8');
}
