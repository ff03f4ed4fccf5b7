import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { TableFault } from './fault.ts';
import { CELL_LIMIT, lookAt, recordsOf, type TableFile } from './file.ts';
import { WorkbookFault } from './workbook/fault.ts';
import type { CellType } from './workbook/sheet.ts';

/** A cell that a spreadsheet could not work out, or a formula whose result the file does not hold. */
export interface FaultyCell {
  /** From 0. */
  readonly column: number;
  readonly type: Extract<CellType, 'error' | 'uncached'>;
  readonly text: string;
}

/** One row of a list, from a text file or a workbook alike. */
export interface ListRow {
  /** Its number as a spreadsheet shows it, or the line of a text file on which it begins; from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly faulty: readonly FaultyCell[];
}

export interface ListLimits {
  readonly rows: number;
  readonly columns: number;
}

/** A list that an office keeps as CSV or as a workbook, opened once: its digest is that of the bytes whose rows are told. */
export interface ListFile {
  readonly path: string;
  /** Without its folder. */
  readonly name: string;
  readonly size: number;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
  /** How a text file is written; undefined for a workbook. */
  readonly text: Pick<TableFile, 'encoding' | 'separator'> | undefined;
  /** The names of a workbook's sheets that are not hidden, each with its number; a text file is one sheet without a name. */
  readonly sheets: readonly { readonly no: number; readonly name: string }[];
  /** The rows of a sheet that hold anything. Throws TableFault and WorkbookFault. */
  rows(sheet: number, limits: ListLimits): Promise<readonly ListRow[]>;
}

const NONE: readonly FaultyCell[] = [];

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch(() => {
    throw new TableFault('file-unreadable');
  });
  try {
    const head = Buffer.alloc(8);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } catch {
    throw new TableFault('file-unreadable');
  } finally {
    await file.close();
  }
}

/**
 * Opens a list, by what its bytes are and not by what its name says. Throws TableFault and WorkbookFault. The reader of
 * workbooks is loaded when the first is opened.
 */
export async function openList(path: string): Promise<ListFile> {
  const { looksLikeWorkbook } = await import('./workbook/workbook.ts');
  return looksLikeWorkbook(await headOf(path)) ? openSheets(path) : openText(path);
}

async function openText(path: string): Promise<ListFile> {
  const table = await lookAt(path);
  const { size, sha256, encoding, separator } = table;
  return {
    path,
    name: basename(path),
    size,
    sha256,
    text: { encoding, separator },
    sheets: [{ no: 0, name: '' }],
    rows(_, { rows: limit, columns }) {
      const found: ListRow[] = [];
      for (const portion of recordsOf(table, columns)) {
        for (const { line, cells } of portion) {
          if (cells.every((cell) => cell.trim() === '')) continue;
          if (found.length === limit) throw new TableFault('too-many-rows', { limit });
          found.push({ row: line, cells, faulty: NONE });
        }
      }
      return Promise.resolve(found);
    },
  };
}

async function openSheets(path: string): Promise<ListFile> {
  const { openWorkbook } = await import('./workbook/workbook.ts');
  const book = await openWorkbook(path);
  const { size, sha256 } = book;
  const all = book.sheets.map(({ name, hidden }, no) => ({ no, name, hidden }));
  const shown = all.filter(({ hidden }) => !hidden);
  return {
    path,
    name: basename(path),
    size,
    sha256,
    text: undefined,
    sheets: (shown.length === 0 ? all : shown).map(({ no, name }) => ({ no, name })),
    async rows(sheet, limits) {
      const rows = await book.rows(sheet, { ...limits, cell: CELL_LIMIT });
      return rows.map(({ row, cells }) => ({
        row,
        cells: cells.map(({ text }) => text),
        faulty: cells.flatMap(({ type, text }, column) =>
          type === 'error' || type === 'uncached' ? [{ column, type, text }] : NONE,
        ),
      }));
    },
  };
}

/** Throws `file-changed` unless the file still holds the bytes that were looked at, `file-unreadable` if it is gone. */
export async function sameBytes({ path, sha256 }: Pick<ListFile, 'path' | 'sha256'>): Promise<void> {
  const digest = createHash('sha256');
  try {
    const file = await open(path, 'r');
    for await (const chunk of file.createReadStream({ highWaterMark: 1024 * 1024 }))
      digest.update(chunk as Buffer);
  } catch {
    throw new WorkbookFault('file-unreadable');
  }
  if (digest.digest('hex') !== sha256) throw new WorkbookFault('file-changed');
}
