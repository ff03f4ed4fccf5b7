import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { RequestMedium } from '../../../shared/media/requests/model.ts';
import { type ReadDb, row } from '../../vault/db.ts';
import { identifiable, inspectedMedium } from '../inspection/left-at.ts';

function anyHeld(db: ReadDb, column: 'medium' | 'request', value: string): boolean {
  return (
    row(db, `SELECT 1 FROM media_quarantine WHERE ${column} = ? AND end_place IS NULL LIMIT 1`, value) !==
    undefined
  );
}

/** Whether a medium is in quarantine under any request; of one that cannot be told from others, nobody knows. */
export function mediumHeld(db: ReadDb, medium: RequestMedium): boolean {
  return identifiable(medium) && anyHeld(db, 'medium', canonicalJson(medium));
}

/** Whether the medium of a request is in quarantine, under this request or another. */
export function requestHeld(db: ReadDb, request: string): boolean {
  if (anyHeld(db, 'request', request)) return true;
  const medium = inspectedMedium(db, request);
  return medium?.identifiable === true && anyHeld(db, 'medium', medium.key);
}
