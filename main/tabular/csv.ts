import { TableFault } from './fault.ts';

/** What separates the cells of a record. */
export const SEPARATORS = [',', '\t', ';'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface CsvRecord {
  /** The line of the file, from 1, on which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvLimits {
  /** UTF-16 units of one cell. */
  readonly cell: number;
  readonly columns: number;
}

/** Where the reader stands: before a cell, in a bare or quoted cell, after a quote within one, in spaces behind one. */
type State = 'start' | 'bare' | 'quoted' | 'quote' | 'behind';

const CR = 0x0d;
const LF = 0x0a;
const QUOTE = 0x22;
const SPACE = 0x20;

/**
 * Reads CSV (RFC 4180) as text comes in, keeping no more than the record under way. Lines end with CRLF, LF or CR, also
 * mixed; empty lines are left out but counted. A quote inside a bare cell is a character like any other; spaces behind a
 * closing quote are dropped. A synchronous pull, unlike csv-parse's stream: an import reads within its one transaction.
 *
 * Throws TableFault: `cell-too-long`, `too-many-columns`, `quote-stray`, `quote-unterminated`.
 */
export class CsvReader {
  readonly #separator: number;
  readonly #limits: CsvLimits;
  #state: State = 'start';
  #cells: string[] = [];
  #cell = '';
  #line = 1;
  #recordLine = 1;
  #quoteLine = 1;
  #afterCr = false;
  /** The cell ended last is all that its line has, and empty without quotes. */
  #blank = false;
  #records: CsvRecord[] = [];

  constructor(separator: Separator, limits: CsvLimits) {
    this.#separator = separator.charCodeAt(0);
    this.#limits = limits;
  }

  /** The records completed by this piece of text. */
  push(text: string): readonly CsvRecord[] {
    this.#records = [];
    let from = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const after = this.#afterCr;
      this.#afterCr = code === CR;
      if (this.#state === 'quoted') {
        if (code === QUOTE) {
          this.#keep(text, from, index);
          this.#state = 'quote';
        } else if (code === CR || (code === LF && !after)) {
          this.#line += 1;
        }
        continue;
      }
      if (code === LF && after) {
        from = index + 1;
        continue;
      }
      if (code === this.#separator || code === CR || code === LF) {
        if (this.#state === 'bare') this.#keep(text, from, index);
        this.#endCell();
        if (code !== this.#separator) this.#endRecord();
        continue;
      }
      switch (this.#state) {
        case 'start':
          from = code === QUOTE ? index + 1 : index;
          this.#state = code === QUOTE ? 'quoted' : 'bare';
          if (code === QUOTE) this.#quoteLine = this.#line;
          break;
        case 'quote':
          if (code === QUOTE) {
            this.#cell += '"';
            from = index + 1;
            this.#state = 'quoted';
            break;
          }
          this.#behind(code);
          break;
        case 'behind':
          this.#behind(code);
          break;
        case 'bare':
          break;
      }
    }
    if (this.#state === 'bare' || this.#state === 'quoted') this.#keep(text, from, text.length);
    return this.#records;
  }

  /** The record that the file ends in without a line end. */
  finish(): readonly CsvRecord[] {
    this.#records = [];
    if (this.#state === 'quoted') {
      throw new TableFault('quote-unterminated', { row: this.#quoteLine, column: this.#cells.length + 1 });
    }
    if (this.#state !== 'start' || this.#cells.length > 0) {
      this.#endCell();
      this.#endRecord();
    }
    return this.#records;
  }

  #behind(code: number): void {
    if (code !== SPACE) {
      throw new TableFault('quote-stray', { row: this.#line, column: this.#cells.length + 1 });
    }
    this.#state = 'behind';
  }

  #keep(text: string, from: number, to: number): void {
    if (this.#cell.length + to - from > this.#limits.cell) {
      const { cell: limit } = this.#limits;
      throw new TableFault('cell-too-long', { row: this.#recordLine, column: this.#cells.length + 1, limit });
    }
    this.#cell += text.slice(from, to);
  }

  #endCell(): void {
    if (this.#cells.length === this.#limits.columns) {
      throw new TableFault('too-many-columns', { row: this.#recordLine, limit: this.#limits.columns });
    }
    this.#blank = this.#state === 'start' && this.#cells.length === 0;
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#state = 'start';
  }

  #endRecord(): void {
    if (!this.#blank) this.#records.push({ line: this.#recordLine, cells: this.#cells });
    this.#cells = [];
    this.#line += 1;
    this.#recordLine = this.#line;
  }
}
