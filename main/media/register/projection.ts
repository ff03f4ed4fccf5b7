import type { Projection } from '../../projection.ts';
import { run } from '../../vault/db.ts';
import { askFor, comeBack, endQuarantine, goOut } from './projection/movements.ts';
import { add, counted, describe, recounted, setState } from './projection/record.ts';

/** The views of the register of media. */
export const registerProjection: Projection = {
  tables: ['media_register', 'media_register_count', 'media_register_request'],
  indexes: [],
  apply(db, { event }, key) {
    const id = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'medium.registered':
        return add(db, key, id, event.data, event.at);
      case 'medium.changed':
        return recounted(db, id, () => describe(db, id, event.data.details));
      case 'medium.stocktaken':
        return event.data.seen
          ? run(
              db,
              'UPDATE media_register SET stocktaken_at = ?, missed_at = NULL WHERE id = ?',
              event.at,
              id,
            )
          : run(db, 'UPDATE media_register SET missed_at = ? WHERE id = ?', event.at, id);
      case 'medium.lost':
        return setState(db, id, 'lost');
      case 'medium.found':
        run(db, 'UPDATE media_register SET missed_at = NULL WHERE id = ?', id);
        return setState(db, id, counted(db, id)?.request === null ? 'kept' : 'out');
      case 'medium.erased':
        return run(db, 'UPDATE media_register SET erased_at = ? WHERE id = ?', event.at, id);
      case 'medium.destroyed':
        return setState(db, id, 'destroyed');
      case 'request.submitted':
      case 'request.resubmitted':
      case 'request.emergency':
        return askFor(db, id, event.data.details);
      case 'request.carriedOut':
        return goOut(db, id);
      case 'request.givenBack':
        return comeBack(db, id, null);
      case 'request.delivered':
        return comeBack(db, id, event.data.to);
      case 'media.quarantineEnded':
        return endQuarantine(db, id, event.data.ending);
      default:
    }
  },
};
