import type { Instant } from '../../../shared/kernel/time.ts';
import type { MediaRecords } from '../../../shared/media/retention.ts';
import { SPAN } from '../../trail/place.ts';
import { type ReadDb, row, rows, run, type WriteDb } from '../../vault/db.ts';

/** A stretch of time; `until` is exclusive. */
interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** The moment that says to which year a request belongs: its medium was gone again, back or delivered; or else its period ended. */
const ENDED = 'coalesce(v.ended_at, v.until_at)';

/** Something was found that no officer has decided on, nor ended a quarantine over; or lists differ and no officer has let it pass. */
const DISPUTED = `(EXISTS (SELECT 1 FROM media_check c JOIN media_inspected i ON i.request = c.request
    WHERE c.request = v.id AND c.place > i.since AND c.record ->> '$.result' = 'found'
      AND NOT EXISTS (SELECT 1 FROM media_findings f WHERE f.request = c.request AND f.check_seq = c.place % ${SPAN})
      AND NOT EXISTS (SELECT 1 FROM media_quarantine q WHERE q.request = c.request AND q.end_check = c.place % ${SPAN})
      AND NOT EXISTS (SELECT 1 FROM media_check d WHERE d.request = c.request AND d.place > c.place
        AND d.record ->> '$.result' = 'found' AND d.record ->> '$.way' = c.record ->> '$.way'))
  OR EXISTS (SELECT 1 FROM media_listing l WHERE l.request = v.id AND l.way = 'exit'
      AND l.added + l.removed + l.changed > 0
      AND l.place = (SELECT max(m.place) FROM media_listing m WHERE m.request = v.id AND m.way = 'exit')
      AND NOT EXISTS (SELECT 1 FROM media_difference_settled s WHERE s.listing = l.no)))`;

/** Nobody has to do anything about it any more. What was notified and not taken note of is undecided; what is in quarantine is not over. */
const CLOSED = `(v.whereabouts IN ('not-yet', 'done')
  AND v.state IN ('approved', 'acknowledged', 'refused', 'withdrawn', 'retracted') AND v.quarantined = 0 AND NOT ${DISPUTED})`;

/**
 * A transfer says where a medium of the register is kept, a quarantine that it was handed away or destroyed: they are kept as long as the medium
 * stands there.
 */
const IN_USE = `(v.medium_id IS NOT NULL AND EXISTS (SELECT 1 FROM media_register g WHERE g.id = v.medium_id)
  AND ((v.kind = 'transfer' AND v.whereabouts = 'done') OR EXISTS (SELECT 1 FROM media_quarantine q
    WHERE q.request = v.id AND q.ending ->> '$.how' IN ('handed', 'destroyed'))))`;

interface Records {
  /** The rows of the records, their moment, and what of them may be erased. */
  readonly from: string;
  readonly at: string;
  readonly erasable: string;
  /** The id of a record. */
  readonly id: string;
  /** What its entries on the chain are about, as an SQL query of subjects for its id. */
  readonly subject: 'request' | 'listing' | 'medium';
}

const RECORDS: Readonly<Record<MediaRecords, Records>> = {
  'media-requests': {
    from: 'media_request v',
    at: ENDED,
    erasable: `(${CLOSED} AND NOT ${IN_USE})`,
    id: 'v.id',
    subject: 'request',
  },
  'media-contents': {
    from: `media_request v CROSS JOIN media_listing k ON k.request = v.id AND (k.files > 0 OR k.place IS NULL) AND k.erased = 0`,
    at: ENDED,
    erasable: CLOSED,
    id: 'k.id',
    subject: 'listing',
  },
  'media-register': {
    from: 'media_retired t',
    at: 't.at',
    erasable: `NOT EXISTS (SELECT 1 FROM media_request v WHERE v.medium_id = t.medium AND NOT ${CLOSED})`,
    id: 't.medium',
    subject: 'medium',
  },
};

/** What the entries on the chain of such records are about; those of a request's content lists belong to it. */
export function subjectOf(kind: MediaRecords): 'request' | 'listing' | 'medium' {
  return RECORDS[kind].subject;
}

/** The moment of the oldest record of a kind; undefined if there is none. */
export function oldestMedia(db: ReadDb, kind: MediaRecords): Instant | undefined {
  const { from, at } = RECORDS[kind];
  return row<{ at: Instant }>(db, `SELECT ${at} AS at FROM ${from} ORDER BY ${at} LIMIT 1`)?.at;
}

/** How many records of a kind belong to a span of time, and how many of them are open: nobody may erase those. */
export function mediaCount(
  db: ReadDb,
  kind: MediaRecords,
  { from: first, until }: Span,
): { readonly records: number; readonly open: number } {
  const { from, at, erasable } = RECORDS[kind];
  const found = row<{ records: number; open: number | null }>(
    db,
    `SELECT count(*) AS records, sum(NOT ${erasable}) AS open FROM ${from} WHERE ${at} >= ? AND ${at} < ?`,
    first,
    until,
  );
  return { records: found?.records ?? 0, open: found?.open ?? 0 };
}

const PORTION = 500;

/** Subjects of the records that {@link mediaCount} counts and that are not open, in portions. */
export function* closedMedia(
  db: ReadDb,
  kind: MediaRecords,
  { from: first, until }: Span,
): Generator<readonly string[]> {
  const { from, at, erasable, id, subject } = RECORDS[kind];
  let last = { at: first, id: '' };
  for (;;) {
    const portion = rows<{ id: string; at: Instant }>(
      db,
      `SELECT ${id} AS id, ${at} AS at FROM ${from}
       WHERE ${at} >= ? AND ${at} < ? AND (${at}, ${id}) > (?, ?) AND ${erasable} ORDER BY ${at}, ${id} LIMIT ${PORTION}`,
      last.at,
      until,
      last.at,
      last.id,
    );
    const ids = portion.map((one) => one.id);
    if (ids.length > 0)
      yield [
        ...ids.map((one) => `${subject}:${one}`),
        ...(kind === 'media-requests' ? listsOf(db, ids) : []),
      ];
    last = portion.at(-1) ?? last;
    if (portion.length < PORTION) return;
  }
}

function listsOf(db: ReadDb, requests: readonly string[]): readonly string[] {
  return rows<{ id: string }>(
    db,
    'SELECT l.id FROM json_each(?) r CROSS JOIN media_listing l ON l.request = r.value',
    JSON.stringify(requests),
  ).map(({ id }) => `listing:${id}`);
}

/** Forgets drafts of requests that nobody has touched since records of a year were erased that ended then. */
export function forgetDraftsBefore(db: WriteDb, until: Instant): void {
  run(db, 'DELETE FROM media_request_draft WHERE saved_at < ?', until);
}
