import { GROUPS } from '../../shared/trail/groups.ts';
import { run, type WriteDb } from '../vault/db.ts';
import { inPieces, type Piece } from './retention/pieces.ts';

const GROUP_NUMBERS = Object.values(GROUPS).join(', ');

const FORGET = [
  `DELETE FROM trail_subject WHERE (subject, place) IN
     (SELECT CAST(p.bytes AS TEXT) ->> '$.subject', p.place FROM ${inPieces('chain_payload', 'p', 'place')})`,
  `DELETE FROM trail_actor WHERE (actor, grp, place) IN
     (SELECT coalesce(unhex(p.actor, '-'), CAST(p.actor AS BLOB)), g.grp, p.place
      FROM (SELECT p.place, CAST(p.bytes AS TEXT) ->> '$.actor' AS actor FROM ${inPieces('chain_payload', 'p', 'place')}) p
      JOIN trail_group g ON g.grp IN (${GROUP_NUMBERS}) AND g.place = p.place)`,
  `DELETE FROM trail_group WHERE (grp, place) IN
     (SELECT g.grp, g.place FROM ${inPieces('trail_group', 'g', 'place')} WHERE g.grp IN (${GROUP_NUMBERS}))`,
  `DELETE FROM trail_notable WHERE place IN (SELECT n.place FROM ${inPieces('trail_notable', 'n', 'place')})`,
];

/**
 * Takes entries out of what the trail is filtered by, as a replay leaves them out once their payloads are erased. To be called
 * while those payloads still stand (they say whose entries they were) and no entry waits.
 */
export function forgetEntries(db: WriteDb, pieces: readonly Piece[]): void {
  const json = JSON.stringify(pieces);
  for (const statement of FORGET) run(db, statement, json);
}
