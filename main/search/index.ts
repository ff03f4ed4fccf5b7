import { indexText, matches, matchQuery } from '../../shared/kernel/folding/tokens.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../vault/db.ts';

/** Documents wait until there are this many, then they are indexed together: an insert into FTS5 costs most on its own. */
export const QUEUE = 50;

const PORTION = 256;
/** Pages of the index written in one step of a merge: some 20 ms. */
const MERGE = 500;
/** Between the fields of a document that waits. A control character: no search finds it in a field either. */
const BETWEEN = '\u001f';

export interface Hit {
  readonly doc: number;
  /** The text stands there as it was typed; otherwise it was found by folding. */
  readonly exact: boolean;
}

/**
 * A full-text index of a ledger on bigrams, found at any length from one character on. A document is a row's number and its
 * fields. Its tables are made by a migration:
 *
 * `CREATE VIRTUAL TABLE <name> USING fts5(folded, exact, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1')`
 * with `pgsz` 3900, and `CREATE TABLE <name>_wait (doc INTEGER PRIMARY KEY, fields TEXT NOT NULL, indexed INTEGER NOT NULL)`.
 */
export interface SearchIndex {
  /** Tables to be named by the projection that writes the index. */
  readonly tables: readonly string[];
  readonly indexes: readonly string[];
  /** Adds a document that the index does not know yet. */
  add(db: WriteDb, doc: number, fields: readonly string[]): void;
  /** Replaces the fields of a document added before. */
  replace(db: WriteDb, doc: number, fields: readonly string[]): void;
  /** Indexes what waits, so that nothing waits. */
  settle(db: WriteDb): void;
  /** Takes documents out that do not wait. Their terms stay in the file until {@link SearchIndex.purge}. */
  remove(db: WriteDb, docs: readonly number[]): void;
  /** If anything was removed on this handle: rewrites the index until no term of what was removed is left, in steps. */
  purge(db: WriteDb): Generator<void, void>;
  /**
   * What is found, exact hits first, then those found by folding, the highest number first within each. Lazy: whoever stops
   * early has not paid for the rest. Nothing for a query without a visible character.
   */
  find(db: ReadDb, query: string, within?: Within): Generator<Hit, void>;
}

/** Only documents with these numbers, both included. */
export interface Within {
  readonly first: number;
  readonly last: number;
}

const EVERYTHING: Within = { first: Number.MIN_SAFE_INTEGER, last: Number.MAX_SAFE_INTEGER };

interface Waiting {
  readonly doc: number;
  readonly fields: string;
  readonly indexed: number;
}

/** The index kept in the tables `<name>` and `<name>_wait`. `name` is part of SQL: never from outside. */
export function searchIndex(name: string): SearchIndex {
  const wait = `${name}_wait`;
  const removed = new WeakSet<ReadDb>();
  const waiting = (db: ReadDb): Waiting[] =>
    rows<Waiting>(db, `SELECT doc, fields, indexed FROM ${wait} ORDER BY doc DESC`);

  function put(db: WriteDb, doc: number, fields: readonly string[], indexed: 0 | 1): void {
    run(
      db,
      `INSERT INTO ${wait} (doc, fields, indexed) VALUES (?, ?, ?) ON CONFLICT (doc) DO UPDATE SET fields = excluded.fields`,
      doc,
      fields.map((field) => field.replaceAll(BETWEEN, '')).join(BETWEEN),
      indexed,
    );
    const count = row<{ n: number }>(db, `SELECT count(*) AS n FROM ${wait}`)?.n ?? 0;
    if (count >= QUEUE) drain(db);
  }

  function drain(db: WriteDb): void {
    for (const { doc, fields, indexed } of waiting(db).toReversed()) {
      const texts = fields.split(BETWEEN);
      if (indexed === 1) run(db, `DELETE FROM ${name} WHERE rowid = ?`, doc);
      run(
        db,
        `INSERT INTO ${name} (rowid, folded, exact) VALUES (?, ?, ?)`,
        doc,
        indexText(texts, 'folded'),
        indexText(texts, 'exact'),
      );
    }
    run(db, `DELETE FROM ${wait}`);
  }

  function* purge(db: WriteDb): Generator<void, void> {
    if (!removed.delete(db)) return;
    // A merge that had nothing to do changes at most the one row that says how the index is built (fts5.html#the_merge_command).
    const changes = (): number => row<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0;
    for (let pages = -MERGE; ; pages = MERGE) {
      const before = changes();
      run(db, `INSERT INTO ${name} (${name}, rank) VALUES ('merge', ?)`, pages);
      if (changes() - before < 2) return;
      yield;
    }
  }

  function* stored(
    db: ReadDb,
    expression: string,
    except: ReadonlySet<number>,
    { first, last }: Within,
  ): Generator<number, void> {
    let highest = last;
    for (;;) {
      const found = rows<{ doc: number }>(
        db,
        `SELECT rowid AS doc FROM ${name} WHERE ${name} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ${PORTION}`,
        expression,
        first,
        highest,
      );
      for (const { doc } of found) if (!except.has(doc)) yield doc;
      const lowest = found.at(-1);
      if (lowest === undefined || found.length < PORTION) return;
      highest = lowest.doc - 1;
    }
  }

  function* find(db: ReadDb, query: string, within = EVERYTHING): Generator<Hit, void> {
    const exact = matchQuery(query, 'exact', 'exact');
    const folded = matchQuery(query, 'folded', 'folded');
    const queue = waiting(db).map(({ doc, fields }) => ({ doc, fields: fields.split(BETWEEN) }));
    const queued = new Set(queue.map(({ doc }) => doc));
    const inside = queue.filter(({ doc }) => doc >= within.first && doc <= within.last);
    const exactQueued = inside.filter(({ fields }) => matches(fields, query, 'exact')).map(({ doc }) => doc);
    const foldedQueued = inside
      .filter(({ doc, fields }) => !exactQueued.includes(doc) && matches(fields, query, 'folded'))
      .map(({ doc }) => doc);

    const exactStored = exact === undefined ? [] : stored(db, exact, queued, within);
    for (const doc of newestFirst(exactQueued, exactStored)) yield { doc, exact: true };
    if (folded === undefined) return;
    const rest = exact === undefined ? folded : `(${folded}) NOT (${exact})`;
    for (const doc of newestFirst(foldedQueued, stored(db, rest, queued, within)))
      yield { doc, exact: false };
  }

  return {
    tables: [wait],
    indexes: [name],
    add: (db, doc, fields) => put(db, doc, fields, 0),
    replace: (db, doc, fields) => put(db, doc, fields, 1),
    settle: drain,
    remove(db, docs) {
      // One by one: given several FTS5 reads the whole index for each statement.
      for (const doc of docs) run(db, `DELETE FROM ${name} WHERE rowid = ?`, doc);
      removed.add(db);
    },
    purge,
    find,
  };
}

/** Merges two runs of falling numbers. */
function* newestFirst(queued: readonly number[], indexed: Iterable<number>): Generator<number, void> {
  const left = [...queued];
  for (const doc of indexed) {
    while (left[0] !== undefined && left[0] > doc) {
      yield left[0];
      left.shift();
    }
    yield doc;
  }
  yield* left;
}
