import type { IdentityKind, KnownVisitor, VisitKind } from '../../../shared/entries/model.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import { compareByReading } from '../../../shared/kernel/folding/reading.ts';
import { romajiToHiragana } from '../../../shared/kernel/folding/romaji.ts';
import { DAY, type Instant, jstDay, startOfJstDay } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { endOfPrefix, organisationKey, readingPrefix, romajiPrefix } from '../keys.ts';
import { type WordField, wordKey } from '../projection/memory.ts';
import { recentVisits, wordsOf } from '../projection/recent.ts';
import { type KnownPerson, keysOf, recentCounts, recentPeople } from './remembered.ts';

const SHOWN = 8;
/** A prefix of one character may fit thousands: so many of each index are looked at, and those who came last besides. */
const LOOKED_AT = 200;
const REPEATABLE = 20;

const KNOWN = `SELECT k.person, k.kind, k.name, k.reading, k.organisation, k.purpose, k.host, k.escort, k.identity,
  a.id AS areaId, k.last_at AS lastAt, k.visits FROM entries_known k CROSS JOIN entries_area a ON a.no = k.area`;

/** People of a kind whose name, reading or organisation begins with the text, typed in kanji, kana or romaji. */
export function suggestVisitors(db: ReadDb, text: string, kind: VisitKind, now: Instant): KnownVisitor[] {
  const folded = fold(text);
  if (folded === '') return [];
  const prefixes = (
    [
      ['name_fold', folded],
      ['reading_key', readingPrefix(text)],
      ['reading_key', romajiPrefix(text) ?? ''],
      ['organisation_key', organisationKey(folded)],
      ['organisation_key', romajiToHiragana(text)],
    ] as const
  ).filter(([, prefix]) => prefix !== '');
  const ranges = prefixes.map(([column, prefix]) => ({
    sql: `${column} >= ? AND ${column} < ?`,
    values: [prefix, endOfPrefix(prefix)],
  }));
  const latest = rows<{ person: string }>(
    db,
    `SELECT person FROM entries_visit ORDER BY no DESC LIMIT ${LOOKED_AT}`,
  );
  const begun = ranges.flatMap(({ sql, values }) =>
    rows<{ person: string }>(
      db,
      `SELECT person FROM entries_known WHERE ${sql} LIMIT ${LOOKED_AT}`,
      ...values,
    ),
  );
  const known = rows<KnownVisitor & { readonly person: string }>(
    db,
    `${KNOWN} WHERE k.person IN (SELECT value FROM json_each(?)) AND k.kind = ?
       AND (${ranges.map(({ sql }) => sql).join(' OR ')})`,
    JSON.stringify([...latest, ...begun].map(({ person }) => person)),
    kind,
    ...ranges.flatMap(({ values }) => values),
  );
  const recent = recentPeople(db, kind);
  const areaIds = new Map(
    rows<{ no: number; id: string }>(db, 'SELECT no, id FROM entries_area').map(({ no, id }) => [no, id]),
  );
  const begins = (person: KnownPerson): boolean => {
    const keys = keysOf(person);
    return prefixes.some(([column, prefix]) => keys[column].startsWith(prefix));
  };
  const found = [
    ...known.filter(({ person }) => !recent.has(person)),
    ...[...recent.values()].filter(begins).map(({ last_at: lastAt, area, ...person }) => ({
      ...person,
      areaId: areaIds.get(area) ?? '',
      lastAt,
    })),
  ];
  return found
    .toSorted(
      (one, other) =>
        score(other, now) - score(one, now) ||
        compareByReading(one.reading || one.name, other.reading || other.name) ||
        (one.person < other.person ? -1 : 1),
    )
    .slice(0, SHOWN)
    .map(({ name, reading, organisation, purpose, host, escort, identity, areaId, lastAt, visits }) => ({
      kind,
      name,
      reading,
      organisation,
      purpose,
      host,
      escort,
      identity,
      areaId,
      lastAt,
      visits,
    }));
}

