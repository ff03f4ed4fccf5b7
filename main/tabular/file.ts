import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { CsvReader, type CsvRecord, type Separator } from './csv.ts';
import { decoding } from './decode.ts';
import { type Detected, TextScan } from './detect.ts';
import { TableFault } from './fault.ts';
import { sniffSeparator } from './sniff.ts';

/** Cells no longer than a spreadsheet can hold (Excel: 32,767 characters), so that one runaway quote cannot fill the memory. */
export const CELL_LIMIT = 32_767;
/** Half a gigabyte: more than ten years of a busy door. */
export const FILE_LIMIT = 512 * 1024 * 1024;

const SCAN_CHUNK = 1024 * 1024;
const SNIFF_BYTES = 64 * 1024;
const READ_CHUNK = 64 * 1024;

/** What a first look at a CSV file has found: enough to read it, and to know it again. */
export interface TableFile extends Detected {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string;
  readonly separator: Separator;
}

function unreadable(error: unknown): TableFault {
  return error instanceof TableFault ? error : new TableFault('file-unreadable');
}

/**
 * Reads a file through once, in constant memory: digest, encoding, separator. Throws TableFault: `file-unreadable`,
 * `file-empty`, `file-too-large`, `file-not-text`, `nul-character`, `encoding-unknown`, `encoding-sjis-2004`.
 */
export async function lookAt(path: string): Promise<TableFile> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(error);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new TableFault('file-unreadable');
    if (stat.size > FILE_LIMIT) throw new TableFault('file-too-large', { limit: FILE_LIMIT });
    const digest = createHash('sha256');
    const scan = new TextScan();
    const buffer = Buffer.allocUnsafe(SCAN_CHUNK);
    let head: Buffer = Buffer.alloc(0);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      if (size === 0) head = Buffer.from(bytes.subarray(0, SNIFF_BYTES));
      size += bytesRead;
      digest.update(bytes);
      scan.push(bytes);
    }
    const detected = scan.finish();
    const beginning = decoding(detected.encoding).decode(head.subarray(detected.mark));
    return {
      ...detected,
      path,
      size,
      sha256: digest.digest('hex'),
      separator: sniffSeparator(beginning, size <= SNIFF_BYTES),
    };
  } catch (error) {
    throw unreadable(error);
  } finally {
    await file.close();
  }
}

/**
 * The records of a file, in portions of some hundred, read synchronously (an import reads within its transaction) and in
 * constant memory. Throws TableFault: what CsvReader throws, `file-unreadable`, and at the end at the latest `file-changed` if
 * the bytes are not those that {@link lookAt} saw.
 */
export function* recordsOf(table: TableFile, columns: number): Generator<readonly CsvRecord[], void> {
  const digest = createHash('sha256');
  const text = decoding(table.encoding);
  const reader = new CsvReader(table.separator, { cell: CELL_LIMIT, columns });
  const buffer = Buffer.allocUnsafe(READ_CHUNK);
  let skip = table.mark;
  let size = 0;
  const file = orFault(() => openSync(table.path, 'r'));
  try {
    for (;;) {
      const count = orFault(() => readSync(file, buffer, 0, buffer.length, null));
      if (count === 0) break;
      size += count;
      const bytes = buffer.subarray(0, count);
      digest.update(bytes);
      yield reader.push(text.decode(bytes.subarray(skip)));
      skip = 0;
    }
    if (size !== table.size || digest.digest('hex') !== table.sha256) throw new TableFault('file-changed');
    text.finish();
    yield reader.finish();
  } finally {
    closeSync(file);
  }
}

function orFault<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new TableFault('file-unreadable');
  }
}
