/** Why a workbook cannot be read, whatever it is about. */
export type WorkbookFaultCode =
  /** The file cannot be opened or read. */
  | 'file-unreadable'
  | 'file-empty'
  /** `limit`: bytes. */
  | 'file-too-large'
  | 'file-changed'
  /** A workbook of Excel 97-2003 (.xls), told by its first bytes. */
  | 'workbook-old'
  /** Locked with a password. */
  | 'workbook-encrypted'
  /** Excel's binary form (.xlsb). */
  | 'workbook-binary'
  /** OpenDocument (.ods). */
  | 'workbook-open-document'
  /** No workbook: no zip, or a zip of something else. */
  | 'workbook-unknown'
  /** A zip that is cut short or damaged, or XML that does not hold together. */
  | 'workbook-broken'
  /** More is packed into it than is unpacked. `limit`: bytes or parts. */
  | 'workbook-too-large'
  | 'sheet-missing'
  /** `limit`: rows. */
  | 'too-many-rows'
  /** `row`, `limit`: columns. */
  | 'too-many-columns'
  /** `row`, `column` (number from 1), `limit`: characters. */
  | 'cell-too-long';

/** Thrown by everything here that reads a workbook. `row` is the number of the row as the spreadsheet shows it. */
export class WorkbookFault extends Error {
  readonly code: WorkbookFaultCode;
  readonly detail: Readonly<Record<string, number>>;

  constructor(code: WorkbookFaultCode, detail: Readonly<Record<string, number>> = {}) {
    super(`workbook: ${code} ${JSON.stringify(detail)}`);
    this.name = 'WorkbookFault';
    this.code = code;
    this.detail = detail;
  }
}
