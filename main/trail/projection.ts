import type { Projection } from '../projection.ts';
import { run } from '../vault/db.ts';

/** Finds the entries of one subject, the times at which the clock went back, and the openings of a ledger that was too old. */
export const trailProjection: Projection = {
  tables: ['trail_subject', 'trail_anomaly', 'trail_shortfall'],
  indexes: [],
  apply(db, { event }, key) {
    run(db, 'INSERT INTO trail_subject (subject, place) VALUES (?, ?)', event.subject, key);
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
    }
  },
};
