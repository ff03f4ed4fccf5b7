import { fiscalYear, type Instant } from '../../../shared/kernel/time.ts';
import {
  type Counted,
  type MediaReport,
  type ReportedEmergency,
  type ReportedErasure,
  type ReportedRequests,
  STATES_OF,
} from '../../../shared/media/report/model.ts';
import { monthsOf, type ReportPeriod, startOf } from '../../../shared/media/report/period.ts';
import type { RequestRow, RequestState } from '../../../shared/media/requests/model.ts';
import { areas } from '../../entries/queries.ts';
import { ownHead } from '../../trail/append.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { DIMS } from '../requests/projection/counts.ts';
import { requestRows, ROW, rowMaker, type ShownRecord } from '../requests/queries/rows.ts';

const EMERGENCIES = 200;
const SHOWN = 500;

function countsOf(db: ReadDb, first: number, last: number): readonly Counted[] {
  return rows<Counted>(
    db,
    `SELECT line, part, area, sum(n) AS n FROM media_report_count WHERE month >= ? AND month <= ?
     GROUP BY line, part, area ORDER BY line, part, area`,
    first,
    last,
  );
}

function emergenciesOf(db: ReadDb, first: number, last: number): readonly ReportedEmergency[] {
  const found = rows<ShownRecord & { decideBy: Instant; decidedAt: Instant | null }>(
    db,
    `SELECT ${ROW}, r.decide_by AS decideBy, r.decided_at AS decidedAt
     FROM media_report_request r CROSS JOIN media_request v ON v.no = r.no
     WHERE r.decide_by IS NOT NULL AND r.month >= ? AND r.month <= ? ORDER BY r.month, r.no LIMIT ${EMERGENCIES}`,
    first,
    last,
  );
  const toRow = rowMaker(db);
  return found.map((record) => {
    const { id, no, mediumName } = toRow(record);
    const { decideBy, decidedAt } = record;
    return { id, no, mediumName, decideBy, decidedAt };
  });
}

/** What stands open now: the counts that the lists show. */
function nowOf(db: ReadDb, now: Instant): MediaReport['now'] {
  const states = rows<{ state: RequestState; n: number }>(
    db,
    `SELECT state, sum(n) AS n FROM media_request_count WHERE dim = ${DIMS.all} AND value = '' GROUP BY state`,
  );
  const those = (whereabouts: 'inside' | 'outside') =>
    row<{ n: number; overdue: number | null }>(
      db,
      `SELECT count(*) AS n, sum(due < ?) AS overdue FROM media_request WHERE whereabouts = '${whereabouts}'`,
      now,
    );
  const [inside, outside] = [those('inside'), those('outside')];
  return {
    states: Object.fromEntries(states.map(({ state, n }) => [state, n])),
    inside: inside?.n ?? 0,
    outside: outside?.n ?? 0,
    overdue: (inside?.overdue ?? 0) + (outside?.overdue ?? 0),
    quarantined:
      row<{ n: number }>(db, 'SELECT count(*) AS n FROM media_quarantine WHERE end_place IS NULL')?.n ?? 0,
  };
}

/**
 * What was erased of the fiscal year a period begins in, or of a later one: a request belongs to the year in which it ended, and may have been
 * made, moved and looked at before.
 */
function erasedSince(db: ReadDb, year: number): readonly ReportedErasure[] {
  return rows<ReportedErasure>(
    db,
    `SELECT kind, fiscal_year AS fiscalYear, sum(subjects) AS records, max(at) AS at FROM trail_erasure
     WHERE ledger = 'media' AND fiscal_year >= ? GROUP BY kind, fiscal_year ORDER BY fiscal_year, kind`,
    year,
  );
}

/** The report of a period as it stands at `now`: the same few statements however long the ledger is. */
export function mediaReport(db: ReadDb, period: ReportPeriod, now: Instant): MediaReport {
  const { first, last } = monthsOf(period);
  const counts = countsOf(db, first, last);
  const counted = new Set(counts.map(({ area }) => area));
  const head = ownHead(db);
  return {
    period,
    at: now,
    counts,
    areas: areas(db)
      .filter(({ id }) => counted.has(id))
      .map(({ id, name }) => ({ id, name })),
    emergencies: emergenciesOf(db, first, last),
    now: nowOf(db, now),
    erased: erasedSince(db, fiscalYear(startOf(period))),
    size: head?.seq ?? 0,
    head: head?.hash.toString('hex') ?? '',
  };
}

/** The requests that a number of a report counts, oldest first; at most 500. */
export function reportedRequests(
  db: ReadDb,
  period: ReportPeriod,
  { kind, rule, outcome }: ReportedRequests,
): readonly RequestRow[] {
  const { first, last } = monthsOf(period);
  return STATES_OF[outcome]
    .flatMap((state) =>
      requestRows(
        db,
        `FROM media_report_request r CROSS JOIN media_request v ON v.no = r.no
         WHERE r.kind = ? AND r.rule = ? AND r.state = ? AND r.month >= ? AND r.month <= ?
         ORDER BY r.month, r.no LIMIT ${SHOWN}`,
        kind,
        rule,
        state,
        first,
        last,
      ),
    )
    .toSorted((one, other) => one.no - other.no)
    .slice(0, SHOWN);
}
