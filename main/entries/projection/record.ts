import type { IdentityKind, VisitKind, VisitState } from '../../../shared/entries/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { type ReadDb, row, run, type WriteDb } from '../../vault/db.ts';

/**
 * A row of `entries_visit`. `no` is the place of the entry that the visit began with; `area` and `badge` are numbers of rows in
 * their tables; `person` is a `personKey`.
 */
export interface VisitRecord {
  readonly no: number;
  readonly id: string;
  readonly kind: VisitKind;
  readonly state: VisitState;
  readonly area: number;
  readonly person: string;
  readonly sort_at: Instant;
  readonly expected_from: Instant | null;
  readonly expected_until: Instant | null;
  readonly entered_at: Instant | null;
  readonly exited_at: Instant | null;
  readonly badge: number | null;
  readonly badge_open: 0 | 1;
  readonly group_id: string | null;
  readonly corrected: 0 | 1;
  readonly imported: 0 | 1;
  readonly identity: IdentityKind;
  readonly name: string;
  readonly reading: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly host: string;
  readonly escort: string;
  readonly belongings: string;
  readonly work_reference: string;
  readonly note: string;
}

/** Columns that change as a visit goes on; the others change by a correction or an arrival alone. */
const COURSE = ['state', 'expected_until', 'exited_at', 'badge', 'badge_open', 'corrected'] as const;
const DETAILS = [
  'kind',
  'area',
  'person',
  'sort_at',
  'expected_from',
  'entered_at',
  'group_id',
  'imported',
  'identity',
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
const COLUMNS = ['no', 'id', ...COURSE, ...DETAILS] as const;

const INSERT = `INSERT INTO entries_visit (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;
const set = (columns: readonly string[]): string => columns.map((column) => `${column} = ?`).join(', ');
const UPDATE_COURSE = `UPDATE entries_visit SET ${set(COURSE)} WHERE no = ?`;
const UPDATE_ALL = `UPDATE entries_visit SET ${set([...COURSE, ...DETAILS])} WHERE no = ?`;

/** The visit with this id; undefined if the chain holds no beginning of it (its payload was erased). */
export function recordById(db: ReadDb, id: string): VisitRecord | undefined {
  return row<VisitRecord>(db, 'SELECT * FROM entries_visit WHERE id = ?', id);
}

/** Inserts a visit of this person. */
export function insertRecord(db: WriteDb, visit: Omit<VisitRecord, 'person'>, person: string): void {
  run(db, INSERT, ...COLUMNS.map((column) => (column === 'person' ? person : visit[column])));
}

/** Writes a visit's new state, touching only the indexes it has to. */
export function updateRecord(db: WriteDb, before: VisitRecord, after: VisitRecord): void {
  if (DETAILS.every((column) => before[column] === after[column])) {
    run(db, UPDATE_COURSE, ...COURSE.map((column) => after[column]), after.no);
    return;
  }
  run(db, UPDATE_ALL, ...[...COURSE, ...DETAILS].map((column) => after[column]), after.no);
}

/** The number of the row with this id in a table of areas or badges. Throws if there is none: rules forbid it. */
export function numberOf(db: ReadDb, table: 'entries_area' | 'entries_badge', id: string): number {
  const found = row<{ no: number }>(db, `SELECT no FROM ${table} WHERE id = ?`, id);
  if (found === undefined) throw new Error(`entries: no row of ${table} for an event`);
  return found.no;
}
