import type { EntriesEvent } from '../../../shared/entries/events.ts';
import type { SuimonEvent } from '../../../shared/events.ts';
import { decodeRuns } from '../../../shared/trail/retention/runs.ts';
import type { Steps } from '../../projection.ts';
import { baseOf } from '../../trail/place.ts';
import { rows, run, type WriteDb } from '../../vault/db.ts';
import { visitIndex } from '../full-text.ts';
import { uncount } from './counts.ts';
import { rememberRecent } from './recent.ts';
import { recollect } from './recollect.ts';
import type { VisitRecord } from './record.ts';

type Erased = Exclude<Extract<SuimonEvent, { type: 'payloads.erased' }>, EntriesEvent>;

/** Visits between two breaths. */
const PORTION = 500;

/**
 * Takes the visits that began with an erased entry out of every view. In a replay they were never there; what the views then
 * remember of other visits has come about in another way, so at the end all of it is worked out anew from the visits that
 * stand: both ways lead to the same tables.
 */
export function* eraseVisits(db: WriteDb, { data, at }: Erased, key: number): Steps {
  const base = baseOf(key);
  visitIndex.settle(db);
  rememberRecent(db);
  for (const { first, last } of decodeRuns(data.runs)) {
    for (let from = base + first; from <= base + last; ) {
      const portion = rows<VisitRecord>(
        db,
        `SELECT * FROM entries_visit WHERE no BETWEEN ? AND ? ORDER BY no LIMIT ${PORTION}`,
        from,
        base + last,
      );
      for (const visit of portion) eraseVisit(db, visit);
      if (portion.length < PORTION) break;
      from = (portion.at(-1)?.no ?? base + last) + 1;
      yield;
    }
  }
  if (data.part < data.parts) return;
  yield* recollect(db, at);
  yield* visitIndex.purge(db);
}

function eraseVisit(db: WriteDb, visit: VisitRecord): void {
  uncount(db, visit);
  visitIndex.remove(db, visit.no);
  if (visit.badge !== null) {
    run(db, 'UPDATE entries_badge SET visit = NULL WHERE no = ? AND visit = ?', visit.badge, visit.no);
  }
  run(db, 'DELETE FROM entries_visit WHERE no = ?', visit.no);
}
