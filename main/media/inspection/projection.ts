import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { EventOf } from '../../../shared/kernel/event.ts';
import type { inspectionEvents } from '../../../shared/media/inspection/events.ts';
import type { RequestMedium } from '../../../shared/media/requests/model.ts';
import type { Projection } from '../../projection.ts';
import { run, type WriteDb } from '../../vault/db.ts';
import { addPart, dropListing, finishListing } from './projection/listing.ts';

type InspectionEvent = EventOf<typeof inspectionEvents>;
type Of<T extends InspectionEvent['type']> = Extract<InspectionEvent, { readonly type: T }>;

/** The views of what was looked at on media. */
export const inspectionProjection: Projection = {
  tables: [
    'media_inspected',
    'media_check',
    'media_findings',
    'media_listing',
    'media_listed_file',
    'media_difference',
    'media_difference_settled',
  ],
  indexes: [],
  apply(db, { event }, key) {
    const id = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'request.submitted':
      case 'request.resubmitted':
      case 'request.emergency':
        return keepMedium(db, key, id, event.data.details.medium);
      case 'media.checked':
        return addCheck(db, key, id, event);
      case 'media.findingsSettled':
        return settleFindings(db, key, id, event);
      case 'media.listedPart':
        return addPart(db, key, event.data);
      case 'media.listDropped':
        return dropListing(db, event.data.listing);
      case 'media.listed':
        return finishListing(db, key, id, event);
      case 'media.differenceSettled':
        return settleDifference(db, key, event);
      default:
    }
  },
};

/** A request handed in again for another medium begins anew: what was looked at was not this one. */
function keepMedium(db: WriteDb, key: number, request: string, medium: RequestMedium): void {
  run(
    db,
    `INSERT INTO media_inspected (request, medium, since) VALUES (?, ?, ?)
     ON CONFLICT (request) DO UPDATE SET medium = excluded.medium, since = excluded.since
     WHERE medium <> excluded.medium`,
    request,
    canonicalJson(medium),
    key,
  );
}

function addCheck(db: WriteDb, key: number, request: string, { at, actor, data }: Of<'media.checked'>): void {
  run(
    db,
    'INSERT INTO media_check (place, request, at, actor, origin, files, more, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    key,
    request,
    at,
    actor,
    data.origin,
    data.files,
    data.more,
    canonicalJson(data.check),
  );
}

function settleFindings(
  db: WriteDb,
  key: number,
  request: string,
  { at, actor, data }: Of<'media.findingsSettled'>,
): void {
  run(
    db,
    `INSERT INTO media_findings (place, request, at, actor, way, check_seq, decision, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    request,
    at,
    actor,
    data.way,
    data.check,
    data.decision,
    data.reason,
  );
}

function settleDifference(
  db: WriteDb,
  key: number,
  { at, actor, data }: Of<'media.differenceSettled'>,
): void {
  run(
    db,
    `INSERT OR REPLACE INTO media_difference_settled (listing, place, at, actor, reason)
     SELECT no, ?, ?, ?, ? FROM media_listing WHERE id = ?`,
    key,
    at,
    actor,
    data.reason,
    data.after,
  );
}
