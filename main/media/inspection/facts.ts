import type { InspectedRequest } from '../../../shared/media/inspection/rules/facts.ts';
import type { ReadDb } from '../../vault/db.ts';

/** What the rules of an inspection know of a request; undefined if there is none. */
export function inspectedRequest(_db: ReadDb, _id: string): InspectedRequest | undefined {
  return undefined;
}
