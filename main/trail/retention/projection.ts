import { decodeRuns } from '../../../shared/trail/retention/runs.ts';
import type { Projection, Steps } from '../../projection.ts';
import { run, type WriteDb } from '../../vault/db.ts';
import { forgetEntries } from '../forget.ts';
import { baseOf } from '../place.ts';
import { sortIn } from '../waiting.ts';
import { type Piece, portionsOf } from './pieces.ts';

/** Retention periods, the erasures that were carried out, and which entries they emptied. */
export const retentionProjection: Projection = {
  tables: ['trail_period', 'trail_erasure', 'trail_erased'],
  indexes: [],
  apply(db, { event }, key) {
    if (event.type === 'retention.set') {
      const { ledger, kind, years, proposal } = event.data;
      run(
        db,
        `INSERT INTO trail_period (ledger, kind, years, at, proposal, confirmed_by) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (ledger, kind) DO UPDATE SET years = excluded.years, at = excluded.at, proposal = excluded.proposal,
           confirmed_by = excluded.confirmed_by`,
        ledger,
        kind,
        years,
        event.at,
        proposal,
        event.actor,
      );
    } else if (event.type === 'payloads.erased') {
      const { ledger, kind, fiscalYear, subjects, entries, proposal } = event.data;
      run(
        db,
        `INSERT INTO trail_erasure (place, at, ledger, kind, fiscal_year, subjects, entries, proposal, confirmed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        key,
        event.at,
        ledger,
        kind,
        fiscalYear,
        subjects,
        entries,
        proposal,
        event.actor,
      );
      return eraseEntries(db, event.data.runs, key);
    }
    return undefined;
  },
};

/** Entries, or stretches of them, between two breaths. */
const PORTION = 500;

function* eraseEntries(db: WriteDb, runs: readonly number[], key: number): Steps {
  const base = baseOf(key);
  sortIn(db);
  const stretches = decodeRuns(runs).map(({ first, last }): Piece => [base + first, base + last]);
  for (let from = 0; from < stretches.length; from += PORTION) {
    run(
      db,
      'INSERT INTO trail_erased (first, last, erasure) SELECT value ->> 0, value ->> 1, ? FROM json_each(?)',
      key,
      JSON.stringify(stretches.slice(from, from + PORTION)),
    );
    yield;
  }
  for (const pieces of portionsOf(runs, base, PORTION)) {
    forgetEntries(db, pieces);
    yield;
  }
}
