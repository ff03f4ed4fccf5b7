import type { LIST_REFUSALS } from '../../../shared/media/lists/refusals.ts';

/** What happened, what was kept, what to do: for every code with which taking a list in, or writing one out, is refused. */
export const listRefusalsEn = {
  'refusal.file-unreadable':
    'The file cannot be opened. See that it was not moved or removed and that no other program uses it, then choose it again.',
  'refusal.file-empty': 'There is nothing in the file.',
  'refusal.file-too-large': 'The file is too large. Make one that holds the list alone.',
  'refusal.file-not-text': 'This is neither Excel nor CSV. Save it as an Excel workbook (.xlsx) or as CSV.',
  'refusal.file-changed': 'The file changed after it was looked at. Nothing was taken in. Choose it again.',
  'refusal.file-forgotten': 'This file is not chosen any more. Choose it again.',
  'refusal.encoding-unknown':
    'The encoding is unknown (row {{row}}, byte {{offset}}). Save it as CSV UTF-8 or as an Excel workbook.',
  'refusal.encoding-sjis-2004':
    'The encoding is Shift_JIS-2004 (a character of row {{row}} is not in CP932). Save it as UTF-8.',
  'refusal.nul-character':
    'There is a NUL character in row {{row}}. The file is damaged, or is not text alone.',
  'refusal.cell-too-long':
    'Column {{column}} of row {{row}} is longer than {{limit}} characters. Shorten it and save it again.',
  'refusal.quote-unterminated': 'The " that begins in column {{column}} of row {{row}} is not closed.',
  'refusal.quote-stray': 'There is text behind a closed " in column {{column}} of row {{row}}.',
  'refusal.too-many-columns': 'Row {{row}} has more than {{limit}} columns. Remove those you do not need.',
  'refusal.too-many-rows': 'There are more than {{limit}} rows. Save the list as several files.',
  'refusal.workbook-old':
    'This is an old Excel workbook (.xls). Save it in Excel as an Excel workbook (.xlsx).',
  'refusal.workbook-encrypted':
    'The workbook is encrypted with a password. Open it in Excel, save a copy without, choose the copy, and remove it afterwards.',
  'refusal.workbook-binary': 'This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx).',
  'refusal.workbook-open-document':
    'This is an OpenDocument (.ods). Save it as an Excel workbook (.xlsx) or as CSV.',
  'refusal.workbook-unknown': 'This is no Excel workbook. Look at the file and choose again.',
  'refusal.workbook-broken':
    'The workbook is damaged. Nothing was taken in. Open the original in Excel and save it again.',
  'refusal.workbook-too-large':
    'There is too much in the workbook. Make one of the list alone, without pictures.',
  'refusal.sheet-missing': 'There is no such sheet. Choose another.',
  'refusal.mapping-incomplete': 'Columns are missing. Nothing was taken in.',
  'refusal.import-running': 'Another list is being taken in. Wait until it is done.',
  'refusal.import-nothing': 'No row is new and none changes anything. The register is as it was.',
  'refusal.import-reason': 'What is said of some media changes. Write why. Nothing was taken in.',
  'refusal.rows-refused':
    'Row {{row}} ({{column}}) has a problem. Nothing was taken in. Put the file right and choose it again.',
  'refusal.export-too-many':
    'The list is longer than {{limit}} rows and was not written out. Narrow it first.',
  'refusal.export-nothing': 'There is nothing in the list. Clear the filter first.',
  'refusal.export-busy': 'Another list is being written out. Wait until it is done.',
  'refusal.export-file-exists': '"{{file}}" is there already. Nothing was written. Choose another name.',
  'refusal.export-disk-full': 'There is no room for "{{file}}". Nothing was written. Choose another place.',
  'refusal.export-failed':
    '"{{file}}" cannot be written ({{error}}). What stood there is as it was. Close the program that has it open, or choose another place.',
} as const satisfies Readonly<Record<`refusal.${(typeof LIST_REFUSALS)[number]}`, string>>;
