import { GROUPS, groupOf, isNotable } from '../../shared/trail/groups.ts';
import type { Projection } from '../projection.ts';
import { run } from '../vault/db.ts';
import { actorKey } from './actor-key.ts';

/**
 * Finds the entries of one subject, of one group and of one actor; the times at which the clock went back, the openings of a
 * ledger that was too old, what a review points out, and the reviews.
 */
export const trailProjection: Projection = {
  tables: [
    'trail_subject',
    'trail_group',
    'trail_actor',
    'trail_notable',
    'trail_anomaly',
    'trail_shortfall',
    'trail_review',
  ],
  indexes: [],
  apply(db, { event }, key) {
    const group = GROUPS[groupOf(event.type)];
    run(db, 'INSERT INTO trail_subject (subject, place) VALUES (?, ?)', event.subject, key);
    run(db, 'INSERT INTO trail_group (grp, place) VALUES (?, ?)', group, key);
    run(
      db,
      'INSERT INTO trail_actor (actor, grp, place) VALUES (?, ?, ?)',
      actorKey(event.actor),
      group,
      key,
    );
    if (isNotable(event)) run(db, 'INSERT INTO trail_notable (place, type) VALUES (?, ?)', key, event.type);
    if (event.type === 'clock.anomaly') {
      const { previous, now } = event.data;
      run(db, 'INSERT INTO trail_anomaly (place, previous, now) VALUES (?, ?, ?)', key, previous, now);
    } else if (event.type === 'trail.shortfall') {
      const { expectedSize, foundSize } = event.data;
      run(
        db,
        'INSERT INTO trail_shortfall (place, expected, found) VALUES (?, ?, ?)',
        key,
        expectedSize,
        foundSize,
      );
    } else if (event.type === 'trail.reviewed') {
      const { first, last } = event.data;
      run(
        db,
        'INSERT INTO trail_review (place, at, first, last) VALUES (?, ?, ?, ?)',
        key,
        event.at,
        first,
        last,
      );
    }
  },
};
