import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { openArchive } from './archive.ts';
import { WorkbookFault } from './fault.ts';
import { readFormats } from './formats.ts';
import { partsOf } from './parts.ts';
import { readSheet, type SheetLimits, type SheetRow } from './sheet.ts';
import { readStrings } from './strings.ts';

const MIB = 1024 * 1024;
/** The largest list of an office is a few MB; what is larger holds pictures. */
export const WORKBOOK_LIMIT = 64 * MIB;
const ARCHIVE_LIMITS = { parts: 4096, part: 96 * MIB, total: 256 * MIB } as const;

export interface Workbook {
  readonly size: number;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  /** Its sheets in the order of their tabs. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** The rows of one sheet. Throws WorkbookFault, `sheet-missing` if there is none of that number (from 0). */
  rows(sheet: number, limits: SheetLimits): Promise<readonly SheetRow[]>;
}

const ZIP = [0x50, 0x4b];
/** A compound file: Excel 97-2003, or a newer workbook that a password locks. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Whether a file begins as a zip or a compound file does: whether it is to be opened as a workbook, not as text. */
export function looksLikeWorkbook(head: Uint8Array): boolean {
  return startsWith(head, [...ZIP, 3, 4]) || startsWith(head, COMPOUND);
}

async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch(() => {
    throw new WorkbookFault('file-unreadable');
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new WorkbookFault('file-unreadable');
    if (stat.size > WORKBOOK_LIMIT) throw new WorkbookFault('file-too-large', { limit: WORKBOOK_LIMIT });
    if (stat.size === 0) throw new WorkbookFault('file-empty');
    return await file.readFile();
  } catch (error) {
    throw error instanceof WorkbookFault ? error : new WorkbookFault('file-unreadable');
  } finally {
    await file.close();
  }
}

/**
 * Opens a workbook (.xlsx, .xlsm) and keeps it in memory. What is unpacked is checked against its declared size beforehand.
 * Throws WorkbookFault: `file-unreadable`, `file-empty`, `file-too-large`, and what says that it is no workbook, or none that
 * is read.
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  const bytes = await bytesOf(path);
  if (startsWith(bytes, COMPOUND))
    throw new WorkbookFault(bytes.includes(LOCKED) ? 'workbook-encrypted' : 'workbook-old');
  if (!startsWith(bytes, ZIP)) throw new WorkbookFault('workbook-unknown');
  const archive = await openArchive(bytes, ARCHIVE_LIMITS);
  const { sheets, from1904, strings, styles } = await partsOf(archive);
  const textOf = async (part: string | undefined): Promise<string | undefined> =>
    part === undefined ? undefined : archive.text(part);
  return {
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    async rows(sheet, limits) {
      const part = sheets[sheet]?.part;
      const xml = await textOf(part);
      if (xml === undefined) throw new WorkbookFault('sheet-missing');
      const formats = await textOf(styles);
      const texts = await textOf(strings);
      return readSheet(
        xml,
        {
          from1904,
          formats: formats === undefined ? [] : readFormats(formats),
          strings: texts === undefined ? [] : readStrings(texts),
        },
        limits,
      );
    },
  };
}
