import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Steps } from '../../projection.ts';
import { rows, run, type WriteDb } from '../../vault/db.ts';
import { organisationKey, readingPrefix } from '../keys.ts';
import { WORD_FIELDS, type WordField, wordKey } from './memory.ts';
import type { VisitRecord } from './record.ts';
import { lastAt } from './visits.ts';

const PORTION = 2000;

const COLUMNS = [
  'no',
  'kind',
  'person',
  'sort_at',
  'name',
  'reading',
  'organisation',
  'purpose',
  'host',
  'escort',
  'identity',
  'area',
] as const;
type Visit = Pick<VisitRecord, (typeof COLUMNS)[number]>;

/** A person's visits in short: the latest of all, the latest with a reading, the latest with an identity document seen. */
interface Person {
  visit: Visit;
  at: Instant;
  reading: string;
  readingAt: Instant;
  identity: string;
  identityAt: Instant;
  visits: number;
}

interface Word {
  readonly field: WordField;
  readonly text: string;
  n: number;
  at: Instant;
}

/**
 * Works out from the visits that stand whom the log remembers and which words it offers, and writes what differs. The latest
 * visit gives a person's details (of two at one time the one recorded later); a reading and an identity document are those
 * given last. `now` is the event's time: nobody is remembered from later than that.
 */
export function* recollect(db: WriteDb, now: Instant): Steps {
  const people = new Map<string, Person>();
  const words = new Map<string, Word>();
  for (let last = 0; ; ) {
    const portion = rows<Visit>(
      db,
      `SELECT ${COLUMNS.join(', ')} FROM entries_visit WHERE no > ? ORDER BY no LIMIT ${PORTION}`,
      last,
    );
    for (const visit of portion) {
      const at = lastAt(visit, now);
      addPerson(people, visit, at);
      for (const field of WORD_FIELDS) addWord(words, field, visit[field], at);
    }
    last = portion.at(-1)?.no ?? last;
    yield;
    if (portion.length < PORTION) break;
  }
  yield* writePeople(db, people);
  yield* writeWords(db, words);
}

function addPerson(people: Map<string, Person>, visit: Visit, at: Instant): void {
  const known = people.get(visit.person);
  if (known === undefined) {
    const { reading, identity } = visit;
    people.set(visit.person, { visit, at, reading, readingAt: at, identity, identityAt: at, visits: 1 });
    return;
  }
  known.visits += 1;
  if (at >= known.at) {
    known.visit = visit;
    known.at = at;
  }
  if (visit.reading !== '' && (known.reading === '' || at >= known.readingAt)) {
    known.reading = visit.reading;
    known.readingAt = at;
  }
  if (visit.identity !== 'not-seen' && (known.identity === 'not-seen' || at >= known.identityAt)) {
    known.identity = visit.identity;
    known.identityAt = at;
  }
}

function addWord(words: Map<string, Word>, field: WordField, text: string, at: Instant): void {
  if (text === '') return;
  const key = `${field} ${text}`;
  const known = words.get(key);
  if (known === undefined) {
    words.set(key, { field, text, n: 1, at });
    return;
  }
  known.n += 1;
  known.at = Math.max(known.at, at);
}

const KNOWN = [
  'name',
  'reading_key',
  'reading',
  'organisation',
  'purpose',
  'host',
  'escort',
  'identity',
  'area',
  'last_at',
  'visits',
] as const;
const anew = (columns: readonly string[]): string =>
  `DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
const PUT_PERSON = `INSERT INTO entries_known (person, name_fold, kind, organisation_key, ${KNOWN.join(', ')})
  VALUES (?, ?, ?, ?, ${KNOWN.map(() => '?').join(', ')})
  ON CONFLICT (person) ${anew(KNOWN)}`;
const PUT_WORD = `INSERT INTO entries_word (field, key, text, n, last_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (field, key, text) ${anew(['n', 'last_at'])}`;

interface PersonRow extends Omit<Visit, 'no' | 'kind' | 'sort_at'> {
  readonly last_at: Instant;
  readonly visits: number;
}

function sameAs(stored: PersonRow, { visit, at, reading, identity, visits }: Person): boolean {
  return (
    stored.visits === visits &&
    stored.last_at === at &&
    stored.reading === reading &&
    stored.identity === identity &&
    stored.area === visit.area &&
    stored.name === visit.name &&
    stored.organisation === visit.organisation &&
    stored.purpose === visit.purpose &&
    stored.host === visit.host &&
    stored.escort === visit.escort
  );
}

// Read in the order of the key and compared here: most stay as they are, and finding each again costs most of an erasure.
function* writePeople(db: WriteDb, people: Map<string, Person>): Steps {
  for (let last = ''; ; ) {
    const portion = rows<PersonRow>(
      db,
      `SELECT person, name, reading, organisation, purpose, host, escort, identity, area, last_at, visits FROM entries_known
       WHERE person > ? ORDER BY person LIMIT ${PORTION}`,
      last,
    );
    for (const stored of portion) {
      const person = people.get(stored.person);
      if (person === undefined) run(db, 'DELETE FROM entries_known WHERE person = ?', stored.person);
      else if (sameAs(stored, person)) people.delete(stored.person);
    }
    last = portion.at(-1)?.person ?? last;
    yield;
    if (portion.length < PORTION) break;
  }
  let written = 0;
  for (const [key, { visit, at, reading, identity, visits }] of people) {
    const { kind, name, organisation, purpose, host, escort, area } = visit;
    const values = [name, readingPrefix(reading), reading, organisation, purpose, host, escort, identity];
    const keys = [key, fold(name), kind, organisationKey(fold(organisation))];
    run(db, PUT_PERSON, ...keys, ...values, area, at, visits);
    written += 1;
    if (written % PORTION === 0) yield;
  }
}

interface WordRow {
  readonly field: string;
  readonly key: string;
  readonly text: string;
  readonly n: number;
  readonly last_at: Instant;
}

function* writeWords(db: WriteDb, words: Map<string, Word>): Steps {
  let last: Pick<WordRow, 'field' | 'key' | 'text'> = { field: '', key: '', text: '' };
  for (;;) {
    const portion = rows<WordRow>(
      db,
      `SELECT field, key, text, n, last_at FROM entries_word WHERE (field, key, text) > (?, ?, ?)
       ORDER BY field, key, text LIMIT ${PORTION}`,
      last.field,
      last.key,
      last.text,
    );
    for (const { field, key, text, n, last_at: at } of portion) {
      const word = words.get(`${field} ${text}`);
      if (word === undefined) {
        run(db, 'DELETE FROM entries_word WHERE field = ? AND key = ? AND text = ?', field, key, text);
      } else if (word.n === n && word.at === at) words.delete(`${field} ${text}`);
    }
    last = portion.at(-1) ?? last;
    yield;
    if (portion.length < PORTION) break;
  }
  let written = 0;
  for (const { field, text, n, at } of words.values()) {
    run(db, PUT_WORD, field, wordKey(field, text), text, n, at);
    written += 1;
    if (written % PORTION === 0) yield;
  }
}
