import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { row, run, type WriteDb } from '../../vault/db.ts';
import { organisationKey, personKey, readingPrefix } from '../keys.ts';
import type { VisitRecord } from './record.ts';

/** Fields whose words are offered again. */
export const WORD_FIELDS = ['organisation', 'purpose', 'host', 'escort'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** What of a visit its person is remembered by. */
export type Remembered = Pick<
  VisitRecord,
  'kind' | 'name' | 'reading' | 'organisation' | 'purpose' | 'host' | 'escort' | 'identity' | 'area'
>;

/** What the ledger remembers of a person, to offer it while typing. */
export interface Memory extends Omit<Remembered, 'kind'> {
  readonly last_at: Instant;
  readonly visits: number;
}

/** Who a visit is by, as far as the ledger can tell: kind, folded name and folded organisation. */
export function personOf({ kind, name, organisation }: Remembered): string {
  return personKey(kind, fold(name), fold(organisation));
}

/**
 * What is remembered of a person once a visit is too, `more` visits (1 or 0) the richer. The latest details win, but a reading
 * that was not given, and for the identity document: where none was asked for (an announcement, an open area) the one seen last stays.
 */
export function remembering(known: Memory | undefined, visit: Remembered, at: Instant, more: 0 | 1): Memory {
  const visits = known === undefined ? 1 : known.visits + more;
  if (known !== undefined && at < known.last_at) return { ...known, visits };
  return {
    name: visit.name,
    reading: visit.reading === '' ? (known?.reading ?? '') : visit.reading,
    organisation: visit.organisation,
    purpose: visit.purpose,
    host: visit.host,
    escort: visit.escort,
    identity: visit.identity === 'not-seen' ? (known?.identity ?? visit.identity) : visit.identity,
    area: visit.area,
    last_at: at,
    visits,
  };
}

/** Remembers the person of a visit; see {@link remembering}. */
export function remember(db: WriteDb, person: string, visit: Remembered, at: Instant, more: 0 | 1): void {
  const known = row<Memory>(
    db,
    `SELECT name, reading, organisation, purpose, host, escort, identity, area, last_at, visits FROM entries_known
     WHERE person = ?`,
    person,
  );
  const after = remembering(known, visit, at, more);
  const { name, reading, organisation, purpose, host, escort, identity, area, last_at: last, visits } = after;
  if (known === undefined) {
    run(
      db,
      `INSERT INTO entries_known (person, name_fold, kind, reading_key, organisation_key, name, reading, organisation, purpose,
         host, escort, identity, area, last_at, visits)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      person,
      fold(name),
      visit.kind,
      readingPrefix(reading),
      organisationKey(fold(organisation)),
      name,
      reading,
      organisation,
      purpose,
      host,
      escort,
      identity,
      area,
      last,
      visits,
    );
    return;
  }
  run(
    db,
    `UPDATE entries_known SET name = ?, organisation = ?, purpose = ?, host = ?, escort = ?, identity = ?, area = ?,
       last_at = ?, visits = ? WHERE person = ?`,
    name,
    organisation,
    purpose,
    host,
    escort,
    identity,
    area,
    last,
    visits,
    person,
  );
  // Apart, because it goes to an index.
  if (reading !== known.reading) {
    run(
      db,
      'UPDATE entries_known SET reading = ?, reading_key = ? WHERE person = ?',
      reading,
      readingPrefix(reading),
      person,
    );
  }
}

/** A visit turned out to be somebody else's: a person with no visit left is forgotten, so a typing error is not offered. */
export function forget(db: WriteDb, person: string): void {
  run(db, 'DELETE FROM entries_known WHERE person = ? AND visits = 1', person);
  run(db, 'UPDATE entries_known SET visits = visits - 1 WHERE person = ? AND visits > 1', person);
}

/** Counts a word of a field, `n` times more, used at `at` for the last of them. */
export function rememberWord(db: WriteDb, field: WordField, text: string, n: number, at: Instant): void {
  run(
    db,
    `INSERT INTO entries_word (field, key, text, n, last_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (field, key, text) DO UPDATE SET n = n + excluded.n, last_at = max(last_at, excluded.last_at)`,
    field,
    wordKey(field, text),
    text,
    n,
    at,
  );
}

/** Counts the words of a visit's fields, taking those of its earlier version back. */
export function rememberWords(db: WriteDb, before: Remembered, after: Remembered, at: Instant): void {
  for (const field of WORD_FIELDS) {
    if (before[field] === after[field]) continue;
    if (before[field] !== '') forgetWord(db, field, before[field]);
    if (after[field] !== '') rememberWord(db, field, after[field], 1, at);
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
