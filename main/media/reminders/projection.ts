import type { Projection } from '../../projection.ts';
import { run } from '../../vault/db.ts';

/** The views of reminders and of due times that were put off; the due time itself stands with the request. */
export const remindersProjection: Projection = {
  tables: ['media_reminder', 'media_put_off'],
  indexes: [],
  apply(db, { event }, key) {
    const request = event.subject.slice(event.subject.indexOf(':') + 1);
    switch (event.type) {
      case 'request.reminded': {
        const { whom, how, said, next } = event.data;
        return run(
          db,
          'INSERT INTO media_reminder (place, request, at, actor, whom, how, said, next) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          key,
          request,
          event.at,
          event.actor,
          whom,
          how,
          said,
          next,
        );
      }
      case 'request.putOff': {
        const { before, due, reason } = event.data;
        return run(
          db,
          'INSERT INTO media_put_off (place, request, at, officer, before, due, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
          key,
          request,
          event.at,
          event.actor,
          before,
          due,
          reason,
        );
      }
      default:
    }
  },
};
