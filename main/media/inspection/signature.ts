import { readEnvelope } from '../../trail/read.ts';
import { signatureAt } from '../../trail/signature-at.ts';
import { type ReadDb, row } from '../../vault/db.ts';

/** Whether the signature of the entry at a place holds, by the key its actor had then; looked at anew. */
export function signatureStandsAt(db: ReadDb, place: number): boolean {
  const stored = row<{ bytes: Buffer }>(db, 'SELECT bytes FROM chain_payload WHERE place = ?', place);
  return stored !== undefined && signatureAt(db, readEnvelope(stored.bytes), place) === true;
}
