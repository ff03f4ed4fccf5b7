import type { Instant } from '../../../shared/kernel/time.ts';
import type { OverdueList } from '../../../shared/media/reminders/model.ts';
import { isOverdue } from '../../../shared/media/reminders/rules.ts';
import { ownHead } from '../../trail/append.ts';
import type { ReadDb } from '../../vault/db.ts';
import { carried } from '../requests/queries.ts';

/** What is inside or outside and should not be any more, at `now`; what has been due longest first. */
export function overdueList(db: ReadDb, now: Instant): OverdueList {
  const { inside, outside } = carried(db);
  const head = ownHead(db);
  return {
    at: now,
    rows: [...inside, ...outside]
      .filter((row) => isOverdue(row, now))
      .toSorted((one, other) => one.due - other.due || one.no - other.no),
    size: head?.seq ?? 0,
    head: head?.hash.toString('hex') ?? '',
  };
}
