import type { AreaDetails } from '../../shared/entries/model.ts';
import type { EntriesEvent } from '../../shared/entries/events.ts';
import type { Projection } from '../projection.ts';
import { run, type WriteDb } from '../vault/db.ts';
import { visitIndex } from './full-text.ts';
import { eraseVisits } from './projection/erasure.ts';
import { rememberBlock } from './projection/recent.ts';
import { numberOf, recordById, type VisitRecord } from './projection/record.ts';
import { addVisit, changeVisit, correctedColumns, detailColumns, newVisit } from './projection/visits.ts';

/** The views of the entry log. */
export const entriesProjection: Projection = {
  tables: [
    'entries_area',
    'entries_badge',
    'entries_visit',
    'entries_count',
    'entries_recent',
    'entries_known',
    'entries_word',
    ...visitIndex.tables,
  ],
  indexes: visitIndex.indexes,
  apply(db, { event }, key) {
    rememberBlock(db, key);
    const id = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'area.defined':
        return defineArea(db, id, event.data);
      case 'area.changed':
        return changeArea(db, id, event.data.details);
      case 'area.retired':
        return run(db, 'UPDATE entries_area SET retired = 1 WHERE id = ?', id);
      case 'badge.registered':
        return run(
          db,
          "INSERT INTO entries_badge (id, label, level, state) VALUES (?, ?, ?, 'free')",
          id,
          event.data.label,
          event.data.level,
        );
      case 'badge.returned':
        closeBadge(db, event.data.visitId, event.at);
        return setBadge(db, id, 'free', null);
      case 'badge.lost':
        if (event.data.visitId !== null) closeBadge(db, event.data.visitId, event.at);
        return run(db, "UPDATE entries_badge SET state = 'lost' WHERE id = ?", id);
      case 'badge.found':
        return setBadge(db, id, 'free', null);
      case 'badge.retired':
        return setBadge(db, id, 'retired', null);
      case 'visit.expected':
        return expectVisit(db, key, id, event);
      case 'visit.entered':
        return enterVisit(db, key, id, event);
      case 'visit.imported':
        return importVisit(db, key, id, event);
      case 'visit.left':
        if (event.data.badgeReturned !== null) setBadge(db, event.data.badgeReturned, 'free', null);
        return change(db, id, { state: 'left', exited_at: event.data.exitedAt, badge_open: 0 }, event.at);
      case 'visit.cancelled':
        return change(db, id, { state: 'cancelled' }, event.at);
      case 'visit.exitUnknown':
        return change(db, id, { state: 'unknown' }, event.at);
      case 'visit.explained':
        return change(db, id, { state: 'explained', exited_at: event.data.exitedAt }, event.at);
      case 'visit.corrected':
        return change(db, id, correctedColumns(db, event.data.after), event.at);
      case 'payloads.erased':
        return eraseVisits(db, event, key);
      default:
    }
  },
};

type Of<T extends EntriesEvent['type']> = Extract<EntriesEvent, { type: T }>;

function areaValues({ name, reading, level, escort, badge, identity, guidance }: AreaDetails): unknown[] {
  return [name, reading, level, escort, badge ? 1 : 0, identity ? 1 : 0, guidance];
}

function defineArea(db: WriteDb, id: string, details: AreaDetails): void {
  run(
    db,
    'INSERT INTO entries_area (id, name, reading, level, escort, badge, identity, guidance) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    ...areaValues(details),
  );
}

function changeArea(db: WriteDb, id: string, details: AreaDetails): void {
  run(
    db,
    `UPDATE entries_area SET name = ?, reading = ?, level = ?, escort = ?, badge = ?, identity = ?, guidance = ?
     WHERE id = ?`,
    ...areaValues(details),
    id,
  );
}

function setBadge(db: WriteDb, id: string, state: 'free' | 'lent' | 'retired', visit: number | null): void {
  run(db, 'UPDATE entries_badge SET state = ?, visit = ? WHERE id = ?', state, visit, id);
}

function change(db: WriteDb, id: string, columns: Partial<VisitRecord>, at: number): void {
  const before = recordById(db, id);
  if (before !== undefined) changeVisit(db, before, columns, at);
}

function closeBadge(db: WriteDb, visitId: string, at: number): void {
  change(db, visitId, { badge_open: 0 }, at);
}

function expectVisit(db: WriteDb, key: number, id: string, { data, at }: Of<'visit.expected'>): void {
  const { details, expectedFrom, expectedUntil, groupId } = data;
  const visit = newVisit(key, id, detailColumns(db, details), {
    state: 'expected',
    sort_at: expectedFrom,
    expected_from: expectedFrom,
    expected_until: expectedUntil,
    group_id: groupId,
  });
  addVisit(db, visit, at);
}

function enterVisit(db: WriteDb, key: number, id: string, { data, at }: Of<'visit.entered'>): void {
  const { enteredAt, expectedUntil, badgeId, groupId } = data;
  const details = detailColumns(db, data.details);
  const beginning = {
    state: 'inside',
    sort_at: enteredAt,
    entered_at: enteredAt,
    expected_until: expectedUntil,
    badge: badgeId === null ? null : numberOf(db, 'entries_badge', badgeId),
    badge_open: badgeId === null ? 0 : 1,
    group_id: groupId,
  } as const;
  const before = recordById(db, id);
  if (before === undefined) addVisit(db, newVisit(key, id, details, beginning), at);
  else changeVisit(db, before, { ...details, ...beginning }, at);
  if (badgeId !== null) setBadge(db, badgeId, 'lent', before?.no ?? key);
}

function importVisit(db: WriteDb, key: number, id: string, { data, at }: Of<'visit.imported'>): void {
  const { details, enteredAt, exitedAt, exitRecorded } = data;
  const visit = newVisit(key, id, detailColumns(db, details), {
    state: exitedAt !== null ? 'left' : exitRecorded ? 'unknown' : 'passed',
    sort_at: enteredAt,
    entered_at: enteredAt,
    exited_at: exitedAt,
    imported: 1,
  });
  addVisit(db, visit, at);
}
