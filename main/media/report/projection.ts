import type { EventOf } from '../../../shared/kernel/event.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { inspectionEvents } from '../../../shared/media/inspection/events.ts';
import type { ReportLine } from '../../../shared/media/report/model.ts';
import { monthOf } from '../../../shared/media/report/period.ts';
import { checkPart } from '../../../shared/media/report/rows.ts';
import type { Projection } from '../../projection.ts';
import { row, type WriteDb } from '../../vault/db.ts';
import { recordById } from '../requests/projection/record.ts';
import { tally } from './counts.ts';
import { differed, settled } from './differences.ts';
import { destroyedInQuarantine, register, stocktaken } from './register.ts';
import { recount, recountEndorsed } from './requests.ts';

type InspectionEvent = EventOf<typeof inspectionEvents>;
type Of<T extends InspectionEvent['type']> = Extract<InspectionEvent, { readonly type: T }>;

/**
 * The numbers of the monthly report. Stands after the projections of requests and of inspections: it counts what has become of an
 * event in their views.
 */
export const reportProjection: Projection = {
  tables: [
    'media_report_count',
    'media_report_tally',
    'media_report_request',
    'media_report_difference',
    'media_report_stocktake',
    'media_report_stocktaken',
  ],
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
        return register(db, id, at, event.type.slice('medium.'.length));
      case 'medium.stocktaken':
        return stocktaken(db, id, at, event.data);
      case 'media.quarantined':
        return tell(db, id, at, 'quarantine', 'put');
      case 'media.quarantineEnded': {
        const { how } = event.data.ending;
        tell(db, id, at, 'quarantine', how);
        return how === 'destroyed' ? destroyedInQuarantine(db, id, at) : undefined;
      }
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
  tally(db, request, { month: monthOf(at), line, part, area: areaOf(db, request) }, n);
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
  const found = row<{ added: number | null; removed: number | null; changed: number | null }>(
    db,
    'SELECT added, removed, changed FROM media_listing WHERE id = ?',
    data.listing,
  );
  // Of lists that were erased nobody knows whether they differed.
  const { added, removed, changed } = found ?? {};
  if (added == null || removed == null || changed == null || added + removed + changed === 0) return;
  differed(db, {
    listing: data.listing,
    request,
    month: monthOf(at),
    area: areaOf(db, request),
    added,
    removed,
    changed,
  });
}
