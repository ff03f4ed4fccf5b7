import { searched, visitIndex } from '../../../main/entries/full-text.ts';
import { rows, type ReadDb } from '../../../main/vault/db.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import { matchQuery, queryTerms } from '../../../shared/kernel/folding/tokens.ts';
import { openBare } from '../ledgers/bare.ts';
import { startProgram } from '../ledgers/program.ts';
import { interleaved, p99 } from '../measure.ts';
import type { Suite } from '../suite.ts';

/** What is typed, letter by letter where somebody would see hits on the way. */
const QUERIES = {
  'entries/search-kanji': ['高橋', '点検', '校正', '電気', '水質'],
  'entries/search-kana': ['わたなべ', 'さいとう', 'てしが', 'しょうじ', 'かたろう'],
  'entries/search-variants': ['渡辺', '斎藤', '高野', '浜田', '吉田'],
  'entries/search-width': ['ﾜﾀﾅﾍﾞ', 'ＵＰＳ', 'サーバ', 'Ｗ-１2', 'ポンプ'],
  'entries/search-typing': ['渡', '渡辺', '渡辺 健', '渡辺 健一', '渡辺 健一 点検'],
} as const;

const LIMIT = 50;
const HITS = 'entries/search-hits';
const PORTION = 5000;

type Texts = Parameters<typeof searched>[0] & { readonly no: number };

/** The visits in which each query is found by looking through every one of them, folded by the same folding. */
function scan(db: ReadDb, queries: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = queries.map((query) => ({ terms: queryTerms(query, 'folded'), hits: new Set<number>() }));
  let last = 0;
  for (;;) {
    const portion = rows<Texts>(
      db,
      `SELECT no, name, reading, organisation, purpose, host, escort, belongings, work_reference AS workReference, note
       FROM entries_visit WHERE no > ? ORDER BY no LIMIT ${PORTION}`,
      last,
    );
    for (const visit of portion) {
      const texts = searched(visit).map(fold);
      for (const { terms, hits } of found) {
        if (terms.every((term) => texts.some((text) => text.includes(term)))) hits.add(visit.no);
      }
    }
    const end = portion.at(-1);
    if (end === undefined) break;
    last = end.no;
  }
  return new Map(found.map(({ hits }, index) => [queries[index] ?? '', hits]));
}

/** How many visits either way of searching finds, and how many both find. */
function compareHits(db: ReadDb): { readonly both: number; readonly either: number } {
  const queries = Object.values(QUERIES).flat();
  let both = 0;
  let either = 0;
  for (const [query, slow] of scan(db, queries)) {
    const quick = new Set([...visitIndex.find(db, query)].map(({ doc }) => doc));
    const common = [...quick].filter((doc) => slow.has(doc)).length;
    both += common;
    either += quick.size + slow.size - common;
  }
  return { both, either };
}

/** Search as one types, p99, against a bare FTS5 lookup of as many rows; and whether it finds what a full scan finds. */
export const search: Suite = {
  rows: [...Object.keys(QUERIES), HITS],
  async *measure({ quick, runs, wanted }, site) {
    const folder = site.copy();
    const bare = openBare(folder, site.key, 'read');
    const program = await startProgram(folder);
    const lookup = bare.prepare(
      `SELECT v.* FROM entries_search s CROSS JOIN entries_visit v ON v.no = s.rowid
       WHERE s.entries_search MATCH ? ORDER BY s.rowid DESC LIMIT ${LIMIT + 1}`,
    );
    for (const [name, queries] of Object.entries(QUERIES)) {
      if (!wanted(name)) continue;
      const words = queries.map((text) => matchQuery(text, 'folded', 'folded'));
      const times = await interleaved(
        { runs, calls: quick ? 100 : 300 },
        (call) =>
          program.call('entries.search', { text: queries[call % queries.length], filter: {}, limit: LIMIT }),
        (call) => lookup.all(words[call % words.length]),
      );
      yield {
        name,
        unit: 'ms',
        value: p99(times.work),
        floor: p99(times.floor),
        target: 3,
        better: 'lower',
        runs,
      };
    }
    if (wanted(HITS)) {
      const { both, either } = compareHits(program.context.read);
      yield { name: HITS, unit: 'hits', value: both, floor: either, target: 1, better: 'higher', runs: 1 };
    }
    await program.close();
    bare.close();
  },
};
