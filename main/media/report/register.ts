import type { Instant } from '../../../shared/kernel/time.ts';
import { monthOf } from '../../../shared/media/report/period.ts';
import { row, rows, run, type WriteDb } from '../../vault/db.ts';
import { add, type Cell, tally, untally } from './counts.ts';

const cell = (month: number, part: string): Cell => ({ month, line: 'register', part, area: '' });

/** Counts what happened to a medium of the register. */
export function register(db: WriteDb, medium: string, at: Instant, part: string): void {
  tally(db, medium, cell(monthOf(at), part));
}

/** The medium of a request was destroyed at the end of its quarantine: if it is the register's, it counts among those destroyed. */
export function destroyedInQuarantine(db: WriteDb, request: string, at: Instant): void {
  const own = row<{ id: string }>(
    db,
    'SELECT g.id FROM media_register_request a JOIN media_register g ON g.id = a.medium WHERE a.request = ?',
    request,
  );
  if (own !== undefined) register(db, own.id, at, 'destroyed');
}

/** Counts a line of a stocktake, and the stocktake with its first line. */
export function stocktaken(
  db: WriteDb,
  medium: string,
  at: Instant,
  { stocktake, seen }: { readonly stocktake: string; readonly seen: boolean },
): void {
  const month = monthOf(at);
  register(db, medium, at, seen ? 'seen' : 'missed');
  if (row(db, 'SELECT 1 FROM media_report_stocktake WHERE stocktake = ?', stocktake) === undefined)
    add(db, cell(month, 'stocktakes'), 1);
  run(
    db,
    `INSERT INTO media_report_stocktake (stocktake, month, n) VALUES (?, ?, 1)
     ON CONFLICT (stocktake) DO UPDATE SET n = n + 1`,
    stocktake,
    month,
  );
  run(
    db,
    `INSERT INTO media_report_stocktaken (medium, stocktake, n) VALUES (?, ?, 1)
     ON CONFLICT (medium, stocktake) DO UPDATE SET n = n + 1`,
    medium,
    stocktake,
  );
}

/** Counts a medium of the register no longer, nor the stocktakes of which it was the last line. */
export function forgetMedium(db: WriteDb, medium: string): void {
  untally(db, medium);
  const taken = rows<{ stocktake: string; month: number; n: number; all: number }>(
    db,
    `SELECT s.stocktake, s.month, t.n, s.n AS "all" FROM media_report_stocktaken t
     JOIN media_report_stocktake s ON s.stocktake = t.stocktake WHERE t.medium = ?`,
    medium,
  );
  for (const { stocktake, month, n, all } of taken) {
    if (n < all) run(db, 'UPDATE media_report_stocktake SET n = n - ? WHERE stocktake = ?', n, stocktake);
    else {
      add(db, cell(month, 'stocktakes'), -1);
      run(db, 'DELETE FROM media_report_stocktake WHERE stocktake = ?', stocktake);
    }
  }
  run(db, 'DELETE FROM media_report_stocktaken WHERE medium = ?', medium);
}
