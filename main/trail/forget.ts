import { GROUPS } from '../../shared/trail/groups.ts';
import { run, type WriteDb } from '../vault/db.ts';

const GROUP_NUMBERS = Object.values(GROUPS).join(', ');

/**
 * Takes the entries from place `first` to `last` out of what the trail is filtered by, as a replay leaves them out once their
 * payloads are erased. To be called while those payloads still stand (they say whose entries they were) and no entry waits.
 */
export function forgetEntries(db: WriteDb, first: number, last: number): void {
  run(
    db,
    `DELETE FROM trail_subject WHERE (subject, place) IN
       (SELECT CAST(bytes AS TEXT) ->> '$.subject', place FROM chain_payload WHERE place BETWEEN ? AND ?)`,
    first,
    last,
  );
  run(
    db,
    `DELETE FROM trail_actor WHERE (actor, grp, place) IN
       (SELECT coalesce(unhex(p.actor, '-'), CAST(p.actor AS BLOB)), g.grp, p.place
        FROM (SELECT place, CAST(bytes AS TEXT) ->> '$.actor' AS actor FROM chain_payload WHERE place BETWEEN ? AND ?) p
        JOIN trail_group g ON g.grp IN (${GROUP_NUMBERS}) AND g.place = p.place)`,
    first,
    last,
  );
  run(db, `DELETE FROM trail_group WHERE grp IN (${GROUP_NUMBERS}) AND place BETWEEN ? AND ?`, first, last);
  run(db, 'DELETE FROM trail_notable WHERE place BETWEEN ? AND ?', first, last);
}
