/** Codes with which taking a list in, and writing one out, is refused. The `detail` is named where it has one. */
export const LIST_REFUSALS = [
  'file-unreadable',
  'file-empty',
  /** `limit`: bytes. */
  'file-too-large',
  'file-not-text',
  'file-changed',
  'file-forgotten',
  /** `offset` (bytes from 0), `row`. */
  'encoding-unknown',
  /** `offset`, `row`. */
  'encoding-sjis-2004',
  /** `row`. */
  'nul-character',
  /** `row`, `column` (number from 1), `limit`. */
  'cell-too-long',
  /** `row`, `column`. */
  'quote-unterminated',
  /** `row`, `column`. */
  'quote-stray',
  /** `row`, `limit`. */
  'too-many-columns',
  /** `limit`. */
  'too-many-rows',
  'workbook-old',
  'workbook-encrypted',
  'workbook-binary',
  'workbook-open-document',
  'workbook-unknown',
  'workbook-broken',
  'workbook-too-large',
  'sheet-missing',
  'mapping-incomplete',
  'import-running',
  'import-nothing',
  'import-reason',
  /** Rows have problems; nothing was taken in. `row`, `column`. */
  'rows-refused',
  /** `limit`: rows. */
  'export-too-many',
  'export-nothing',
  'export-busy',
  /** `file`. */
  'export-file-exists',
  'export-disk-full',
  'export-failed',
] as const;

/** What can be wrong with one row. */
export const LIST_PROBLEMS = [
  'required',
  'too-long',
  'unsafe-characters',
  /** A character of the private use area 外字. */
  'private-character',
  /** The replacement character U+FFFD. */
  'lost-character',
  'kind-unknown',
  'encryption-unknown',
  'upTo-unknown',
  /** Lost, destroyed or out, and not in the register: a medium begins kept. */
  'state-not-kept',
  /** The number stands in the file before, with other details. */
  'number-twice',
  'medium-destroyed',
  /** A cell that the spreadsheet could not work out. */
  'cell-error',
  /** A formula whose result the file does not hold. */
  'cell-uncached',
] as const;
export type ListProblemCode = (typeof LIST_PROBLEMS)[number];

/** What is odd, and may be so. */
export const LIST_WARNINGS = ['serial-doubled'] as const;
export type ListWarningCode = (typeof LIST_WARNINGS)[number];

/** What a mapping lacks. While there is one, no row is looked at. */
export const LIST_FAULTS = [
  'number-unmapped',
  'name-unmapped',
  'kind-unmapped',
  'encryption-unmapped',
  'keeper-unmapped',
  'place-unmapped',
  'upTo-unmapped',
  'mapped-twice',
] as const;
export type ListFault = (typeof LIST_FAULTS)[number];
