import { createHash } from 'node:crypto';
import { ImportMapping } from '../../../shared/entries/import-model.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../../vault/db.ts';

function digestOf(headers: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(headers)).digest();
}

/** The mapping with which a file of the same headers was last taken in; undefined if there was none, or it fits no more. */
export function rememberedMapping(db: ReadDb, headers: readonly string[]): ImportMapping | undefined {
  const found = row<{ mapping: string }>(
    db,
    'SELECT mapping FROM entries_import_mapping WHERE headers = ?',
    digestOf(headers),
  );
  if (found === undefined) return undefined;
  const parsed = ImportMapping.safeParse(JSON.parse(found.mapping));
  return parsed.success ? parsed.data : undefined;
}

/** Keeps a mapping for files of the same headers. */
export function rememberMapping(
  db: WriteDb,
  headers: readonly string[],
  mapping: ImportMapping,
  now: Instant,
): void {
  run(
    db,
    `INSERT INTO entries_import_mapping (headers, mapping, used_at) VALUES (?, ?, ?)
     ON CONFLICT (headers) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
    digestOf(headers),
    JSON.stringify(mapping),
    now,
  );
}

/** Whether somebody of this name, compared folded, stands in the log as having entered this area at this time. */
export function standsInLog(db: ReadDb, foldedName: string, areaId: string, enteredAt: Instant): boolean {
  return rows<{ name: string }>(
    db,
    `SELECT v.name FROM entries_visit v JOIN entries_area a ON a.no = v.area
     WHERE v.sort_at = ? AND v.entered_at = ? AND a.id = ?`,
    enteredAt,
    enteredAt,
    areaId,
  ).some(({ name }) => fold(name) === foldedName);
}
