import type { Instant } from '../../../shared/kernel/time.ts';
import { RequestMedium } from '../../../shared/media/requests/model.ts';
import { type ReadDb, row, rows } from '../../vault/db.ts';

/** Whether two requests about media described alike are about the same one: without a serial number nobody can tell. */
export function identifiable(medium: RequestMedium): boolean {
  return medium.from === 'register' || medium.serial !== '';
}

/** The medium that a request is about now, as the views keep it, and whether it can be told from others; undefined if there is no such request. */
export function inspectedMedium(
  db: ReadDb,
  request: string,
): { readonly key: string; readonly identifiable: boolean } | undefined {
  const found = row<{ key: string }>(
    db,
    'SELECT medium AS key FROM media_inspected WHERE request = ?',
    request,
  );
  return found && { key: found.key, identifiable: identifiable(RequestMedium.parse(JSON.parse(found.key))) };
}

/**
 * When the medium of a request last left the site, under this request or another about the same medium: carried in and taken out again, or
 * carried out. Null if it never did, as far as the ledger knows.
 */
export function leftAt(db: ReadDb, request: string): Instant | null {
  const medium = inspectedMedium(db, request);
  if (medium === undefined) return null;
  const left = rows<{ at: Instant | null }>(
    db,
    `SELECT CASE r.kind WHEN 'carry-in' THEN r.ended_at ELSE r.carried_at END AS at
     FROM media_inspected i CROSS JOIN media_request r ON r.id = i.request
     WHERE ${medium.identifiable ? 'i.medium' : 'i.request'} = ?`,
    medium.identifiable ? medium.key : request,
  ).flatMap(({ at }) => (at === null ? [] : [at]));
  return left.length === 0 ? null : Math.max(...left);
}
