import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { CsvRecord } from '../../../main/tabular/csv.ts';
import { TableFault, type TableFaultCode } from '../../../main/tabular/fault.ts';
import { lookAt, recordsOf, type TableFile } from '../../../main/tabular/file.ts';

const folder = mkdtempSync(join(tmpdir(), 'suimon-tabular-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Third-party data beside the project; tests that need it are skipped where it is missing. */
export const shared = join(import.meta.dirname, '../../../../shared/data');
export const hasShared = existsSync(shared);
export const skipNote = hasShared ? '' : ' (skipped: no ../shared/data)';

/** A file with these bytes, or this text in UTF-8, removed after the tests. */
export function file(bytes: Uint8Array | string): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, bytes);
  return path;
}

export function recordsIn(table: TableFile, columns = 200): CsvRecord[] {
  return [...recordsOf(table, columns)].flat();
}

/** What a file is read as, cells alone. */
export async function cellsOf(path: string): Promise<{ table: TableFile; cells: (readonly string[])[] }> {
  const table = await lookAt(path);
  return { table, cells: recordsIn(table).map(({ cells }) => cells) };
}

/** The fault that reading a file ends in. */
export async function faultOf(path: string): Promise<{ code: TableFaultCode; detail: unknown } | undefined> {
  try {
    recordsIn(await lookAt(path));
    return undefined;
  } catch (error) {
    if (error instanceof TableFault) return { code: error.code, detail: error.detail };
    throw error;
  }
}

export const sharedBytes = (path: string): Buffer => readFileSync(join(shared, path));
