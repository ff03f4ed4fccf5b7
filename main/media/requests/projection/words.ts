import { fold } from '../../../../shared/kernel/folding/fold.ts';
import type { Instant } from '../../../../shared/kernel/time.ts';
import type { RequestDetails } from '../../../../shared/media/requests/model.ts';
import { organisationKey } from '../../../entries/keys.ts';
import { run, type WriteDb } from '../../../vault/db.ts';

/** Fields of the form that are completed by what stood in them before. */
export const WORD_FIELDS = ['bearer', 'organisation', 'asset', 'destination'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** The key by which a word of a field is found: its folded text, a company's without its legal form. */
export function wordKey(field: WordField, text: string): string {
  const folded = fold(text);
  return field === 'organisation' ? organisationKey(folded) : folded;
}

const STANDING = {
  bearer: 'media_request v WHERE v.bearer = ?',
  organisation: 'media_request v WHERE v.organisation = ?',
  asset: 'media_request v WHERE v.asset = ?',
  destination: `media_request_details d CROSS JOIN media_request v ON v.no = d.no
    WHERE d.details ->> '$.destination' <> '' AND d.details ->> '$.destination' = ?`,
} as const satisfies Readonly<Record<WordField, string>>;

/** Works out anew how many requests that stand hold a word, and when the last of them was made. */
export function recountWord(db: WriteDb, field: WordField, text: string): void {
  if (text === '') return;
  const key = wordKey(field, text);
  run(db, 'DELETE FROM media_request_word WHERE field = ? AND key = ? AND text = ?', field, key, text);
  run(
    db,
    `INSERT INTO media_request_word (field, key, text, n, last_at)
     SELECT ?, ?, ?, n, at FROM (SELECT count(*) AS n, max(v.requested_at) AS at FROM ${STANDING[field]}) WHERE n > 0`,
    field,
    key,
    text,
    text,
  );
}

/** A request was handed in again: the words that it no longer holds are forgotten. To be called when it stands as it does now. */
export function changeWords(db: WriteDb, before: RequestDetails, after: RequestDetails): void {
  for (const field of WORD_FIELDS) {
    if (before[field] === after[field]) continue;
    recountWord(db, field, before[field]);
    recountWord(db, field, after[field]);
  }
}

/** Remembers the words of a new request. `at` is the event's time. */
export function rememberWords(db: WriteDb, details: RequestDetails, at: Instant): void {
  for (const field of WORD_FIELDS) {
    const text = details[field];
    if (text === '') continue;
    run(
      db,
      `INSERT INTO media_request_word (field, key, text, n, last_at) VALUES (?, ?, ?, 1, ?)
       ON CONFLICT (field, key, text) DO UPDATE SET n = n + 1, last_at = max(last_at, excluded.last_at)`,
      field,
      wordKey(field, text),
      text,
      at,
    );
  }
}
