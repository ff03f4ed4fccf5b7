import type { TrailGroup } from '../../shared/trail/groups.ts';
import { GROUPS } from '../../shared/trail/groups.ts';
import { run, type WriteDb } from '../vault/db.ts';

/** So many entries in a row go together into what the trail is filtered by. */
export const BLOCK = 64;

/** What the trail is filtered by, of one entry. */
export interface Sorted {
  readonly group: TrailGroup;
  /** See `actor-key.ts`. */
  readonly actor: Buffer;
  readonly subject: string;
}

/**
 * Lets an entry wait in `trail_wait`; with the first of a block, those that wait from before go where they are looked up. An
 * erasure leaves nobody waiting (`forget.ts`): a replay, in which the first of a block may be missing, comes to the same.
 */
export function letWait(db: WriteDb, place: number, { group, actor, subject }: Sorted): void {
  if (place % BLOCK === 0) sortIn(db);
  run(
    db,
    'INSERT INTO trail_wait (place, grp, actor, subject) VALUES (?, ?, ?, ?)',
    place,
    GROUPS[group],
    actor,
    subject,
  );
}

/** Puts every entry that waits where it is looked up. */
export function sortIn(db: WriteDb): void {
  // In the order of each table's key, so that each of its pages is gone to once.
  run(db, 'INSERT INTO trail_subject (subject, place) SELECT subject, place FROM trail_wait ORDER BY 1, 2');
  run(db, 'INSERT INTO trail_group (grp, place) SELECT grp, place FROM trail_wait ORDER BY 1, 2');
  run(
    db,
    'INSERT INTO trail_actor (actor, grp, place) SELECT actor, grp, place FROM trail_wait ORDER BY 1, 2, 3',
  );
  run(db, 'DELETE FROM trail_wait');
}
