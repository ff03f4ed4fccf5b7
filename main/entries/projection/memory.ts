import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { row, run, type WriteDb } from '../../vault/db.ts';
import { organisationKey, personKey, readingPrefix } from '../keys.ts';
import type { VisitRecord } from './record.ts';

/** What the ledger remembers of a visit, to offer it while typing. */
export type Remembered = Omit<VisitRecord, 'person'>;

/** Fields whose words are offered again. */
export const WORD_FIELDS = ['organisation', 'purpose', 'host', 'escort'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

interface Known {
  readonly reading: string;
  readonly last_at: Instant;
}

/** Whether two visits are by the same person as far as the ledger can tell: kind, folded name and folded organisation. */
export function samePerson(one: Remembered, other: Remembered): boolean {
  return (
    one.kind === other.kind &&
    fold(one.name) === fold(other.name) &&
    fold(one.organisation) === fold(other.organisation)
  );
}

/**
 * Remembers a person, `more` visits (1 or 0) the richer, and gives their key. The latest details win, but for the identity
 * document: where none was asked for (an announcement, an open area) the one seen last stays.
 */
export function remember(db: WriteDb, visit: Remembered, at: Instant, more: 0 | 1): string {
  const name = fold(visit.name);
  const organisation = fold(visit.organisation);
  const person = personKey(visit.kind, name, organisation);
  const known = row<Known>(db, 'SELECT reading, last_at FROM entries_known WHERE person = ?', person);
  if (known === undefined) {
    run(
      db,
      `INSERT INTO entries_known (person, name_fold, kind, reading_key, organisation_key, name, reading, organisation, purpose,
         host, escort, identity, area, last_at, visits)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
      person,
      name,
      visit.kind,
      readingPrefix(visit.reading),
      organisationKey(organisation),
      visit.name,
      visit.reading,
      visit.organisation,
      visit.purpose,
      visit.host,
      visit.escort,
      visit.identity,
      visit.area,
      at,
    );
    return person;
  }
  if (at < known.last_at) {
    run(db, 'UPDATE entries_known SET visits = visits + ? WHERE person = ?', more, person);
    return person;
  }
  run(
    db,
    `UPDATE entries_known SET name = ?, organisation = ?, purpose = ?, host = ?, escort = ?,
       identity = CASE ? WHEN 'not-seen' THEN identity ELSE ? END, area = ?, last_at = ?, visits = visits + ? WHERE person = ?`,
    visit.name,
    visit.organisation,
    visit.purpose,
    visit.host,
    visit.escort,
    visit.identity,
    visit.identity,
    visit.area,
    at,
    more,
    person,
  );
  if (visit.reading !== '' && visit.reading !== known.reading) {
    run(
      db,
      'UPDATE entries_known SET reading = ?, reading_key = ? WHERE person = ?',
      visit.reading,
      readingPrefix(visit.reading),
      person,
    );
  }
  return person;
}

/** A visit turned out to be somebody else's: a person with no visit left is forgotten, so a typing error is not offered. */
export function forget(db: WriteDb, person: string): void {
  run(db, 'DELETE FROM entries_known WHERE person = ? AND visits = 1', person);
  run(db, 'UPDATE entries_known SET visits = visits - 1 WHERE person = ? AND visits > 1', person);
}

/** Counts the words of a visit's fields, taking those of its earlier version back. */
export function rememberWords(
  db: WriteDb,
  before: Remembered | undefined,
  after: Remembered,
  at: Instant,
): void {
  for (const field of WORD_FIELDS) {
    const old = before?.[field] ?? '';
    const text = after[field];
    if (old === text) continue;
    if (old !== '') forgetWord(db, field, old);
    if (text !== '') {
      run(
        db,
        `INSERT INTO entries_word (field, key, text, n, last_at) VALUES (?, ?, ?, 1, ?)
         ON CONFLICT (field, key, text) DO UPDATE SET n = n + 1, last_at = max(last_at, excluded.last_at)`,
        field,
        wordKey(field, text),
        text,
        at,
      );
    }
  }
}

function forgetWord(db: WriteDb, field: WordField, text: string): void {
  const key = [field, wordKey(field, text), text];
  const where = 'field = ? AND key = ? AND text = ?';
  run(db, `DELETE FROM entries_word WHERE ${where} AND n = 1`, ...key);
  run(db, `UPDATE entries_word SET n = n - 1 WHERE ${where} AND n > 1`, ...key);
}

/** The key under which a word is completed. */
export function wordKey(field: WordField, text: string): string {
  const folded = fold(text);
  return field === 'organisation' ? organisationKey(folded) : folded;
}
