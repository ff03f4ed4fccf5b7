/** Why a file, or a whole import, is refused. The reply's `detail` holds what the comment beside names. */
export const IMPORT_REFUSALS = [
  /** The file cannot be opened or read any more. */
  'file-unreadable',
  'file-empty',
  /** `limit`: bytes. */
  'file-too-large',
  /** A workbook (.xlsx, .xls) or another binary form, told by its first bytes. */
  'file-not-text',
  /** The bytes fit none of the encodings read. `offset` (bytes from 0), `row` (line). */
  'encoding-unknown',
  /** Shift_JIS-2004, which is not CP932. `offset`, `row`. */
  'encoding-sjis-2004',
  /** `row` (line). */
  'nul-character',
  /** `row` (line), `column` (number from 1), `limit` (characters). */
  'cell-too-long',
  /** `row`: the line on which the quote was opened; `column`. */
  'quote-unterminated',
  /** Text after a closing quote. `row` (line), `column`. */
  'quote-stray',
  /** `row`, `limit`. */
  'too-many-columns',
  /** `limit`. */
  'too-many-rows',
  /** The file was changed after it had been looked at. */
  'file-changed',
  /** No file with that id is chosen (any more). */
  'file-forgotten',
  /** The mapping leaves out what every visit needs. */
  'mapping-incomplete',
  /** Rows have problems; nothing was taken in. `count`, `row`: the first. */
  'rows-refused',
  'import-running',
] as const;
export type ImportRefusal = (typeof IMPORT_REFUSALS)[number];

/** What can be wrong with one row. */
export const IMPORT_PROBLEMS = [
  'too-few-cells',
  'too-many-cells',
  'required',
  'too-long',
  'unsafe-characters',
  /** A character of the private use area: a 外字 that only the machine it was made on can show. */
  'private-character',
  /** The replacement character U+FFFD: some program has lost what stood here. */
  'lost-character',
  'area-unknown',
  'date-malformed',
  'date-ambiguous',
  'date-impossible',
  'era-mismatch',
  'time-malformed',
  'time-impossible',
  'time-missing',
  'in-future',
  'exit-before-entry',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

/** What a mapping lacks or has too much of. While there is one, no row is looked at. */
export const MAPPING_FAULTS = [
  'name-unmapped',
  'time-unmapped',
  'area-unmapped',
  /** A date or time filled by several columns. */
  'time-mapped-twice',
  /** Exits are said to be in the file, but no column holds them. */
  'exit-unmapped',
  /** Exits are said not to be in the file, but a column is said to hold them. */
  'exit-mapped',
] as const;
export type MappingFault = (typeof MAPPING_FAULTS)[number];
