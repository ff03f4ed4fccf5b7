import type { Connection, Purpose } from '../../../main/vault/connection.ts';
import { openConnection } from '../../../main/vault/connection.ts';
import { pathsBelow } from '../../../resources/tooling/demo/book.ts';
import type { VisitDetails } from '../../../shared/entries/model.ts';
import { indexText } from '../../../shared/kernel/folding/tokens.ts';
import { searched } from '../../../main/entries/full-text.ts';
import { type ReadDb, rows, type WriteDb } from '../../../main/vault/db.ts';

const PORTION = 2000;

/**
 * A ledger file in the hands of better-sqlite3 alone, with the same encryption and settings (WAL, synchronous=FULL) as the
 * program's own connection: what floors are measured on.
 */
export function openBare(folder: string, key: string, purpose: Purpose): Connection {
  return openConnection(pathsBelow(folder).ledger, Buffer.from(key, 'hex'), purpose);
}

/** A row of the log and its two texts for the search index, ready to be inserted. */
export interface BareRow {
  readonly visit: readonly unknown[];
  readonly texts: readonly [folded: string, exact: string];
}

const WORDS = [
  'name',
  'reading',
  'organisation',
  'purpose',
  'host',
  'escort',
  'belongings',
  'work_reference',
  'note',
] as const;
const COLUMNS = [
  'id',
  'kind',
  'state',
  'area',
  'person',
  'sort_at',
  'entered_at',
  'exited_at',
  'badge_open',
  'corrected',
  'imported',
  'identity',
  ...WORDS,
] as const;

/** Takes the values of {@link BareRow.visit}. */
export const INSERT_VISIT = `INSERT INTO entries_visit (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;
/** Takes the number of the visit and its texts. */
export const INSERT_SEARCH = 'INSERT INTO entries_search (rowid, folded, exact) VALUES (?, ?, ?)';

function texts(words: readonly string[]): BareRow['texts'] {
  return [indexText(words, 'folded'), indexText(words, 'exact')];
}

/** What the floor inserts for a visit; everything that could be worked out before is. */
export function bareRow(
  id: string,
  details: VisitDetails,
  enteredAt: number,
  exitedAt: number | null,
): BareRow {
  const words = searched(details);
  const state = exitedAt === null ? 'inside' : 'left';
  return {
    visit: [
      id,
      details.kind,
      state,
      1,
      id,
      enteredAt,
      enteredAt,
      exitedAt,
      0,
      0,
      0,
      details.identity,
      ...words,
    ],
    texts: texts(words),
  };
}

/** The rows of a log in portions, ready to be inserted into another. */
export function* bareRows(db: ReadDb): Generator<readonly BareRow[], void> {
  for (let last = 0; ; ) {
    const found = rows<
      { readonly no: number } & Record<(typeof COLUMNS)[number], unknown> &
        Record<(typeof WORDS)[number], string>
    >(
      db,
      `SELECT no, ${COLUMNS.join(', ')} FROM entries_visit WHERE no > ? ORDER BY no LIMIT ${PORTION}`,
      last,
    );
    const end = found.at(-1);
    if (end === undefined) return;
    last = end.no;
    yield found.map((visit) => ({
      visit: COLUMNS.map((column) => visit[column]),
      texts: texts(WORDS.map((column) => visit[column])),
    }));
  }
}

/** A function that inserts one row into the log and its search index, within whatever transaction there is. */
export function bareInsert(db: Pick<WriteDb, 'prepare'>): (row: BareRow) => void {
  const visit = db.prepare(INSERT_VISIT);
  const search = db.prepare(INSERT_SEARCH);
  return (row) => {
    const { lastInsertRowid } = visit.run(...row.visit);
    search.run(lastInsertRowid, ...row.texts);
  };
}
