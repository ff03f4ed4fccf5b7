import type { Instant } from '../../../shared/kernel/time.ts';
import type { Retained } from '../../../shared/trail/retention/model.ts';
import { forgetDraftsOf } from '../../entries/drafts.ts';
import { closedVisits, oldestVisit, visitCount } from '../../entries/queries.ts';
import { closedMedia, forgetDraftsBefore, mediaCount, oldestMedia, subjectOf } from '../../media/queries.ts';
import type { ReadDb, WriteDb } from '../../vault/db.ts';

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** What retention asks of the records of one kind. */
export interface Records {
  /** What an entry is about that begins a record. */
  readonly subject: string;
  /** A moment before which none of them lies, within a month; undefined while there are none. */
  oldest(db: ReadDb): Instant | undefined;
  /** How many belong to a span of whole days, and how many of them are open. */
  count(db: ReadDb, span: Span): { readonly records: number; readonly open: number };
  /** The subjects of those that are not open, in portions. */
  closed(db: ReadDb, span: Span): Generator<readonly string[]>;
  /** Forgets drafts that hold what is about to be erased. */
  forgetDrafts(db: WriteDb, span: Span): void;
}

/** The records of a kind, in the ledger that keeps them. */
export function recordsOf(kind: Retained['kind']): Records {
  switch (kind) {
    case 'media-requests':
    case 'media-contents':
    case 'media-register':
      return {
        subject: subjectOf(kind),
        oldest: (db) => oldestMedia(db, kind),
        count: (db, span) => mediaCount(db, kind, span),
        closed: (db, span) => closedMedia(db, kind, span),
        forgetDrafts: (db, { until }) => forgetDraftsBefore(db, until),
      };
    default:
      return {
        subject: 'visit',
        oldest: oldestVisit,
        count: (db, span) => visitCount(db, kind, span),
        *closed(db, span) {
          for (const ids of closedVisits(db, kind, span)) yield ids.map((id) => `visit:${id}`);
        },
        forgetDrafts: (db, span) => forgetDraftsOf(db, kind, span),
      };
  }
}
