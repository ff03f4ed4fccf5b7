import { groupOf, isNotable } from '../../shared/trail/groups.ts';
import type { Projection } from '../projection.ts';
import { run } from '../vault/db.ts';
import { actorKey } from './actor-key.ts';
import { letWait } from './waiting.ts';

/**
 * Finds the entries of one subject, of one group and of one actor; the times at which the clock went back, the openings of a
 * ledger that was too old, what a review points out, and the reviews.
 */
export const trailProjection: Projection = {
  tables: [
    'trail_wait',
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
    const { type, actor, subject } = event;
    letWait(db, key, { group: groupOf(type), actor: actorKey(actor), subject });
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