/** Often and lately first: the number of visits, halved for each 30 days since the last. */
function score(
  { visits, lastAt }: { readonly visits: number; readonly lastAt: Instant },
  now: Instant,
): number {
  return Math.log2(visits + 1) - Math.max(0, now - lastAt) / (30 * DAY);
}

interface Word {
  readonly text: string;
  readonly visits: number;
  readonly lastAt: Instant;
}

const WORD = 'SELECT text, n AS visits, last_at AS lastAt FROM entries_word';

/** Words used before in a field that begin with the text, or with its kana if it is romaji; without a text those used last. */
export function suggestWords(db: ReadDb, field: WordField, text: string, now: Instant): string[] {
  const typed = wordKey(field, text);
  const kana = romajiToHiragana(text);
  const keys = typed === '' || kana === '' ? [typed] : [typed, kana];
  const latest = rows<{ text: string }>(
    db,
    `SELECT ${field} AS text FROM entries_visit ORDER BY no DESC LIMIT ${LOOKED_AT}`,
  );
  const recent = [...new Set(latest.map((visit) => visit.text))].flatMap((word) => {
    const own = wordKey(field, word);
    if (word === '' || !keys.some((key) => own.startsWith(key))) return [];
    return rows<Word>(db, `${WORD} WHERE field = ? AND key = ? AND text = ?`, field, own, word);
  });
  const begun = keys.flatMap((key) =>
    key === ''
      ? []
      : rows<Word>(
          db,
          `${WORD} WHERE field = ? AND key >= ? AND key < ? LIMIT ${LOOKED_AT}`,
          field,
          key,
          endOfPrefix(key),
        ),
  );
  const found = new Map([...recent, ...begun].map((word) => [word.text, word]));
  for (const [word, { n, at }] of wordsOf(recentVisits(db), field)) {
    if (!keys.some((key) => wordKey(field, word).startsWith(key))) continue;
    const { visits = 0, lastAt = at } = found.get(word) ?? {};
    found.set(word, { text: word, visits: visits + n, lastAt: Math.max(lastAt, at) });
  }
  return [...found.values()]
    .toSorted((one, other) => score(other, now) - score(one, now) || (one.text < other.text ? -1 : 1))
    .slice(0, SHOWN)
    .map((word) => word.text);
}

interface Repeated {
  readonly kind: VisitKind;
  readonly person: string;
  readonly name: string;
  readonly reading: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly host: string;
  readonly escort: string;
  readonly identity: IdentityKind;
  readonly areaId: string;
  readonly lastAt: Instant;
  readonly visits: number;
}

/** Visitors and deliveries of the last day before today on which any came in, each person once, newest first. */
export function repeatable(db: ReadDb, now: Instant): KnownVisitor[] {
  const last = row<{ bucket: number }>(
    db,
    `SELECT bucket FROM entries_count
     WHERE span = 0 AND bucket < ? AND kind <> 'staff' AND state NOT IN ('expected', 'cancelled')
     ORDER BY bucket DESC LIMIT 1`,
    jstDay(now),
  );
  if (last === undefined) return [];
  const found = rows<Repeated>(
    db,
    `SELECT v.kind, v.person, v.name, v.reading, v.organisation, v.purpose, v.host, v.escort, v.identity,
       a.id AS areaId, v.entered_at AS lastAt, coalesce(k.visits, 0) AS visits
     FROM entries_visit v CROSS JOIN entries_area a ON a.no = v.area LEFT JOIN entries_known k ON k.person = v.person
     WHERE v.sort_at >= ? AND v.sort_at < ? AND v.kind <> 'staff' AND v.entered_at IS NOT NULL
     ORDER BY v.sort_at DESC, v.no DESC LIMIT 1000`,
    startOfJstDay(last.bucket),
    startOfJstDay(last.bucket + 1),
  );
  const recent = recentCounts(db);
  const people = new Map<string, KnownVisitor>();
  for (const { person, ...visitor } of found) {
    if (people.has(person)) continue;
    people.set(person, { ...visitor, visits: visitor.visits + (recent.get(person) ?? 0) });
  }
  return [...people.values()].slice(0, REPEATABLE);
}
