import type { Area, AreaLevel, Badge, EscortRule, Visit, VisitRow } from '../../../shared/entries/model.ts';
import { seqOf } from '../../trail/place.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';

interface Flags {
  readonly badgeOpen: number;
  readonly corrected: number;
  readonly imported: number;
}

/** A visit as SQL answers it: flags are 0 or 1, and its number is the place of its first entry. */
type Stored<T extends VisitRow> = Omit<T, keyof Flags> & Flags;

/** Columns of a list's row, to be selected from {@link FROM}. */
export const ROW = `v.id, v.no, v.kind, v.state, v.name, v.reading, v.organisation, v.purpose, v.host, v.escort,
  a.name AS areaName, a.level AS areaLevel, b.label AS badgeLabel, v.badge_open AS badgeOpen, v.group_id AS groupId,
  v.expected_from AS expectedFrom, v.expected_until AS expectedUntil, v.entered_at AS enteredAt, v.exited_at AS exitedAt,
  v.corrected, v.imported`;

const WHOLE = `${ROW}, v.identity, a.id AS areaId, b.id AS badgeId, v.belongings, v.work_reference AS workReference, v.note`;

/** Visits with the names of their area and badge, looked up as they are now. */
export const FROM =
  'entries_visit v CROSS JOIN entries_area a ON a.no = v.area LEFT JOIN entries_badge b ON b.no = v.badge';

function toVisit<T extends VisitRow>(stored: Stored<T>): T {
  const { badgeOpen, corrected, imported } = stored;
  const flags = { badgeOpen: badgeOpen === 1, corrected: corrected === 1, imported: imported === 1 };
  return { ...stored, no: seqOf(stored.no), ...flags } as unknown as T;
}

/** Rows of a list. `rest` is what follows FROM, with its values. */
export function visitRows(db: ReadDb, rest: string, ...values: readonly unknown[]): VisitRow[] {
  return rows<Stored<VisitRow>>(db, `SELECT ${ROW} FROM ${FROM} ${rest}`, ...values).map((stored) =>
    toVisit<VisitRow>(stored),
  );
}

/** As {@link visitRows}, each by the place of its first entry. */
export function placedRows(
  db: ReadDb,
  rest: string,
  ...values: readonly unknown[]
): ReadonlyMap<number, VisitRow> {
  const found = rows<Stored<VisitRow>>(db, `SELECT ${ROW} FROM ${FROM} ${rest}`, ...values);
  return new Map(found.map((stored) => [stored.no, toVisit<VisitRow>(stored)]));
}

/** The whole of one visit; undefined if there is none. */
export function visitById(db: ReadDb, id: string): Visit | undefined {
  const stored = row<Stored<Visit>>(db, `SELECT ${WHOLE} FROM ${FROM} WHERE v.id = ?`, id);
  return stored === undefined ? undefined : toVisit<Visit>(stored);
}

interface StoredArea {
  readonly id: string;
  readonly name: string;
  readonly reading: string;
  readonly level: AreaLevel;
  readonly escort: EscortRule;
  readonly badge: number;
  readonly identity: number;
  readonly guidance: string;
  readonly retired: number;
}

const AREA = 'SELECT id, name, reading, level, escort, badge, identity, guidance, retired FROM entries_area';

function toArea(stored: StoredArea): Area {
  const { badge, identity, retired } = stored;
  return { ...stored, badge: badge === 1, identity: identity === 1, retired: retired === 1 };
}

/** Every area, retired ones last, the most sensitive first, then in the order in which they were defined. */
export function areas(db: ReadDb): Area[] {
  return rows<StoredArea>(db, `${AREA} ORDER BY retired, level DESC, no`).map(toArea);
}

/** One area; undefined if there is none. */
export function areaById(db: ReadDb, id: string): Area | undefined {
  const stored = row<StoredArea>(db, `${AREA} WHERE id = ?`, id);
  return stored === undefined ? undefined : toArea(stored);
}

const BADGE = `SELECT b.id, b.label, b.level, b.state, v.id AS visitId
  FROM entries_badge b LEFT JOIN entries_visit v ON v.no = b.visit`;

/** Every badge, by label. */
export function badges(db: ReadDb): Badge[] {
  return rows<Badge>(db, `${BADGE} ORDER BY b.label, b.no`);
}

/** One badge; undefined if there is none. */
export function badgeById(db: ReadDb, id: string): Badge | undefined {
  return row<Badge>(db, `${BADGE} WHERE b.id = ?`, id);
}

/** Badges lent to somebody who is not inside any more, oldest visit first. */
export function badgesOut(db: ReadDb): Badge[] {
  return rows<Badge>(db, `${BADGE} WHERE b.state = 'lent' AND v.state <> 'inside' ORDER BY v.sort_at, v.no`);
}

/** Labels of the badges in use. */
export function badgeLabels(db: ReadDb): string[] {
  return rows<{ label: string }>(db, "SELECT label FROM entries_badge WHERE state <> 'retired'").map(
    ({ label }) => label,
  );
}
