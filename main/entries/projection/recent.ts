import type { Instant } from '../../../shared/kernel/time.ts';
import { type ReadDb, rows, run, type WriteDb } from '../../vault/db.ts';
import { type Remembered, remember, rememberWord, WORD_FIELDS, type WordField } from './memory.ts';

/** Those of so many entries in a row are remembered together. */
const BLOCK = 32;

/** A visit that is not remembered yet. */
export interface Recent extends Remembered {
  readonly person: string;
  readonly at: Instant;
}

const RECENT = `SELECT v.kind, v.name, v.reading, v.organisation, v.purpose, v.host, v.escort, v.identity, v.area, v.person, r.at
  FROM entries_recent r CROSS JOIN entries_visit v ON v.no = r.no ORDER BY r.no`;

/** The visits that are not remembered yet, a block of them at most, in the order in which they came. */
export function recentVisits(db: ReadDb): readonly Recent[] {
  return rows<Recent>(db, RECENT);
}

/** Remembers those who wait, with the first entry of a block: to be called with the place of each, before anything else. */
export function rememberBlock(db: WriteDb, place: number): void {
  if (place % BLOCK === 0) rememberRecent(db);
}

/**
 * Lets a new visit wait to be remembered. `at` is when the person was at the door. Whoever reads what is remembered looks at
 * those who wait too (`queries/remembered.ts`).
 */
export function rememberSoon(db: WriteDb, no: number, at: Instant): void {
  run(db, 'INSERT INTO entries_recent (no, at) VALUES (?, ?)', no, at);
}

/** Remembers every visit that waits: to be called before anything that a visit is remembered by changes or goes. */
export function rememberRecent(db: WriteDb): void {
  const recent = recentVisits(db);
  if (recent.length === 0) return;
  for (const visit of recent) remember(db, visit.person, visit, visit.at, 1);
  for (const field of WORD_FIELDS) {
    for (const [text, { n, at }] of wordsOf(recent, field)) rememberWord(db, field, text, n, at);
  }
  run(db, 'DELETE FROM entries_recent');
}

/** How often visits have each word in a field, and when last. */
export function wordsOf(
  visits: readonly Recent[],
  field: WordField,
): ReadonlyMap<string, { readonly n: number; readonly at: Instant }> {
  const words = new Map<string, { readonly n: number; readonly at: Instant }>();
  for (const visit of visits) {
    const text = visit[field];
    if (text === '') continue;
    const word = words.get(text);
    words.set(text, { n: (word?.n ?? 0) + 1, at: Math.max(word?.at ?? visit.at, visit.at) });
  }
  return words;
}
