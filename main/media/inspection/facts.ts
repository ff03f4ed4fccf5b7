import type { InspectedRequest } from '../../../shared/media/inspection/rules/facts.ts';
import type { ReadDb } from '../../vault/db.ts';
import { requestHeld } from '../quarantine/held.ts';
import { recordById } from '../requests/projection/record.ts';
import { rowMaker } from '../requests/queries/rows.ts';

/** What the rules of an inspection know of a request; undefined if there is none. */
export function inspectedRequest(db: ReadDb, id: string): InspectedRequest | undefined {
  const record = recordById(db, id);
  if (record === undefined) return undefined;
  const { kind, state, whereabouts, mediumKind, confidentiality } = rowMaker(db)(record);
  return {
    id,
    requesterId: record.requester,
    kind,
    state,
    whereabouts,
    mediumKind,
    confidentiality,
    emergency: record.decide_by !== null,
    quarantined: requestHeld(db, id),
  };
}
