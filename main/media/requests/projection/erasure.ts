import type { Steps } from '../../../projection.ts';
import { run, type WriteDb } from '../../../vault/db.ts';
import { detailsOf } from './asked.ts';
import { uncount, uncountBlock } from './counts.ts';
import type { RequestRecord } from './record.ts';
import { recountWord, WORD_FIELDS, type WordField } from './words.ts';

/** Words that erased requests held, by field. */
export type ErasedWords = Map<WordField, Set<string>>;

const OF_REQUEST = [
  'media_register_request',
  'media_inspected',
  'media_check',
  'media_findings',
  'media_quarantine',
  'media_reminder',
  'media_put_off',
] as const;

/** Takes a request out of every view but those of its content lists, and notes the words it held in `words`. */
export function eraseRequest(db: WriteDb, request: RequestRecord, words: ErasedWords): void {
  const { no, id } = request;
  const details = detailsOf(db, no);
  for (const field of details === undefined ? [] : WORD_FIELDS) {
    const held = words.get(field) ?? new Set();
    words.set(field, held.add(details?.[field] ?? ''));
  }
  uncount(db, request);
  uncountBlock(db, no);
  run(db, 'DELETE FROM media_request_officer WHERE request = ?', no);
  run(db, 'DELETE FROM media_decision WHERE request = ?', no);
  run(db, 'DELETE FROM media_request_details WHERE no = ?', no);
  for (const table of OF_REQUEST) run(db, `DELETE FROM ${table} WHERE request = ?`, id);
  run(db, 'DELETE FROM media_request WHERE no = ?', no);
}

/** Works out anew the words that erased requests held. */
export function* eraseWords(db: WriteDb, words: ErasedWords): Steps {
  for (const [field, texts] of words) {
    for (const text of texts) {
      recountWord(db, field, text);
      yield;
    }
  }
}
