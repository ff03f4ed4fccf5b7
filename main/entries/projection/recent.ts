import type { Instant } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../../vault/db.ts';
import { type Remembered, remember, rememberWord, WORD_FIELDS, type WordField } from './memory.ts';

/** New visits whose numbers have the same quotient by this are remembered together. */
const BLOCK = 64;

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

/**
 * Lets a new visit wait to be remembered; those of another block are first. `at` is when the person was at the door. Whoever
 * reads what is remembered looks at those who wait too (`queries/remembered.ts`).
 */
export function rememberSoon(db: WriteDb, no: number, at: Instant): void {
  const oldest = row<{ no: number }>(db, 'SELECT no FROM entries_recent ORDER BY no LIMIT 1');
  if (oldest !== undefined && Math.floor(oldest.no / BLOCK) !== Math.floor(no / BLOCK)) rememberRecent(db);
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
