import { fiscalYear, type Instant } from '../../../shared/kernel/time.ts';
import {
  type Due,
  type Erasure,
  type ErasureTarget,
  firstYears,
  type Period,
  RETAINED,
  type Retention,
  type YearCount,
  type Years,
} from '../../../shared/trail/retention/model.ts';
import { dueNow, spanOfFiscalYear } from '../../../shared/trail/retention/rules.ts';
import { type Run, runsOf } from '../../../shared/trail/retention/runs.ts';
import { actorNames } from '../../accounts/queries.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';
import { seqOf } from '../place.ts';
import { recordsOf } from './records.ts';

interface StoredPeriod {
  readonly ledger: string;
  readonly kind: string;
  readonly years: Years;
  readonly at: Instant;
  readonly proposedBy: string;
  readonly confirmedBy: string;
}

/** The retention period of everything that has one; the first one while nobody has set it. */
export function periods(db: ReadDb): readonly Period[] {
  const nameOf = actorNames(db);
  const set = rows<StoredPeriod>(
    db,
    `SELECT r.ledger, r.kind, r.years, r.at, p.made_by AS proposedBy, r.confirmed_by AS confirmedBy
     FROM trail_period r JOIN accounts_proposal p ON p.id = r.proposal`,
  );
  return RETAINED.map((retained): Period => {
    const found = set.find(({ ledger, kind }) => ledger === retained.ledger && kind === retained.kind);
    if (found === undefined) return { ...retained, years: firstYears(retained), set: null };
    const { years, at, proposedBy, confirmedBy } = found;
    return {
      ...retained,
      years,
      set: { at, proposedBy: nameOf(proposedBy), confirmedBy: nameOf(confirmedBy) },
    };
  });
}

/** How many records of one kind and fiscal year there are. */
export function yearCount(db: ReadDb, { ledger, kind, fiscalYear: year }: ErasureTarget): YearCount {
  return { ledger, kind, fiscalYear: year, ...recordsOf(kind).count(db, spanOfFiscalYear(year)) };
}

/** What is due for erasure, the oldest first. Reads counts alone, however many records there are. */
export function due(db: ReadDb, now: Instant): readonly Due[] {
  const set = periods(db);
  const counts = set.flatMap(({ ledger, kind, years }) => {
    const oldest = years === null ? undefined : recordsOf(kind).oldest(db);
    if (years === null || oldest === undefined) return [];
    const first = fiscalYear(oldest);
    return Array.from({ length: Math.max(0, fiscalYear(now) - years - first) }, (_, index) =>
      yearCount(db, { ledger, kind, fiscalYear: first + index }),
    );
  });
  return dueNow(counts, set, now);
}

type StoredErasure = Omit<Erasure, 'seq'> & { readonly place: number };

const ERASURE = `SELECT e.place, e.at, e.ledger, e.kind, e.fiscal_year AS fiscalYear, e.subjects, e.entries,
  p.made_by AS proposedBy, e.confirmed_by AS confirmedBy
  FROM trail_erasure e JOIN accounts_proposal p ON p.id = e.proposal`;

function toErasure({ place, ...stored }: StoredErasure, nameOf: (actor: string) => string): Erasure {
  const { proposedBy, confirmedBy } = stored;
  return { ...stored, seq: seqOf(place), proposedBy: nameOf(proposedBy), confirmedBy: nameOf(confirmedBy) };
}

/** Erasures carried out, the newest first. */
export function erasures(db: ReadDb, limit: number): readonly Erasure[] {
  const nameOf = actorNames(db);
  return rows<StoredErasure>(db, `${ERASURE} ORDER BY e.place DESC LIMIT ?`, limit).map((stored) =>
    toErasure(stored, nameOf),
  );
}

/** The erasure that took the payload of the entry at this place; undefined if none did. */
export function erasureOf(db: ReadDb, place: number, nameOf: (actor: string) => string): Erasure | undefined {
  const stored = row<StoredErasure>(
    db,
    `${ERASURE} JOIN trail_erased r ON r.erasure = e.place
     WHERE r.first = (SELECT max(first) FROM trail_erased WHERE first <= ?) AND r.last >= ?`,
    place,
    place,
  );
  return stored === undefined ? undefined : toErasure(stored, nameOf);
}

const SHOWN = 100;

/** Periods, what is due, what was erased. */
export function retention(db: ReadDb, now: Instant): Retention {
  return {
    periods: periods(db),
    due: due(db, now),
    erasures: erasures(db, SHOWN),
    residue: row(db, 'SELECT 1 FROM trail_residue') !== undefined,
  };
}

/** The entries that an erasure takes, as stretches of the own chain, and which of them began a record. */
export function erasable(
  db: ReadDb,
  { kind, fiscalYear: year }: ErasureTarget,
): { readonly runs: readonly Run[]; readonly begins: readonly number[] } {
  const seqs: number[] = [];
  const begins: number[] = [];
  const records = recordsOf(kind);
  for (const subjects of records.closed(db, spanOfFiscalYear(year))) {
    const found = rows<{ place: number; first: number }>(
      db,
      `SELECT place, place = min(place) OVER (PARTITION BY subject) AND instr(subject, ?) = 1 AS first FROM trail_about
       WHERE subject IN (SELECT value FROM json_each(?))`,
      `${records.subject}:`,
      JSON.stringify(subjects),
    );
    for (const { place, first } of found) {
      seqs.push(seqOf(place));
      if (first === 1) begins.push(seqOf(place));
    }
  }
  const rising = (one: number, other: number): number => one - other;
  return { runs: runsOf(seqs.toSorted(rising)), begins: begins.toSorted(rising) };
}
