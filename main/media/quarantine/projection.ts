import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { Projection } from '../../projection.ts';
import { run } from '../../vault/db.ts';

/** The view of media in quarantine. */
export const quarantineProjection: Projection = {
  tables: ['media_quarantine'],
  indexes: [],
  apply(db, { event }, key) {
    const request = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'media.quarantined': {
        const { way, check, place, seal, from, keeper } = event.data;
        return run(
          db,
          `INSERT INTO media_quarantine (place, request, medium, at, actor, way, check_seq, kept_at, seal, taken_from, keeper)
           SELECT ?, request, medium, ?, ?, ?, ?, ?, ?, ?, ? FROM media_inspected WHERE request = ?`,
          key,
          event.at,
          event.actor,
          way,
          check,
          place,
          seal,
          from,
          keeper,
          request,
        );
      }
      case 'media.quarantineEnded': {
        const { check, ending, reason } = event.data;
        return run(
          db,
          `UPDATE media_quarantine SET end_place = ?, end_at = ?, end_actor = ?, end_check = ?, ending = ?, reason = ?
           WHERE request = ? AND end_place IS NULL`,
          key,
          event.at,
          event.actor,
          check,
          canonicalJson(ending),
          reason,
          request,
        );
      }
      default:
    }
  },
};
