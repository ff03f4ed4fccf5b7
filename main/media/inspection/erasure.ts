import type { Steps } from '../../projection.ts';
import { row, rows, run, type WriteDb } from '../../vault/db.ts';

interface Kept {
  readonly no: number;
  readonly place: number | null;
}

/** Rows of a list between two breaths. */
const PORTION = 2000;

function* emptied(db: WriteDb, table: 'media_listed_file' | 'media_difference', no: number): Steps {
  const last =
    row<{ n: number | null }>(db, `SELECT max(n) AS n FROM ${table} WHERE listing = ?`, no)?.n ?? -1;
  for (let from = 0; from <= last; from += PORTION) {
    run(db, `DELETE FROM ${table} WHERE listing = ? AND n >= ? AND n < ?`, no, from, from + PORTION);
    yield;
  }
}

/** Takes every content list of a request out of the views. */
export function* removeListings(db: WriteDb, request: string): Steps {
  for (const { no } of rows<Kept>(db, 'SELECT no FROM media_listing WHERE request = ?', request)) {
    yield* emptied(db, 'media_listed_file', no);
    yield* emptied(db, 'media_difference', no);
    run(db, 'DELETE FROM media_difference_settled WHERE listing = ?', no);
    run(db, 'DELETE FROM media_listing WHERE no = ?', no);
  }
}

/**
 * Takes the files of a content list away, with what was found by comparing it; that it was taken, by whom, and its digest stay. A replay numbers
 * a list without files by the entry at its end: so it is numbered here too. Of a list that never came to its end nothing stays.
 */
export function* eraseFiles(db: WriteDb, id: string): Steps {
  const found = row<Kept>(db, 'SELECT no, place FROM media_listing WHERE id = ? AND erased = 0', id);
  if (found === undefined || found.place === found.no) return;
  const { no, place } = found;
  yield* emptied(db, 'media_listed_file', no);
  if (place === null) {
    yield* emptied(db, 'media_difference', no);
    run(db, 'DELETE FROM media_listing WHERE no = ?', no);
    return;
  }
  for (const compared of rows<Kept>(db, 'SELECT no FROM media_listing WHERE no = ? OR before = ?', no, no)) {
    yield* emptied(db, 'media_difference', compared.no);
    run(
      db,
      'UPDATE media_listing SET added = NULL, removed = NULL, changed = NULL WHERE no = ?',
      compared.no,
    );
  }
  run(db, 'UPDATE media_listing SET before = ? WHERE before = ?', place, no);
  run(db, 'UPDATE media_difference_settled SET listing = ? WHERE listing = ?', place, no);
  run(db, 'UPDATE media_listing SET no = ?, erased = 1 WHERE no = ?', place, no);
}
