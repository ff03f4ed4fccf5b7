import { WorkbookFault } from './fault.ts';
import { filled, type Shown } from './formats.ts';
import { columnOf, type MergedArea, mergedArea } from './references.ts';
import { serialText } from './serial.ts';
import { StringText } from './strings.ts';
import { type Attributes, cellText, walkXml } from './xml.ts';

/**
 * What a cell holds. `error`: Excel could not work it out, its text is the error's name; `uncached`: a formula whose result the
 * file does not hold, its text is empty. A formula with a result is what its result is.
 */
export type CellType = 'empty' | 'text' | 'number' | 'boolean' | 'date' | 'error' | 'uncached';

export interface SheetCell {
  readonly type: CellType;
  /** As the office sees it: leading zeros kept, points of time as `2026-04-01 09:05`, lines parted by `\n`. */
  readonly text: string;
}

/** The cells of one row from column 1 on; those that the file leaves out are empty. */
export interface SheetRow {
  /** Its number as the spreadsheet shows it, from 1. */
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters of a cell. */
  readonly cell: number;
}

export const EMPTY_CELL: SheetCell = { type: 'empty', text: '' };
const UNCACHED: SheetCell = { type: 'uncached', text: '' };

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly Shown[];
  readonly from1904: boolean;
}

/** A number as people read it: to the 15 figures that a spreadsheet counts with, without an exponent where it has none. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

class CellReader {
  readonly #context: SheetContext;
  readonly #inline = new StringText();
  #type = '';
  #style = 0;
  #value: string | undefined;
  #formula = false;
  #taking = false;
  #inString = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  begin(attributes: Attributes): void {
    this.#type = attributes('t') ?? 'n';
    this.#style = Number(attributes('s') ?? '0');
    this.#value = undefined;
    this.#formula = false;
    this.#inline.take();
  }

  open(name: string): void {
    if (name === 'v') {
      this.#taking = true;
      this.#value = '';
    } else if (name === 'f') this.#formula = true;
    else if (name === 'is') {
      this.#inString = true;
      this.#value = '';
    } else if (this.#inString) this.#inline.open(name);
  }

  close(name: string): void {
    if (name === 'v') this.#taking = false;
    else if (name === 'is') this.#inString = false;
    else if (this.#inString) this.#inline.close(name);
  }

  text(text: string): void {
    if (this.#taking) this.#value += text;
    else if (this.#inString) this.#inline.text(text);
  }

  /** The cell that ends here. Throws WorkbookFault `workbook-broken` for one that names a string there is not. */
  end(): SheetCell {
    const value = this.#value;
    if (value === undefined) return this.#formula ? UNCACHED : EMPTY_CELL;
    switch (this.#type) {
      case 's':
        return textCell(this.#shared(value));
      case 'inlineStr':
        return textCell(this.#inline.take());
      case 'str':
        return textCell(cellText(value));
      case 'b':
        return { type: 'boolean', text: value.trim() === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { type: 'error', text: value };
      case 'd':
        return { type: 'date', text: isoText(value) };
      default:
        return this.#number(value.trim());
    }
  }

  #shared(value: string): string {
    const found = this.#context.strings[Number(value)];
    if (found === undefined) throw new WorkbookFault('workbook-broken');
    return found;
  }

  #number(value: string): SheetCell {
    if (value === '') return this.#formula ? UNCACHED : EMPTY_CELL;
    const number = Number(value);
    if (!Number.isFinite(number)) throw new WorkbookFault('workbook-broken');
    const shown = this.#context.formats[this.#style];
    if (shown?.as === 'time') {
      const when = serialText(number, shown.form, this.#context.from1904);
      if (when !== undefined) return { type: 'date', text: when };
    }
    const figures = shown?.as === 'figures' ? filled(shown.places, number) : undefined;
    return { type: 'number', text: figures ?? plainNumber(number) };
  }
}

function textCell(value: string): SheetCell {
  return value === '' ? EMPTY_CELL : { type: 'text', text: value };
}

/** `2014-02-14T08:27:48.765Z` as `2014-02-14 08:27:48`: such cells have no zone, whatever a program wrote behind. */
function isoText(value: string): string {
  return value
    .trim()
    .replace('T', ' ')
    .replace(/(?:\.\d+)?Z?$/u, '')
    .replace(/ 00:00(?::00)?$/u, '')
    .replace(/(\d\d:\d\d):00$/u, '$1');
}

/**
 * The rows of a sheet that have a cell with anything in it. A cell that is merged over several rows stands in each of them, in
 * its first column, as people read it; rows within a merge that hold nothing else are not made of it.
 *
 * Throws WorkbookFault: `workbook-broken`, `too-many-rows`, `too-many-columns`, `cell-too-long`.
 */
export function readSheet(xml: string, context: SheetContext, limits: SheetLimits): readonly SheetRow[] {
  const rows: { row: number; cells: SheetCell[] }[] = [];
  const merges: MergedArea[] = [];
  const reader = new CellReader(context);
  let row = 0;
  let column = 0;
  let cells: SheetCell[] = [];
  let filledCells = 0;
  const keep = (cell: SheetCell): void => {
    if (cell.type === 'empty') return;
    if (column > limits.columns) throw new WorkbookFault('too-many-columns', { row, limit: limits.columns });
    if (cell.text.length > limits.cell)
      throw new WorkbookFault('cell-too-long', { row, column, limit: limits.cell });
    while (cells.length < column - 1) cells.push(EMPTY_CELL);
    cells.push(cell);
    filledCells += 1;
  };
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        const given = Number(attributes('r') ?? row + 1);
        if (!Number.isSafeInteger(given) || given <= row) throw new WorkbookFault('workbook-broken');
        row = given;
        column = 0;
        cells = [];
        filledCells = 0;
      } else if (name === 'c') {
        const reference = attributes('r');
        const given = reference === undefined ? column + 1 : columnOf(reference);
        if (given === undefined || given <= column) throw new WorkbookFault('workbook-broken');
        column = given;
        reader.begin(attributes);
      } else if (name === 'mergeCell') {
        const area = mergedArea(attributes('ref') ?? '');
        if (area !== undefined) merges.push(area);
      } else reader.open(name);
    },
    close(name) {
      if (name === 'c') keep(reader.end());
      else if (name === 'row') {
        if (filledCells === 0) return;
        if (rows.length === limits.rows) throw new WorkbookFault('too-many-rows', { limit: limits.rows });
        rows.push({ row, cells });
      } else reader.close(name);
    },
    text: (piece) => reader.text(piece),
  });
  spread(rows, merges);
  return rows;
}

function spread(rows: readonly { row: number; cells: SheetCell[] }[], merges: readonly MergedArea[]): void {
  const byRow = new Map(rows.map((one) => [one.row, one.cells]));
  for (const { top, bottom, column } of merges) {
    const cell = byRow.get(top)?.[column - 1];
    if (cell === undefined || cell.type === 'empty') continue;
    const last = Math.min(bottom, rows.at(-1)?.row ?? 0);
    for (let row = top + 1; row <= last; row += 1) {
      const cells = byRow.get(row);
      if (cells === undefined) continue;
      while (cells.length < column) cells.push(EMPTY_CELL);
      cells[column - 1] = cell;
    }
  }
}
