import type { Instant } from '../../../shared/kernel/time.ts';
import { GROUPS, TRAIL_GROUPS } from '../../../shared/trail/groups.ts';
import { contentOf } from '../../../shared/trail/content.ts';
import { trailEvents } from '../../../shared/trail/events.ts';
import type { Review, ReviewDraft, ReviewState } from '../../../shared/trail/model.ts';
import { reviewDue } from '../../../shared/trail/rules/review.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { ownHead } from '../append.ts';
import { place, seqOf } from '../place.ts';
import { entriesAt, entryBySeq, headAt } from '../queries.ts';
import { checkSignature } from '../signature-check.ts';

/** How many of the entries pointed out are shown with a review; the trail's filter shows the others. */
const SHOWN = 200;

interface LastReview {
  readonly at: Instant;
  readonly last: number;
}

function lastReview(db: ReadDb): LastReview | undefined {
  return row<LastReview>(db, 'SELECT at, last FROM trail_review ORDER BY place DESC LIMIT 1');
}

/** The last entry that was reviewed; 0 before the first review. */
export function reviewedUpTo(db: ReadDb): number {
  return lastReview(db)?.last ?? 0;
}

/** When the site was founded: the first period for a review begins there. */
function foundedAt(db: ReadDb): Instant {
  return entryBySeq(db, 1)?.at ?? 0;
}

/** When the next review is due; undefined before the site has been founded. */
export function reviewState(db: ReadDb): ReviewState | undefined {
  const head = ownHead(db);
  if (head === undefined) return undefined;
  const last = lastReview(db);
  return {
    due: reviewDue(last?.at ?? foundedAt(db)),
    unreviewed: head.seq - (last?.last ?? 0),
    ...(last === undefined ? {} : { lastAt: last.at }),
  };
}

type Range = Pick<ReviewDraft, 'first' | 'last'>;
type Counted = Pick<ReviewDraft, 'counts' | 'notable'>;

/** How many entries of each group a range has, and how many that are pointed out, by type. */
export function countRange(db: ReadDb, { first, last }: Range): Counted {
  const head = ownHead(db);
  if (head === undefined) return { counts: {}, notable: {} };
  const bounds = [place(head.siteNo, first), place(head.siteNo, last)];
  const counts = TRAIL_GROUPS.map((group): readonly [string, number] => [
    group,
    row<{ n: number }>(
      db,
      `SELECT (SELECT count(*) FROM trail_group WHERE grp = ? AND place >= ? AND place <= ?)
         + (SELECT count(*) FROM trail_wait WHERE grp = ? AND place >= ? AND place <= ?) AS n`,
      GROUPS[group],
      ...bounds,
      GROUPS[group],
      ...bounds,
    )?.n ?? 0,
  ]);
  const notable = rows<{ type: string; n: number }>(
    db,
    'SELECT type, count(*) AS n FROM trail_notable WHERE place >= ? AND place <= ? GROUP BY type',
    ...bounds,
  ).map(({ type, n }): readonly [string, number] => [type, n]);
  return {
    counts: Object.fromEntries(counts.filter(([, n]) => n > 0)),
    notable: Object.fromEntries(notable),
  };
}

/** What the next review is about: everything since the last; undefined if there is nothing. */
export function reviewDraft(db: ReadDb): ReviewDraft | undefined {
  const head = ownHead(db);
  const state = reviewState(db);
  if (head === undefined || state === undefined || state.unreviewed === 0) return undefined;
  const range = { first: head.seq - state.unreviewed + 1, last: head.seq };
  const { due, lastAt } = state;
  return {
    ...range,
    before: headAt(db, range.first - 1) ?? '',
    head: head.hash.toString('hex'),
    due,
    ...(lastAt === undefined ? {} : { since: lastAt }),
    ...countRange(db, range),
    rows: entriesAt(db, {
      sql: 'SELECT place FROM trail_notable WHERE place >= ? AND place <= ? ORDER BY place DESC LIMIT ?',
      values: [place(head.siteNo, range.first), place(head.siteNo, range.last), SHOWN],
    }),
  };
}

/** Past reviews before an entry's number, newest first, each with its signature checked. */
export function reviews(db: ReadDb, before: number | undefined, limit: number): readonly Review[] {
  const head = ownHead(db);
  if (head === undefined) return [];
  return entriesAt(db, {
    sql: 'SELECT place FROM trail_review WHERE place >= ? AND place < ? ORDER BY place DESC LIMIT ?',
    values: [place(head.siteNo, 1), place(head.siteNo, before ?? head.seq + 1), limit],
  }).flatMap(({ seq, at, actorName: by, raw }) => {
    const data = trailEvents['trail.reviewed'].data.safeParse(contentOf(raw)?.data);
    const signature = checkSignature(db, seq) ?? 'none';
    return data.success ? [{ ...data.data, seq, at, by, signature }] : [];
  });
}

/** The number of the newest review's entry. */
export function newestReview(db: ReadDb): number | undefined {
  const found = row<{ place: number }>(db, 'SELECT place FROM trail_review ORDER BY place DESC LIMIT 1');
  return found === undefined ? undefined : seqOf(found.place);
}
