import type { VisitKind } from '../../../shared/entries/model.ts';
import { fold } from '../../../shared/kernel/folding/fold.ts';
import { type ReadDb, row } from '../../vault/db.ts';
import { organisationKey, readingPrefix } from '../keys.ts';
import { type Memory, remembering } from '../projection/memory.ts';
import { recentVisits } from '../projection/recent.ts';

/** The keys by which a person is completed. */
export interface PersonKeys {
  readonly name_fold: string;
  readonly reading_key: string;
  readonly organisation_key: string;
}

/** A person as remembered, with the keys they are found by. */
export type KnownPerson = Memory & { readonly person: string; readonly kind: VisitKind };

/**
 * The people of a kind with a visit that is not remembered yet, as they will be once it is: what `entries_known` says of them is
 * not the latest.
 */
export function recentPeople(db: ReadDb, kind: VisitKind): ReadonlyMap<string, KnownPerson> {
  const people = new Map<string, KnownPerson>();
  for (const visit of recentVisits(db)) {
    if (visit.kind !== kind) continue;
    const { person } = visit;
    const known =
      people.get(person) ??
      row<Memory>(
        db,
        `SELECT name, reading, organisation, purpose, host, escort, identity, area, last_at, visits FROM entries_known
         WHERE person = ?`,
        person,
      );
    people.set(person, { ...remembering(known, visit, visit.at, 1), person, kind });
  }
  return people;
}

/** The keys that a person is found by. */
export function keysOf({ name, reading, organisation }: KnownPerson): PersonKeys {
  return {
    name_fold: fold(name),
    reading_key: readingPrefix(reading),
    organisation_key: organisationKey(fold(organisation)),
  };
}

/** How many visits of each person are not remembered yet. */
export function recentCounts(db: ReadDb): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { person } of recentVisits(db)) counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts;
}
