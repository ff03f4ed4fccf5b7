import { createHash } from 'node:crypto';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { ListMapping } from '../../../shared/media/lists/model.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../../vault/db.ts';

function digestOf(headers: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(headers)).digest();
}

/** The mapping with which a list of the same headers was last taken in; undefined if there was none, or it fits no more. */
export function rememberedMapping(db: ReadDb, headers: readonly string[]): ListMapping | undefined {
  const found = row<{ mapping: string }>(
    db,
    'SELECT mapping FROM media_list_mapping WHERE headers = ?',
    digestOf(headers),
  );
  if (found === undefined) return undefined;
  const parsed = ListMapping.safeParse(JSON.parse(found.mapping));
  return parsed.success ? parsed.data : undefined;
}

/** Keeps a mapping for lists of the same headers. */
export function rememberMapping(
  db: WriteDb,
  headers: readonly string[],
  mapping: ListMapping,
  now: Instant,
): void {
  run(
    db,
    `INSERT INTO media_list_mapping (headers, mapping, used_at) VALUES (?, ?, ?)
     ON CONFLICT (headers) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
    digestOf(headers),
    JSON.stringify(mapping),
    now,
  );
}

/** The numbers of the media that have a serial number 製造番号, by it, both folded. */
export function serials(db: ReadDb): Map<string, string> {
  const found = rows<{ serial: string; number: string }>(
    db,
    "SELECT serial, number_fold AS number FROM media_register WHERE serial <> ''",
  );
  return new Map(found.map(({ serial, number }) => [fold(serial), number]));
}
