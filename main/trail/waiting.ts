import type { TrailGroup } from '../../shared/trail/groups.ts';
import { GROUPS } from '../../shared/trail/groups.ts';
import { row, run, type WriteDb } from '../vault/db.ts';

/** Entries of one block, whose places have the same quotient by this, go together into what the trail is filtered by. */
export const BLOCK = 64;

/** What the trail is filtered by, of one entry. */
export interface Sorted {
  readonly group: TrailGroup;
  /** See `actor-key.ts`. */
  readonly actor: Buffer;
  readonly subject: string;
}

/**
 * Lets an entry wait in `trail_wait`; those that wait there from another block go where they are looked up. Who waits depends on
 * the newest place alone, not on which entries before it are there: a replay without erased ones comes to the same.
 */
export function letWait(db: WriteDb, place: number, { group, actor, subject }: Sorted): void {
  const oldest = row<{ place: number }>(db, 'SELECT place FROM trail_wait ORDER BY place LIMIT 1');
  if (oldest !== undefined && blockOf(oldest.place) !== blockOf(place)) sortIn(db);
  run(
    db,
    'INSERT INTO trail_wait (place, grp, actor, subject) VALUES (?, ?, ?, ?)',
    place,
    GROUPS[group],
    actor,
    subject,
  );
}

function blockOf(place: number): number {
  return Math.floor(place / BLOCK);
}

// In the order of each table's key, so that each of its pages is gone to once.
function sortIn(db: WriteDb): void {
  run(db, 'INSERT INTO trail_subject (subject, place) SELECT subject, place FROM trail_wait ORDER BY 1, 2');
  run(db, 'INSERT INTO trail_group (grp, place) SELECT grp, place FROM trail_wait ORDER BY 1, 2');
  run(
    db,
    'INSERT INTO trail_actor (actor, grp, place) SELECT actor, grp, place FROM trail_wait ORDER BY 1, 2, 3',
  );
  run(db, 'DELETE FROM trail_wait');
}
