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

const TIMES_KEPT = 64;

/**
 * Tells rows that stand in the log already: the same name, compared folded, in the same area at the same time. Reads the
 * visits of one time together and keeps those of the last times asked for, as a file may have thousands of one time.
 */
export class LogDoubles {
  readonly #db: ReadDb;
  readonly #times = new Map<Instant, Set<string>>();

  constructor(db: ReadDb) {
    this.#db = db;
  }

  /** Whether such a visit stands in the log, or was added here. */
  has(foldedName: string, areaId: string, enteredAt: Instant): boolean {
    return this.#at(enteredAt).has(`${areaId} ${foldedName}`);
  }

  /** Takes note of a visit that is being written. */
  add(foldedName: string, areaId: string, enteredAt: Instant): void {
    this.#at(enteredAt).add(`${areaId} ${foldedName}`);
  }

  #at(enteredAt: Instant): Set<string> {
    const kept = this.#times.get(enteredAt);
    if (kept !== undefined) return kept;
    const found = rows<{ name: string; areaId: string }>(
      this.#db,
      `SELECT v.name, a.id AS areaId FROM entries_visit v JOIN entries_area a ON a.no = v.area
       WHERE v.sort_at = ? AND v.entered_at = ?`,
      enteredAt,
      enteredAt,
    );
    const keys = new Set(found.map(({ name, areaId }) => `${areaId} ${fold(name)}`));
    const [oldest] = this.#times.keys();
    if (oldest !== undefined && this.#times.size >= TIMES_KEPT) this.#times.delete(oldest);
    this.#times.set(enteredAt, keys);
    return keys;
  }
}
