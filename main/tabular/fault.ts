/** Why a text table cannot be read, whatever it is about. */
export type TableFaultCode =
  | 'file-unreadable'
  | 'file-empty'
  | 'file-too-large'
  | 'file-not-text'
  | 'file-changed'
  | 'encoding-unknown'
  | 'encoding-sjis-2004'
  | 'nul-character'
  | 'cell-too-long'
  | 'quote-unterminated'
  | 'quote-stray'
  | 'too-many-columns'
  | 'too-many-rows';

/**
 * Thrown by everything here that reads a file. `detail`: `row` is the line from 1, `column` the number of the column from 1,
 * `offset` bytes from 0, `limit` in the unit of the code.
 */
export class TableFault extends Error {
  readonly code: TableFaultCode;
  readonly detail: Readonly<Record<string, number>>;

  constructor(code: TableFaultCode, detail: Readonly<Record<string, number>> = {}) {
    super(`table: ${code} ${JSON.stringify(detail)}`);
    this.name = 'TableFault';
    this.code = code;
    this.detail = detail;
  }
}
