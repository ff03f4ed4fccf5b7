import type { Instant } from '../../../shared/kernel/time.ts';
import type { ReportRule } from '../../../shared/media/report/model.ts';
import { monthOf } from '../../../shared/media/report/period.ts';
import { requestPart } from '../../../shared/media/report/rows.ts';
import type { RequestKind, RequestState } from '../../../shared/media/requests/model.ts';
import { row, rows, run, type WriteDb } from '../../vault/db.ts';
import { recordById, type RequestRecord } from '../requests/projection/record.ts';
import { add, type Cell } from './counts.ts';

/** What of a request is counted. */
interface Reported {
  readonly no: number;
  readonly month: number;
  readonly area: string;
  readonly kind: RequestKind;
  readonly rule: ReportRule;
  readonly state: RequestState;
  readonly decide_by: Instant | null;
  readonly decided_at: Instant | null;
}

const COLUMNS = ['no', 'month', 'area', 'kind', 'rule', 'state', 'decide_by', 'decided_at'] as const;

function ruleOf({ rule_by: by, rule_officers: officers }: RequestRecord): ReportRule {
  if (by === 'notification') return 'notification';
  return officers === 2 ? 'permission-2' : 'permission-1';
}

function cells({ month, area, kind, rule, state, decide_by, decided_at }: Reported): readonly Cell[] {
  const at = { month, area };
  const request: Cell = { ...at, line: 'request', part: requestPart(kind, rule, state) };
  if (decide_by === null) return [request];
  const part = decided_at === null ? 'open' : decided_at > decide_by ? 'late' : 'in-time';
  return [request, { ...at, line: 'emergency', part }];
}

/** Counts a request as it stands after an event of this time, and no longer as it stood before. */
export function recount(db: WriteDb, id: string, at: Instant): void {
  const record = recordById(db, id);
  if (record === undefined) return;
  const { no, requested_at, area, kind, state, decide_by } = record;
  const before = row<Reported>(db, `SELECT ${COLUMNS.join(', ')} FROM media_report_request WHERE no = ?`, no);
  const undecided = decide_by === null || state === 'emergency';
  const after: Reported = {
    no,
    month: monthOf(requested_at),
    area,
    kind,
    rule: ruleOf(record),
    state,
    decide_by,
    decided_at: undecided ? null : (before?.decided_at ?? at),
  };
  if (before !== undefined) for (const cell of cells(before)) add(db, cell, -1);
  for (const cell of cells(after)) add(db, cell, 1);
  run(
    db,
    `INSERT OR REPLACE INTO media_report_request (${COLUMNS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...COLUMNS.map((column) => after[column]),
  );
}

/** Counts a request no longer, in whatever state it is. */
export function uncount(db: WriteDb, no: number): void {
  const before = row<Reported>(db, `SELECT ${COLUMNS.join(', ')} FROM media_report_request WHERE no = ?`, no);
  if (before === undefined) return;
  for (const cell of cells(before)) add(db, cell, -1);
  run(db, 'DELETE FROM media_report_request WHERE no = ?', no);
}

/** Counts anew what an officer who left had agreed to: it waits for two again. */
export function recountEndorsed(db: WriteDb, at: Instant): void {
  const changed = rows<{ id: string }>(
    db,
    `SELECT v.id FROM media_report_request r CROSS JOIN media_request v ON v.no = r.no
     WHERE r.state = 'endorsed' AND v.state <> 'endorsed' ORDER BY r.no`,
  );
  for (const { id } of changed) recount(db, id, at);
}
