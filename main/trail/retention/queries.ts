import { fiscalYear, type Instant } from '../../../shared/kernel/time.ts';
import {
  type Due,
  type Erasure,
  type ErasureTarget,
  type Period,
  RETAINED,
  type YearCount,
  type Years,
} from '../../../shared/trail/retention/model.ts';
import { dueNow, spanOfFiscalYear } from '../../../shared/trail/retention/rules.ts';
import { type Run, runsOf } from '../../../shared/trail/retention/runs.ts';
import { actorNames } from '../../accounts/queries.ts';
import { closedVisits, oldestVisit, visitCount } from '../../entries/queries.ts';
import { type ReadDb, rows } from '../../vault/db.ts';
import { seqOf } from '../place.ts';

/** The retention period of everything that has one; without end while nobody has set it. */
export function periods(db: ReadDb): readonly Period[] {
  const set = rows<{ ledger: string; kind: string; years: Years }>(
    db,
    'SELECT ledger, kind, years FROM trail_period',
  );
  return RETAINED.map((retained) => ({
    ...retained,
    years:
      set.find(({ ledger, kind }) => ledger === retained.ledger && kind === retained.kind)?.years ?? null,
  }));
}

/** How many records of one kind and fiscal year there are. */
export function yearCount(db: ReadDb, { ledger, kind, fiscalYear: year }: ErasureTarget): YearCount {
  return { ledger, kind, fiscalYear: year, ...visitCount(db, kind, spanOfFiscalYear(year)) };
}

/** What is due for erasure, the oldest first. Reads counts alone, however many records there are. */
export function due(db: ReadDb, now: Instant): readonly Due[] {
  const oldest = oldestVisit(db);
  if (oldest === undefined) return [];
  const set = periods(db);
  const first = fiscalYear(oldest);
  const counts = set.flatMap(({ ledger, kind, years }) =>
    years === null
      ? []
      : Array.from({ length: Math.max(0, fiscalYear(now) - years - first) }, (_, index) =>
          yearCount(db, { ledger, kind, fiscalYear: first + index }),
        ),
  );
  return dueNow(counts, set, now);
}

/** Erasures carried out, the newest first. */
export function erasures(db: ReadDb, limit: number): readonly Erasure[] {
  const nameOf = actorNames(db);
  return rows<Omit<Erasure, 'seq'> & { readonly place: number }>(
    db,
    `SELECT place, at, ledger, kind, fiscal_year AS fiscalYear, subjects, entries, proposed_by AS proposedBy,
       confirmed_by AS confirmedBy FROM trail_erasure ORDER BY place DESC LIMIT ?`,
    limit,
  ).map(({ place, proposedBy, confirmedBy, ...rest }) => ({
    ...rest,
    seq: seqOf(place),
    proposedBy: nameOf(proposedBy),
    confirmedBy: nameOf(confirmedBy),
  }));
}

/** The entries that an erasure takes, as stretches of the own chain, and which of them began a record. */
export function erasable(
  db: ReadDb,
  { kind, fiscalYear: year }: ErasureTarget,
): { readonly runs: readonly Run[]; readonly begins: readonly number[] } {
  const seqs: number[] = [];
  const begins: number[] = [];
  for (const ids of closedVisits(db, kind, spanOfFiscalYear(year))) {
    const found = rows<{ place: number; first: number }>(
      db,
      `SELECT place, place = min(place) OVER (PARTITION BY subject) AS first FROM trail_subject
       WHERE subject IN (SELECT 'visit:' || value FROM json_each(?))`,
      JSON.stringify(ids),
    );
    for (const { place, first } of found) {
      seqs.push(seqOf(place));
      if (first === 1) begins.push(seqOf(place));
    }
  }
  const rising = (one: number, other: number): number => one - other;
  return { runs: runsOf(seqs.toSorted(rising)), begins: begins.toSorted(rising) };
}
