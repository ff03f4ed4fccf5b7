import { rows, run, type WriteDb } from '../../vault/db.ts';
import { add } from './counts.ts';

/** A content list on the way out that differs from the one on the way in, as it is counted. */
interface Differing {
  readonly listing: string;
  readonly request: string;
  readonly month: number;
  readonly area: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}
type Stored = Differing & { readonly settled: 0 | 1 };

const COLUMNS = 'd.listing, d.request, d.month, d.area, d.settled, d.added, d.removed, d.changed';
const CHANGES = ['added', 'removed', 'changed'] as const;

/** Counts a list that differs: nobody has decided on it yet. */
export function differed(db: WriteDb, found: Differing): void {
  const { listing, request, month, area } = found;
  for (const change of CHANGES) add(db, { month, line: 'difference', part: change, area }, found[change]);
  add(db, { month, line: 'differs', part: 'open', area }, 1);
  run(
    db,
    `INSERT INTO media_report_difference (listing, request, month, area, settled, added, removed, changed)
     VALUES (?, ?, ?, ?, 0, ?, ?, ?)`,
    listing,
    request,
    month,
    area,
    ...CHANGES.map((change) => found[change]),
  );
}

/** A difference is counted in the month in which it was found, whenever it is settled. */
export function settled(db: WriteDb, listing: string): void {
  const [found] = rows<Stored>(
    db,
    `SELECT ${COLUMNS} FROM media_report_difference d WHERE listing = ? AND settled = 0`,
    listing,
  );
  if (found === undefined) return;
  const { month, area } = found;
  add(db, { month, area, line: 'differs', part: 'open' }, -1);
  add(db, { month, area, line: 'differs', part: 'settled' }, 1);
  run(db, 'UPDATE media_report_difference SET settled = 1 WHERE listing = ?', listing);
}

function forget(db: WriteDb, all: readonly Stored[]): void {
  for (const { listing, month, area, settled: decided, ...found } of all) {
    for (const change of CHANGES) add(db, { month, line: 'difference', part: change, area }, -found[change]);
    add(db, { month, line: 'differs', part: decided === 1 ? 'settled' : 'open', area }, -1);
    run(db, 'DELETE FROM media_report_difference WHERE listing = ?', listing);
  }
}

/** Counts no longer how the lists of a request differed. */
export function forgetDifferencesOf(db: WriteDb, request: string): void {
  forget(db, rows<Stored>(db, `SELECT ${COLUMNS} FROM media_report_difference d WHERE request = ?`, request));
}

/** The files of a list are about to be erased: how it differed, or what was compared with it, is counted no longer. */
export function forgetComparisons(db: WriteDb, listing: string): void {
  forget(
    db,
    rows<Stored>(
      db,
      `SELECT ${COLUMNS} FROM media_listing l JOIN media_listing c ON c.no = l.no OR c.before = l.no
       JOIN media_report_difference d ON d.listing = c.id WHERE l.id = ? AND l.erased = 0`,
      listing,
    ),
  );
}
