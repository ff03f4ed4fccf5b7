import type { CorrectableFields, VisitDetails } from '../../../shared/entries/model.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { ReadDb, WriteDb } from '../../vault/db.ts';
import { searched, visitIndex } from '../full-text.ts';
import { count, uncount } from './counts.ts';
import { forget, personOf, remember, rememberWords } from './memory.ts';
import { rememberRecent, rememberSoon } from './recent.ts';
import { insertRecord, numberOf, updateRecord, type VisitRecord } from './record.ts';

/** A visit whose person has not been worked out. */
type NewVisit = Omit<VisitRecord, 'person'>;

type DetailColumns = Pick<
  NewVisit,
  | 'kind'
  | 'area'
  | 'identity'
  | 'name'
  | 'reading'
  | 'organisation'
  | 'purpose'
  | 'host'
  | 'escort'
  | 'belongings'
  | 'work_reference'
  | 'note'
>;

/** The columns that a visit's details fill. Written out: a replay spends less on it than on taking objects apart. */
export function detailColumns(db: ReadDb, details: VisitDetails): DetailColumns {
  return {
    kind: details.kind,
    area: numberOf(db, 'entries_area', details.areaId),
    identity: details.identity,
    name: details.name,
    reading: details.reading,
    organisation: details.organisation,
    purpose: details.purpose,
    host: details.host,
    escort: details.escort,
    belongings: details.belongings,
    work_reference: details.workReference,
    note: details.note,
  };
}

/** How far a new visit has come. What is not given is not so. */
type Beginning = Pick<NewVisit, 'state' | 'sort_at'> &
  Partial<
    Pick<
      NewVisit,
      | 'expected_from'
      | 'expected_until'
      | 'entered_at'
      | 'exited_at'
      | 'badge'
      | 'badge_open'
      | 'group_id'
      | 'imported'
    >
  >;

/** A new visit's row; `no` is the place of its first entry. Written out for the same reason. */
export function newVisit(no: number, id: string, details: DetailColumns, beginning: Beginning): NewVisit {
  return {
    no,
    id,
    kind: details.kind,
    state: beginning.state,
    area: details.area,
    sort_at: beginning.sort_at,
    expected_from: beginning.expected_from ?? null,
    expected_until: beginning.expected_until ?? null,
    entered_at: beginning.entered_at ?? null,
    exited_at: beginning.exited_at ?? null,
    badge: beginning.badge ?? null,
    badge_open: beginning.badge_open ?? 0,
    group_id: beginning.group_id ?? null,
    corrected: 0,
    imported: beginning.imported ?? 0,
    identity: details.identity,
    name: details.name,
    reading: details.reading,
    organisation: details.organisation,
    purpose: details.purpose,
    host: details.host,
    escort: details.escort,
    belongings: details.belongings,
    work_reference: details.work_reference,
    note: details.note,
  };
}

/** The columns that a correction changes. */
export function correctedColumns(db: ReadDb, after: CorrectableFields): Partial<VisitRecord> {
  const { areaId, workReference, enteredAt, exitedAt, ...same } = after;
  const defined = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined));
  return {
    ...defined,
    ...(areaId === undefined ? {} : { area: numberOf(db, 'entries_area', areaId) }),
    ...(workReference === undefined ? {} : { work_reference: workReference }),
    ...(enteredAt === undefined || enteredAt === null ? {} : { entered_at: enteredAt, sort_at: enteredAt }),
    ...(exitedAt === undefined ? {} : { exited_at: exitedAt }),
    corrected: 1,
  };
}

/** Columns of a visit that its person is remembered by. */
const REMEMBERED = [
  'kind',
  'name',
  'reading',
  'organisation',
  'purpose',
  'host',
  'escort',
  'identity',
  'area',
  'sort_at',
] as const;

function words(visit: NewVisit): readonly string[] {
  const { name, reading, organisation, purpose, host, escort, belongings, note } = visit;
  const { work_reference: workReference } = visit;
  return searched({ name, reading, organisation, purpose, host, escort, belongings, workReference, note });
}

/** When the person was last at the door: nobody is remembered from the future, nor later than they came. */
export function lastAt(visit: Pick<NewVisit, 'sort_at'>, at: Instant): Instant {
  return Math.min(visit.sort_at, at);
}

/** Writes a new visit and everything counted with it; remembered it is with others. `at` is the event's time. */
export function addVisit(db: WriteDb, visit: NewVisit, at: Instant): void {
  insertRecord(db, visit, personOf(visit));
  count(db, visit);
  rememberSoon(db, visit.no, lastAt(visit, at));
  visitIndex.add(db, visit.no, words(visit));
}

/** Changes a visit, and what is counted and remembered with it, to what it is after an event. */
export function changeVisit(
  db: WriteDb,
  before: VisitRecord,
  change: Partial<VisitRecord>,
  at: Instant,
): void {
  const changed: VisitRecord = { ...before, ...change };
  const after = REMEMBERED.every((column) => before[column] === changed[column])
    ? changed
    : rememberAnew(db, before, changed, at);
  updateRecord(db, before, after);
  if (
    before.state !== after.state ||
    before.sort_at !== after.sort_at ||
    before.area !== after.area ||
    before.kind !== after.kind
  ) {
    uncount(db, [before]);
    count(db, after);
  }
  const texts = words(after);
  if (words(before).some((text, index) => text !== texts[index])) visitIndex.replace(db, after.no, texts);
}

/** Remembers what a visit is after a change instead of what it was; the visit with the person that it now is by. */
function rememberAnew(db: WriteDb, before: VisitRecord, changed: VisitRecord, at: Instant): VisitRecord {
  rememberRecent(db);
  const after = { ...changed, person: personOf(changed) };
  const same = after.person === before.person;
  if (!same) forget(db, before.person);
  remember(db, after.person, after, lastAt(after, at), same ? 0 : 1);
  rememberWords(db, before, after, lastAt(after, at));
  return after;
}
