import type { ReportLine } from '../../../shared/media/report/model.ts';
import { rows, run, type WriteDb } from '../../vault/db.ts';

/** Where a number is counted: its month (yyyymm), and the id of its area, empty where it has none. */
export interface Cell {
  readonly month: number;
  readonly line: ReportLine;
  readonly part: string;
  readonly area: string;
}

/** Adds to a number, or takes away from it; what comes to nothing leaves no row. */
export function add(db: WriteDb, { month, line, part, area }: Cell, by: number): void {
  const key = [month, line, part, area];
  if (by > 0) {
    run(
      db,
      `INSERT INTO media_report_count (month, line, part, area, n) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (month, line, part, area) DO UPDATE SET n = n + excluded.n`,
      ...key,
      by,
    );
  } else if (by < 0) {
    const where = 'month = ? AND line = ? AND part = ? AND area = ?';
    run(db, `DELETE FROM media_report_count WHERE ${where} AND n = ?`, ...key, -by);
    run(db, `UPDATE media_report_count SET n = n + ? WHERE ${where} AND n > ?`, by, ...key, -by);
  }
}

/** Counts something of a request or a medium of the register, so that {@link untally} can take it back. */
export function tally(db: WriteDb, subject: string, cell: Cell, n = 1): void {
  if (n === 0) return;
  const { month, line, part, area } = cell;
  add(db, cell, n);
  run(
    db,
    `INSERT INTO media_report_tally (subject, month, line, part, area, n) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (subject, month, line, part, area) DO UPDATE SET n = n + excluded.n`,
    subject,
    month,
    line,
    part,
    area,
    n,
  );
}

/** Counts no longer what was counted of a request or a medium of the register. */
export function untally(db: WriteDb, subject: string): void {
  const counted = rows<Cell & { readonly n: number }>(
    db,
    'SELECT month, line, part, area, n FROM media_report_tally WHERE subject = ?',
    subject,
  );
  for (const { n, ...cell } of counted) add(db, cell, -n);
  run(db, 'DELETE FROM media_report_tally WHERE subject = ?', subject);
}
