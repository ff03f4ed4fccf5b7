import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { EventOf } from '../../../shared/kernel/event.ts';
import type { inspectionEvents } from '../../../shared/media/inspection/events.ts';
import type { RequestMedium } from '../../../shared/media/requests/model.ts';
import type { Projection } from '../../projection.ts';
import { row, run, type WriteDb } from '../../vault/db.ts';

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
        return addPart(db, key, event);
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

/** The number of a list; made with its first part, or at its end if it has no files. */
function numberOf(db: WriteDb, id: string, key: number): number {
  const found = row<{ no: number }>(db, 'SELECT no FROM media_listing WHERE id = ?', id);
  if (found !== undefined) return found.no;
  run(db, 'INSERT INTO media_listing (no, id) VALUES (?, ?)', key, id);
  return key;
}

function addPart(db: WriteDb, key: number, { data }: Of<'media.listedPart'>): void {
  const listing = numberOf(db, data.listing, key);
  for (const [index, [path, size, sha256, modified, problem]] of data.files.entries()) {
    run(
      db,
      'INSERT INTO media_listed_file (listing, n, path, size, sha256, modified, problem) VALUES (?, ?, ?, ?, ?, ?, ?)',
      listing,
      data.first + index,
      path,
      size,
      sha256 === null ? null : Buffer.from(sha256, 'hex'),
      modified,
      problem,
    );
  }
}

function finishListing(
  db: WriteDb,
  key: number,
  request: string,
  { at, actor, data }: Of<'media.listed'>,
): void {
  const no = numberOf(db, data.listing, key);
  // Nobody writes the end of a list without its parts: if there are none they were erased.
  const erased = data.files > 0 && no === key;
  run(
    db,
    `UPDATE media_listing SET place = ?, request = ?, at = ?, actor = ?, way = ?, source = ?, files = ?, bytes = ?,
     problems = ?, digest = ?, erased = ? WHERE no = ?`,
    key,
    request,
    at,
    actor,
    data.way,
    data.source,
    data.files,
    data.bytes,
    data.problems,
    data.digest,
    erased ? 1 : 0,
    no,
  );
  if (data.way === 'exit') compare(db, request, no, erased);
}

/**
 * Two files are the same if their contents are, or, of what has none that could be read by nature (a link, a device), if size and time
 * are. What could not be read may be anything: it differs.
 */
const SAME = `(a.sha256 IS NOT NULL AND a.sha256 = b.sha256) OR (a.problem IN ('link', 'special') AND a.problem = b.problem
  AND a.size = b.size AND a.modified = b.modified)`;

/**
 * Compares a list on the way out with the last one on the way in. The index is named: without statistics SQLite would look through the whole
 * other list for each file.
 */
function compare(db: WriteDb, request: string, after: number, erased: boolean): void {
  const found = row<{ no: number; erased: 0 | 1 }>(
    db,
    `SELECT l.no, l.erased FROM media_listing l JOIN media_inspected i ON i.request = l.request
       WHERE l.request = ? AND l.way = 'entry' AND l.place > i.since ORDER BY l.place DESC LIMIT 1`,
    request,
  );
  const before = found?.no ?? null;
  if (erased || found?.erased === 1) {
    run(db, 'UPDATE media_listing SET before = ? WHERE no = ?', before, after);
    return;
  }
  run(
    db,
    `INSERT INTO media_difference (listing, n, kind, before_n, after_n)
     SELECT @after, row_number() OVER (ORDER BY path) - 1, kind, before_n, after_n FROM (
       SELECT a.path, CASE WHEN b.n IS NULL THEN 'added' ELSE 'changed' END AS kind, b.n AS before_n, a.n AS after_n
       FROM media_listed_file a LEFT JOIN media_listed_file b INDEXED BY media_listed_file_path ON b.listing = @before AND b.path = a.path
       WHERE a.listing = @after AND (b.n IS NULL OR NOT coalesce(${SAME}, 0))
       UNION ALL
       SELECT b.path, 'removed', b.n, NULL FROM media_listed_file b
       WHERE b.listing = @before
         AND NOT EXISTS (SELECT 1 FROM media_listed_file a WHERE a.listing = @after AND a.path = b.path))`,
    { after, before },
  );
  run(
    db,
    `UPDATE media_listing SET before = @before,
       added = (SELECT count(*) FROM media_difference WHERE listing = @after AND kind = 'added'),
       removed = (SELECT count(*) FROM media_difference WHERE listing = @after AND kind = 'removed'),
       changed = (SELECT count(*) FROM media_difference WHERE listing = @after AND kind = 'changed')
     WHERE no = @after`,
    { after, before },
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
