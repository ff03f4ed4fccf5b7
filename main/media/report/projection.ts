import type { EventOf } from '../../../shared/kernel/event.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { inspectionEvents } from '../../../shared/media/inspection/events.ts';
import type { ReportLine } from '../../../shared/media/report/model.ts';
import { monthOf } from '../../../shared/media/report/period.ts';
import { checkPart } from '../../../shared/media/report/rows.ts';
import type { Projection } from '../../projection.ts';
import { row, run, type WriteDb } from '../../vault/db.ts';
import { recordById } from '../requests/projection/record.ts';
import { add } from './counts.ts';
import { recount, recountEndorsed } from './requests.ts';

type InspectionEvent = EventOf<typeof inspectionEvents>;
type Of<T extends InspectionEvent['type']> = Extract<InspectionEvent, { readonly type: T }>;

/**
 * The numbers of the monthly report. Stands after the projections of requests and of inspections: it counts what has become of an
 * event in their views.
 */
export const reportProjection: Projection = {
  tables: ['media_report_count', 'media_report_request', 'media_report_difference', 'media_report_stocktake'],
  indexes: [],
  apply(db, { event }) {
    const { at } = event;
    const id = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'request.emergency':
        recount(db, id, at);
        return moved(db, id, 'carriedIn', at);
      case 'request.submitted':
      case 'request.resubmitted':
      case 'request.retracted':
      case 'request.decided':
      case 'request.withdrawn':
        return recount(db, id, at);
      case 'request.carriedIn':
      case 'request.takenOut':
      case 'request.handedOver':
      case 'request.carriedOut':
      case 'request.givenBack':
      case 'request.delivered':
        return moved(db, id, event.type.slice('request.'.length), event.data.at);
      case 'account.suspended':
      case 'account.closed':
      case 'account.rolesChanged':
        return recountEndorsed(db, at);
      case 'media.checked':
        return checked(db, id, event);
      case 'media.findingsSettled':
        return tell(db, id, at, 'settled', event.data.decision);
      case 'media.listed':
        return listed(db, id, event);
      case 'media.differenceSettled':
        return settled(db, event.data.after);
      case 'medium.registered':
      case 'medium.lost':
      case 'medium.found':
      case 'medium.erased':
      case 'medium.destroyed':
        return register(db, at, event.type.slice('medium.'.length));
      case 'medium.stocktaken':
        return stocktaken(db, at, event.data);
      default:
    }
  },
};

/** Ends of a movement that can come too late. */
const ENDS: ReadonlySet<string> = new Set(['takenOut', 'givenBack', 'delivered']);

function areaOf(db: WriteDb, request: string): string {
  return recordById(db, request)?.area ?? '';
}

function tell(db: WriteDb, request: string, at: Instant, line: ReportLine, part: string, n = 1): void {
  add(db, { month: monthOf(at), line, part, area: areaOf(db, request) }, n);
}

function moved(db: WriteDb, request: string, movement: string, at: Instant): void {
  tell(db, request, at, 'moved', movement);
  const due = recordById(db, request)?.due;
  if (ENDS.has(movement) && due !== undefined && at > due) tell(db, request, at, 'late', movement);
}

function checked(db: WriteDb, request: string, { at, data: { check, more } }: Of<'media.checked'>): void {
  tell(db, request, at, 'check', checkPart(check.result, check.product));
  tell(db, request, at, 'findings', '', check.findings.length + more);
}

function listed(db: WriteDb, request: string, { at, data }: Of<'media.listed'>): void {
  tell(db, request, at, 'listed', data.way);
  tell(db, request, at, 'files', '', data.files);
  if (data.way === 'entry') return;
  const found = row<{ added: number; removed: number; changed: number }>(
    db,
    'SELECT added, removed, changed FROM media_listing WHERE id = ?',
    data.listing,
  );
  if (found === undefined || found.added + found.removed + found.changed === 0) return;
  const area = areaOf(db, request);
  const month = monthOf(at);
  for (const change of ['added', 'removed', 'changed'] as const)
    add(db, { month, line: 'difference', part: change, area }, found[change]);
  add(db, { month, line: 'differs', part: 'open', area }, 1);
  run(
    db,
    'INSERT INTO media_report_difference (listing, month, area, settled) VALUES (?, ?, ?, 0)',
    data.listing,
    month,
    area,
  );
}

/** A difference is counted in the month in which it was found, whenever it is settled. */
function settled(db: WriteDb, listing: string): void {
  const found = row<{ month: number; area: string }>(
    db,
    'SELECT month, area FROM media_report_difference WHERE listing = ? AND settled = 0',
    listing,
  );
  if (found === undefined) return;
  add(db, { ...found, line: 'differs', part: 'open' }, -1);
  add(db, { ...found, line: 'differs', part: 'settled' }, 1);
  run(db, 'UPDATE media_report_difference SET settled = 1 WHERE listing = ?', listing);
}

function register(db: WriteDb, at: Instant, part: string): void {
  add(db, { month: monthOf(at), line: 'register', part, area: '' }, 1);
}

function stocktaken(
  db: WriteDb,
  at: Instant,
  { stocktake, seen }: { readonly stocktake: string; readonly seen: boolean },
): void {
  register(db, at, seen ? 'seen' : 'missed');
  const known = row(db, 'SELECT 1 FROM media_report_stocktake WHERE stocktake = ?', stocktake);
  if (known !== undefined) return;
  run(db, 'INSERT INTO media_report_stocktake (stocktake) VALUES (?)', stocktake);
  register(db, at, 'stocktakes');
}
