import type { EntriesEvent } from '../../../shared/entries/events.ts';
import type { SuimonEvent } from '../../../shared/events.ts';
import type { Steps } from '../../projection.ts';
import { baseOf } from '../../trail/place.ts';
import { inPieces, portionsOf } from '../../trail/retention/pieces.ts';
import { rows, run, type WriteDb } from '../../vault/db.ts';
import { visitIndex } from '../full-text.ts';
import { uncount } from './counts.ts';
import { rememberRecent } from './recent.ts';
import { recollect } from './recollect.ts';
import type { VisitRecord } from './record.ts';

type Erased = Exclude<Extract<SuimonEvent, { type: 'payloads.erased' }>, EntriesEvent>;

/** Entries between two breaths. */
const PORTION = 500;

const BEGUN_THERE = `SELECT v.* FROM ${inPieces('entries_visit', 'v', 'no')}`;

/**
 * Takes the visits that began with an erased entry out of every view. In a replay they were never there; what the views then
 * remember of other visits has come about in another way, so at the end all of it is worked out anew from the visits that
 * stand: both ways lead to the same tables.
 */
export function* eraseVisits(db: WriteDb, { data, at }: Erased, key: number): Steps {
  visitIndex.settle(db);
  rememberRecent(db);
  for (const pieces of portionsOf(data.runs, baseOf(key), PORTION)) {
    eraseThese(db, rows<VisitRecord>(db, BEGUN_THERE, JSON.stringify(pieces)));
    yield;
  }
  if (data.part < data.parts) return;
  yield* recollect(db, at);
  yield* visitIndex.purge(db);
}

function eraseThese(db: WriteDb, visits: readonly VisitRecord[]): void {
  if (visits.length === 0) return;
  const numbers = visits.map(({ no }) => no);
  const json = JSON.stringify(numbers);
  uncount(db, visits);
  visitIndex.remove(db, numbers);
  for (const { no, badge } of visits) {
    if (badge !== null)
      run(db, 'UPDATE entries_badge SET visit = NULL WHERE no = ? AND visit = ?', badge, no);
  }
  run(db, 'DELETE FROM entries_visit WHERE no IN (SELECT value FROM json_each(?))', json);
}
