import type { EventOf } from '../../../../shared/kernel/event.ts';
import type { inspectionEvents } from '../../../../shared/media/inspection/events.ts';
import type { Way } from '../../../../shared/media/inspection/model.ts';
import { row, run, type WriteDb } from '../../../vault/db.ts';
import { compareEnd, comparePart } from './compare.ts';

type Of<T> = Extract<EventOf<typeof inspectionEvents>, { readonly type: T }>;

/** A content list as far as it is written. */
interface Begun {
  readonly no: number;
  /** The list it is compared with, on the way out; null if there is none. */
  readonly before: number | null;
}

/** The last list on the way in of the medium that a request is about; undefined if there is none. */
function lastEntry(db: WriteDb, request: string): number | undefined {
  return row<{ no: number }>(
    db,
    `SELECT l.no FROM media_listing l JOIN media_inspected i ON i.request = l.request
     WHERE l.request = ? AND l.way = 'entry' AND l.place > i.since ORDER BY l.place DESC LIMIT 1`,
    request,
  )?.no;
}

/** A list, begun with its first part, or at its end if it has no files. */
function begun(db: WriteDb, key: number, id: string, request: string, way: Way): Begun {
  const found = row<Begun>(db, 'SELECT no, before FROM media_listing WHERE id = ?', id);
  if (found !== undefined) return found;
  const before = way === 'exit' ? (lastEntry(db, request) ?? null) : null;
  run(
    db,
    'INSERT INTO media_listing (no, id, request, way, before) VALUES (?, ?, ?, ?, ?)',
    key,
    id,
    request,
    way,
    before,
  );
  return { no: key, before };
}

/** Adds a part of a list, and what of it differs from the way in. */
export function addPart(
  db: WriteDb,
  key: number,
  { listing, request, way, first, files }: Of<'media.listedPart'>['data'],
): void {
  const { no, before } = begun(db, key, listing, request, way);
  for (const [index, [path, size, sha256, modified, problem]] of files.entries()) {
    run(
      db,
      'INSERT INTO media_listed_file (listing, n, path, size, sha256, modified, problem) VALUES (?, ?, ?, ?, ?, ?, ?)',
      no,
      first + index,
      path,
      size,
      sha256 === null ? null : Buffer.from(sha256, 'hex'),
      modified,
      problem,
    );
  }
  if (way === 'exit') comparePart(db, { before, after: no, first, last: first + files.length - 1 });
}

/** Forgets what was written of a list that does not come to its end. */
export function dropListing(db: WriteDb, id: string): void {
  const found = row<Begun>(db, 'SELECT no, before FROM media_listing WHERE id = ?', id);
  if (found === undefined) return;
  run(db, 'DELETE FROM media_listed_file WHERE listing = ?', found.no);
  run(db, 'DELETE FROM media_difference WHERE listing = ?', found.no);
  run(db, 'UPDATE media_listing SET dropped = 1 WHERE no = ?', found.no);
}

/** A list has come to its end, and stands. */
export function finishListing(
  db: WriteDb,
  key: number,
  request: string,
  { at, actor, data }: Of<'media.listed'>,
): void {
  const { no, before } = begun(db, key, data.listing, request, data.way);
  // Nobody writes the end of a list without its parts: if there are none they were erased.
  const erased = data.files > 0 && no === key;
  run(
    db,
    `UPDATE media_listing SET place = ?, at = ?, actor = ?, source = ?, files = ?, bytes = ?, problems = ?, digest = ?, erased = ?
     WHERE no = ?`,
    key,
    at,
    actor,
    data.source,
    data.files,
    data.bytes,
    data.problems,
    data.digest,
    erased ? 1 : 0,
    no,
  );
  if (data.way === 'exit' && !erased) compareEnd(db, { before, after: no });
}
