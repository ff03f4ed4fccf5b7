import type { SearchHits, VisitFilter } from '../../../shared/entries/contract.ts';
import type { VisitRow } from '../../../shared/entries/model.ts';
import { romajiToHiragana } from '../../../shared/kernel/folding/romaji.ts';
import { matches } from '../../../shared/kernel/folding/tokens.ts';
import type { Hit, Within } from '../../search/index.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { searched, visitIndex } from '../full-text.ts';
import { dimensions, type Stretch, stretches, total } from './filter.ts';
import { allRows } from './history.ts';
import { placedRows } from './rows.ts';

/** So many hits are looked at for those that pass the filter; if there are further ones the answer says `more`. */
const LOOKED_AT = 20_000;
const PORTION = 256;
/** A filter that lets no more through than this is gone through itself, without the index. */
const FEW = 500;
/** Up to so many visits in a filter's time the range of their numbers is worth finding out. */
const RANGE = 200_000;

const ROMAJI = /^[a-zāīūēō' -]+$/iu;

type Found = VisitRow & { readonly exact: boolean };

/**
 * Visits in which the text is found and that pass the filter: exact hits first, then folded ones, the last recorded first
 * within each. Bounded work whatever the text: hits come in portions until there are enough. Latin letters that stand
 * nowhere are taken for the romaji of a reading.
 */
export function search(db: ReadDb, text: string, filter: VisitFilter, limit: number): SearchHits {
  const found = searchFor(db, text, filter, limit);
  if (found.rows.length > 0 || !ROMAJI.test(text)) return found;
  const reading = text
    .trim()
    .split(/\s+/u)
    .map((word) => romajiToHiragana(word, true));
  return reading.includes('') ? found : searchFor(db, reading.join(' '), filter, limit);
}

function searchFor(db: ReadDb, text: string, filter: VisitFilter, limit: number): SearchHits {
  const parts = Object.values(filter).some((value) => value !== undefined)
    ? stretches(db, filter)
    : undefined;
  if (parts !== undefined && total(parts) <= FEW) return among(db, text, filter, parts, limit);
  const hits = visitIndex.find(db, text, numbersWithin(db, filter));
  const found: Found[] = [];
  let portionSize = limit + 1;
  for (let looked = 0; looked < LOOKED_AT && found.length <= limit; ) {
    const portion = take(hits, portionSize);
    looked += portion.length;
    found.push(...passing(db, portion, filter));
    if (portion.length < portionSize) return page(found, limit, false);
    portionSize = PORTION;
  }
  return page(found, limit, true);
}

function page(found: readonly Found[], limit: number, further: boolean): SearchHits {
  return { rows: found.slice(0, limit), more: further || found.length > limit };
}

function take(hits: Generator<Hit, void>, count: number): Hit[] {
  const portion: Hit[] = [];
  while (portion.length < count) {
    const next = hits.next();
    if (next.done === true) break;
    portion.push(next.value);
  }
  return portion;
}

function passing(db: ReadDb, hits: readonly Hit[], filter: VisitFilter): Found[] {
  const { sql, values } = dimensions(db, filter, 'v.');
  const times: [string, number][] = [];
  if (filter.from !== undefined) times.push([' AND v.sort_at >= ?', filter.from]);
  if (filter.until !== undefined) times.push([' AND v.sort_at < ?', filter.until]);
  const byPlace = placedRows(
    db,
    `WHERE v.no IN (SELECT value FROM json_each(?))${sql}${times.map(([part]) => part).join('')}`,
    JSON.stringify(hits.map(({ doc }) => doc)),
    ...values,
    ...times.map(([, value]) => value),
  );
  return hits.flatMap(({ doc, exact }) => {
    const visit = byPlace.get(doc);
    return visit === undefined ? [] : [{ ...visit, exact }];
  });
}

/** The numbers between which the visits of the filter's time lie; undefined if the filter says nothing of time. */
function numbersWithin(db: ReadDb, { from, until }: VisitFilter): Within | undefined {
  if (from === undefined && until === undefined) return undefined;
  const time: VisitFilter = { from, until };
  if (total(stretches(db, time)) > RANGE) return undefined;
  return row<Within>(
    db,
    'SELECT min(no) AS first, max(no) AS last FROM entries_visit WHERE sort_at >= ? AND sort_at < ?',
    from ?? 0,
    until ?? Number.MAX_SAFE_INTEGER,
  );
}

type Texts = Parameters<typeof searched>[0] & { readonly id: string };

function among(
  db: ReadDb,
  text: string,
  filter: VisitFilter,
  parts: readonly Stretch[],
  limit: number,
): SearchHits {
  const all = new Map(allRows(db, filter, parts).map((visit) => [visit.id, visit]));
  const texts = rows<Texts>(
    db,
    `SELECT id, name, reading, organisation, purpose, host, escort, belongings, work_reference AS workReference, note
     FROM entries_visit WHERE id IN (SELECT value FROM json_each(?)) ORDER BY no DESC`,
    JSON.stringify([...all.keys()]),
  );
  const found = texts.flatMap((visit) => {
    const hit = all.get(visit.id);
    const exact = matches(searched(visit), text, 'exact');
    return hit !== undefined && (exact || matches(searched(visit), text)) ? [{ ...hit, exact }] : [];
  });
  return page([...found.filter(({ exact }) => exact), ...found.filter(({ exact }) => !exact)], limit, false);
}
