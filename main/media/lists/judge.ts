import { fold } from '../../../shared/kernel/folding/fold.ts';
import type { ListMapping, ListProblem, ListWarning } from '../../../shared/media/lists/model.ts';
import { decideRow, type RowDecision } from '../../../shared/media/lists/rules.ts';
import type { Medium, MediumDetails } from '../../../shared/media/register/model.ts';
import { changedFields } from '../../../shared/media/register/rules.ts';
import type { ListRow } from '../../tabular/list.ts';
import type { ReadDb } from '../../vault/db.ts';
import { mediaByNumbers } from '../register/queries.ts';
import { serials } from './queries.ts';
import { MediumReader } from './reader.ts';

/** What a row of a list comes to; `doubled`: a row above said the same. */
export interface Judged {
  readonly row: number;
  readonly number: string;
  readonly decision: Exclude<RowDecision, { as: 'refused' }> | { readonly as: 'doubled' } | undefined;
  readonly problems: readonly ListProblem[];
  readonly warning: ListWarning | undefined;
  readonly unknownKind: string | undefined;
}

export interface Judging {
  readonly rows: readonly ListRow[];
  readonly headers: readonly string[];
  readonly mapping: ListMapping;
  /** A text file. */
  readonly quoted: boolean;
  /** Why what changes changes. */
  readonly reason: string;
  /** The id of a medium that is new. */
  readonly newId: () => string;
}

/** Rows whose numbers are asked for at once. */
const BLOCK = 500;

interface Numbered {
  readonly row: ListRow;
  /** As it is written; empty where it is. */
  readonly written: string;
  readonly number: string;
  readonly stands: Medium | undefined;
}

/** The rows with what stands under their numbers, asked for block by block. */
function* numbered(db: ReadDb, rows: readonly ListRow[], reader: MediumReader): Generator<Numbered, void> {
  for (let first = 0; first < rows.length; first += BLOCK) {
    const block = rows.slice(first, first + BLOCK).map((row) => {
      const written = reader.number(row);
      return { row, written, number: fold(written) };
    });
    const standing = mediaByNumbers(
      db,
      block.filter(({ written }) => written !== '').map(({ number }) => number),
    );
    for (const one of block) yield { ...one, stands: standing.get(one.number) };
  }
}

/** Whether two rows of one number say the same of everything else. */
function sayTheSame(one: MediumDetails, other: MediumDetails): boolean {
  return changedFields(one, { ...other, number: one.number }).length === 0;
}

/**
 * Goes through the rows of a list, asking the register at each what stands: for the preview and for the import alike, so that
 * the one cannot let through what the other has not looked at.
 */
export function* judge(
  db: ReadDb,
  { rows, headers, mapping, quoted, reason, newId }: Judging,
): Generator<Judged, void> {
  const reader = new MediumReader(mapping, headers, quoted);
  const before = new Map<string, MediumDetails>();
  const known = serials(db);
  const column = (field: 'number' | 'serial'): string => {
    const at = mapping.columns.indexOf(field);
    return headers[at] || String(at + 1);
  };
  for (const { row, written, number, stands } of numbered(db, rows, reader)) {
    const { details, kept, problems, unknownKind } = reader.read(row, stands);
    const judged = { row: row.row, number: written, problems, warning: undefined, unknownKind };
    if (details === undefined) {
      yield { ...judged, decision: undefined };
      continue;
    }
    const above = before.get(number);
    const refused = (code: ListProblem['code']): Judged => ({
      ...judged,
      decision: undefined,
      problems: [{ row: row.row, column: column('number'), code, text: written }],
    });
    if (above !== undefined) {
      yield sayTheSame(above, details) ? { ...judged, decision: { as: 'doubled' } } : refused('number-twice');
      continue;
    }
    before.set(number, details);
    const decision = decideRow(details, {
      id: stands === undefined ? newId() : stands.id,
      stands,
      kept,
      reason,
    });
    if (decision.as === 'refused') {
      yield refused(decision.code);
      continue;
    }
    const serial = fold(details.serial);
    const holder = serial === '' ? undefined : known.get(serial);
    if (serial !== '' && holder === undefined) known.set(serial, number);
    const doubled = holder !== undefined && holder !== number;
    yield {
      ...judged,
      decision,
      warning: doubled
        ? { row: row.row, column: column('serial'), code: 'serial-doubled', text: details.serial }
        : undefined,
    };
  }
}
