import { projections } from '../projections.ts';
import { type ReadDb, type WriteDb, rows } from '../vault/db.ts';

const PORTION = 1000;

function equal(a: unknown, b: unknown): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0;
  return Object.is(a, b);
}

function sameRow(a: Record<string, unknown>, b: Record<string, unknown> | undefined): boolean {
  return b !== undefined && Object.keys(a).every((column) => equal(a[column], b[column]));
}

interface Column {
  readonly name: string;
  readonly pk: number;
}

/** The columns of a table by which its rows can be paged: its primary key. */
function keyOf(db: ReadDb, table: string): readonly string[] {
  const columns = rows<Column>(db, 'SELECT name, pk FROM pragma_table_info(?)', table);
  return columns
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => name);
}

/** Yields every row of a table in the order of its key, reading in portions. */
function* ordered(db: ReadDb, table: string): Generator<Record<string, unknown>> {
  const key = keyOf(db, table);
  const list = key.join(', ');
  let last: readonly unknown[] | undefined;
  for (;;) {
    const where = last === undefined ? '' : `WHERE (${list}) > (${key.map(() => '?').join(', ')})`;
    const portion = rows<Record<string, unknown>>(
      db,
      `SELECT * FROM ${table} ${where} ORDER BY ${list} LIMIT ${PORTION}`,
      ...(last ?? []),
    );
    yield* portion;
    const end = portion.at(-1);
    if (end === undefined || portion.length < PORTION) return;
    last = key.map((column) => end[column]);
  }
}

/** Whether a full-text index holds the same terms, each in as many rows, as the other's. */
function sameTerms(a: WriteDb, b: WriteDb, index: string): boolean {
  const vocabulary = `temp.${index}_terms`;
  const terms = [a, b].map((db) => {
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${vocabulary} USING fts5vocab(main, '${index}', 'col')`);
    return db.prepare(`SELECT term, col, doc, cnt FROM ${vocabulary}`).iterate() as IterableIterator<
      Record<string, unknown>
    >;
  });
  const [left, right] = terms;
  return left !== undefined && right !== undefined && sameSequence(left, right);
}

function sameSequence(
  left: Iterator<Record<string, unknown>>,
  right: Iterator<Record<string, unknown>>,
): boolean {
  for (;;) {
    const a = left.next();
    const b = right.next();
    if (a.done === true || b.done === true) {
      left.return?.();
      right.return?.();
      return a.done === b.done;
    }
    if (!sameRow(a.value, b.value)) {
      left.return?.();
      right.return?.();
      return false;
    }
  }
}

/**
 * Compares the views of two ledgers, table by table and row by row, and their full-text indexes by their terms. Yields the
 * name of each table before it is compared; answers the first that differs, or undefined when all are the same.
 */
export function* compareViews(a: WriteDb, b: WriteDb): Generator<string, string | undefined> {
  for (const { tables, indexes } of projections) {
    for (const table of tables) {
      yield table;
      if (!sameSequence(ordered(a, table), ordered(b, table))) return table;
    }
    for (const index of indexes) {
      yield index;
      if (!sameTerms(a, b, index)) return index;
    }
  }
  return undefined;
}
