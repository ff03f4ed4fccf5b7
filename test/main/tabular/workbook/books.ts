import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll } from 'vitest';
import { WorkbookFault } from '../../../../main/tabular/workbook/fault.ts';
import type { SheetLimits } from '../../../../main/tabular/workbook/sheet.ts';
import { openWorkbook } from '../../../../main/tabular/workbook/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'suimon-workbook-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const LIMITS: SheetLimits = { rows: 100_000, columns: 200, cell: 32_767 };

/** A file with these bytes. */
export function bytesFile(bytes: Uint8Array | string, ending = 'xlsx'): string {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  writeFileSync(path, bytes);
  return path;
}

const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Book {
  /** What stands within `<worksheet>`. */
  readonly sheet: string;
  readonly strings?: string;
  /** What stands within `<styleSheet>`. */
  readonly styles?: string;
  readonly properties?: string;
  /** Parts besides, or instead. */
  readonly parts?: Zippable;
}

/** The bytes of a workbook of one sheet, made by hand, so that it can say what a library would not write. */
export function bookBytes({ sheet, strings = '', styles = '', properties = '', parts = {} }: Book): Buffer {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]): Uint8Array =>
    strToU8(
      `${DECLARED}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
    );
  return Buffer.from(
    zipSync({
      '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
      'xl/_rels/workbook.xml.rels': relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
        relation('rId3', 'styles', '/xl/styles.xml'),
      ),
      'xl/workbook.xml': strToU8(
        `${DECLARED}<workbook xmlns="${MAIN}" xmlns:r="${REL}">${properties}<sheets><sheet name="一覧 &amp; 台帳" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(`${DECLARED}<worksheet xmlns="${MAIN}">${sheet}</worksheet>`),
      'xl/sharedStrings.xml': strToU8(`${DECLARED}<sst xmlns="${MAIN}">${strings}</sst>`),
      'xl/styles.xml': strToU8(`${DECLARED}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`),
      ...parts,
    }),
  );
}

export const bookFile = (book: Book): string => bytesFile(bookBytes(book));

/** The first sheet: each row's number, then its cells as `type text`. */
export async function rowsOf(path: string, sheet = 0, limits = LIMITS): Promise<(string | number)[][]> {
  const rows = await (await openWorkbook(path)).rows(sheet, limits);
  return rows.map(({ row, cells }) => [row, ...cells.map(({ type, text }) => `${type} ${text}`.trim())]);
}

/** The fault that opening a workbook and reading its first sheet ends in. */
export async function faultIn(path: string, limits = LIMITS): Promise<unknown> {
  try {
    await (await openWorkbook(path)).rows(0, limits);
    return undefined;
  } catch (error) {
    if (error instanceof WorkbookFault) return { code: error.code, detail: error.detail };
    throw error;
  }
}
