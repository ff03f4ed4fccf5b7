import { decodeRuns } from '../../../shared/trail/retention/runs.ts';
import type { Projection, Steps } from '../../projection.ts';
import { run, type WriteDb } from '../../vault/db.ts';
import { forgetEntries } from '../forget.ts';
import { baseOf } from '../place.ts';
import { sortIn } from '../waiting.ts';

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

/** Stretches, or entries of a long one, between two breaths. */
const PORTION = 500;

function* eraseEntries(db: WriteDb, runs: readonly number[], key: number): Steps {
  const base = baseOf(key);
  sortIn(db);
  for (const [index, { first, last }] of decodeRuns(runs).entries()) {
    run(
      db,
      'INSERT INTO trail_erased (first, last, erasure) VALUES (?, ?, ?)',
      base + first,
      base + last,
      key,
    );
    for (let from = base + first; from <= base + last; from += PORTION) {
      const until = Math.min(base + last, from + PORTION - 1);
      forgetEntries(db, from, until);
      if (until < base + last || index % PORTION === PORTION - 1) yield;
    }
  }
}
