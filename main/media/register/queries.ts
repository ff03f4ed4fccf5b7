import { fold } from '../../../shared/kernel/folding/fold.ts';
import { queryTerms } from '../../../shared/kernel/folding/tokens.ts';
import type { MediumFilter } from '../../../shared/media/register/contract.ts';
import {
  MEDIUM_STATES,
  type Medium,
  type MediumState,
  type RegisterSummary,
  STOCKTAKE_MAX,
  type StocktakeRow,
} from '../../../shared/media/register/model.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';

const COLUMNS = `id, number, kind, name, maker, model, serial, capacity, encryption, keeper, place, seal, up_to AS upTo,
  note, state, registered_at AS registeredAt, stocktaken_at AS stocktakenAt, missed_at AS missedAt, erased_at AS erasedAt,
  request AS requestId`;
const MEDIUM = `SELECT ${COLUMNS} FROM media_register`;

interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What narrows the register; what is searched for has to stand in one field, folded, each of its terms. */
function condition({ state, kind, text = '' }: MediumFilter): Condition {
  const terms = queryTerms(text, 'folded');
  const parts = [
    ...(state === undefined ? [] : [{ sql: 'state = ?', value: state }]),
    ...(kind === undefined ? [] : [{ sql: 'kind = ?', value: kind }]),
    ...terms.map((value) => ({ sql: 'instr(folded, ?) > 0', value })),
  ];
  return {
    sql: parts.length === 0 ? '' : ` WHERE ${parts.map((part) => part.sql).join(' AND ')}`,
    values: parts.map(({ value }) => value),
  };
}

function stateCounts(db: ReadDb): { value: string; n: number }[] {
  return rows(db, "SELECT value, n FROM media_register_count WHERE field = 'state'");
}

function total(db: ReadDb, filter: MediumFilter, { sql, values }: Condition): number {
  if (queryTerms(filter.text ?? '', 'folded').length > 0)
    return row<{ n: number }>(db, `SELECT count(*) AS n FROM media_register${sql}`, ...values)?.n ?? 0;
  return stateCounts(db)
    .filter(({ value }) => {
      const [state, kind] = value.split(' ');
      return (filter.state ?? state) === state && (filter.kind ?? kind) === kind;
    })
    .reduce((sum, { n }) => sum + n, 0);
}

/** A page of the register by number, and how many there are under the filter. */
export function media(
  db: ReadDb,
  filter: MediumFilter,
  offset: number,
  limit: number,
): { readonly rows: readonly Medium[]; readonly total: number } {
  const narrowed = condition(filter);
  const found = rows<Medium>(
    db,
    `${MEDIUM}${narrowed.sql} ORDER BY number_key, no LIMIT ? OFFSET ?`,
    ...narrowed.values,
    limit,
    offset,
  );
  return { rows: found, total: total(db, filter, narrowed) };
}

/** One medium; undefined if there is none. */
export function mediumById(db: ReadDb, id: string): Medium | undefined {
  return row<Medium>(db, `${MEDIUM} WHERE id = ?`, id);
}

/** The medium that has, or had before it was destroyed, a number that folds alike; undefined if none does. */
export function mediumByNumber(db: ReadDb, number: string): Medium | undefined {
  return row<Medium>(db, `${MEDIUM} WHERE number_fold = ?`, fold(number));
}

/**
 * The media that have, or had before they were destroyed, one of these numbers, by it. Takes and gives folded numbers; to be asked for
 * some hundred at once.
 */
export function mediaByNumbers(db: ReadDb, folded: readonly string[]): ReadonlyMap<string, Medium> {
  const found = rows<Medium & { readonly numberFold: string }>(
    db,
    `SELECT number_fold AS numberFold, ${COLUMNS} FROM media_register
     WHERE number_fold IN (SELECT value FROM json_each(?))`,
    JSON.stringify(folded),
  );
  return new Map(found.map(({ numberFold, ...medium }) => [numberFold, medium]));
}

/** How many there are in each state, and the keepers and places in use. */
export function registerSummary(db: ReadDb): RegisterSummary {
  const found = rows<{ field: string; value: string; n: number }>(
    db,
    'SELECT field, value, n FROM media_register_count ORDER BY field, value',
  );
  const states: Record<MediumState, number> = { kept: 0, out: 0, lost: 0, destroyed: 0 };
  const words = { keeper: [] as string[], place: [] as string[] };
  for (const { field, value, n } of found) {
    if (field === 'keeper' || field === 'place') words[field].push(value);
    else {
      const state = MEDIUM_STATES.find((one) => value.startsWith(`${one} `));
      if (state !== undefined) states[state] += n;
    }
  }
  return { states, keepers: words.keeper, places: words.place };
}

const TAKEN = 'SELECT id, number, kind, name, keeper, place, seal, state, stocktaken_at AS stocktakenAt';

/** What a stocktake goes through: all that is not destroyed, at one place or everywhere, by place and number. */
export function stocktakeList(db: ReadDb, place: string | undefined): StocktakeRow[] {
  const at = place === undefined ? '' : ' AND place = ?';
  return rows<StocktakeRow>(
    db,
    `${TAKEN} FROM media_register WHERE state <> 'destroyed'${at} ORDER BY place, number_key LIMIT ?`,
    ...(place === undefined ? [] : [place]),
    STOCKTAKE_MAX + 1,
  );
}
