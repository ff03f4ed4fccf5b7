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

/** Remembers the words of a request. `at` is the event's time. */
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
