import type { StoryLine, Visit, VisitRow } from '../../../shared/entries/model.ts';
import { actorNames } from '../../accounts/queries.ts';
import { seqOf } from '../../trail/place.ts';
import { readEnvelope } from '../../trail/read.ts';
import { type ReadDb, rows } from '../../vault/db.ts';
import { visitById, visitRows } from './rows.ts';

/** A visit, the others of its group, and its story as the chain tells it; undefined if there is no such visit. */
export function visitWithStory(
  db: ReadDb,
  id: string,
):
  | { readonly visit: Visit; readonly group: readonly VisitRow[]; readonly story: readonly StoryLine[] }
  | undefined {
  const visit = visitById(db, id);
  if (visit === undefined) return undefined;
  const group =
    visit.groupId === null
      ? []
      : visitRows(db, 'WHERE v.group_id = ? AND v.id <> ? ORDER BY v.no', visit.groupId, id);
  return { visit, group, story: story(db, visit) };
}

interface Entry {
  readonly place: number;
  readonly bytes: Buffer;
}

function entriesOf(db: ReadDb, subject: string, after: number): Entry[] {
  return rows<Entry>(
    db,
    `SELECT s.place, p.bytes FROM trail_about s CROSS JOIN chain_payload p ON p.place = s.place
     WHERE s.subject = ? AND s.place > ? ORDER BY s.place LIMIT 500`,
    subject,
    after,
  );
}

/** The events of a visit, and those of its badge that concern it, in the order in which they were written. */
function story(db: ReadDb, { id, badgeId }: Visit): StoryLine[] {
  const own = entriesOf(db, `visit:${id}`, 0);
  const first = own[0]?.place ?? 0;
  const badge = badgeId === null ? [] : entriesOf(db, `badge:${badgeId}`, first);
  const nameOf = actorNames(db);
  const lines = [...own, ...badge.filter(({ bytes }) => concerns(bytes, id))];
  return lines
    .toSorted((one, other) => one.place - other.place)
    .map(({ place, bytes }) => {
      const { at, actor, type, data } = readEnvelope(bytes);
      return { seq: seqOf(place), at, actorName: nameOf(actor), type, data };
    });
}

function concerns(bytes: Buffer, visitId: string): boolean {
  const { type, data } = readEnvelope(bytes);
  if (type !== 'badge.returned' && type !== 'badge.lost') return false;
  return typeof data === 'object' && data !== null && 'visitId' in data && data.visitId === visitId;
}
