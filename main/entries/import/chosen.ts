import { v7 } from 'uuid';
import { basename } from 'node:path';
import { IMPORT_MAX_COLUMNS } from '../../../shared/entries/import-model.ts';
import type { CsvRecord } from '../../tabular/csv.ts';
import { TableFault } from '../../tabular/fault.ts';
import { lookAt, recordsOf, type TableFile } from '../../tabular/file.ts';
import { hasHeader } from './guess.ts';

/** The file that somebody has chosen. Its path stays in main; the window knows it by `id`. */
export interface ChosenFile {
  readonly id: string;
  /** Account of who chose it. */
  readonly owner: string;
  readonly name: string;
  readonly table: TableFile;
  /** The first records, header included. */
  readonly first: readonly CsvRecord[];
  readonly headerRow: boolean;
  /** Rows found when it was last looked through. */
  rows: number;
}

const SAMPLE = 20;

/** Looks at a file and its first records. Throws TableFault. */
export async function openChosen(path: string, owner: string): Promise<ChosenFile> {
  const table = await lookAt(path);
  const first: CsvRecord[] = [];
  for (const portion of recordsOf(table, IMPORT_MAX_COLUMNS)) {
    first.push(...portion.slice(0, SAMPLE - first.length));
    if (first.length === SAMPLE) break;
  }
  if (first[0] === undefined) throw new TableFault('file-empty');
  return {
    id: v7(),
    owner,
    name: basename(path),
    table,
    first,
    headerRow: hasHeader(first[0].cells),
    rows: 0,
  };
}

/** What the columns are called: the cells of the first record, or nothing, by how many columns it has. */
export function headersOf({ first }: ChosenFile, headerRow: boolean): readonly string[] {
  const cells = first[0]?.cells ?? [];
  return headerRow ? cells : cells.map(() => '');
}

/** The records below the header, in portions. */
export function* rowsOf({ table }: ChosenFile, headerRow: boolean): Generator<readonly CsvRecord[], void> {
  let skip = headerRow ? 1 : 0;
  for (const portion of recordsOf(table, IMPORT_MAX_COLUMNS)) {
    yield portion.slice(skip);
    if (portion.length > 0) skip = 0;
  }
}
