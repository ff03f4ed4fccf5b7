import type { SignatureCheck } from '../../shared/trail/model.ts';
import { signingKeyOf } from '../accounts/queries.ts';
import type { ReadDb } from '../vault/db.ts';
import { signatureHolds } from './event-signature.ts';
import { entryBySeq } from './queries.ts';
import { readEnvelope } from './read.ts';

/** Checks the signature that an entry of the own chain carries; undefined if there is no such entry. */
export function checkSignature(db: ReadDb, seq: number): SignatureCheck | undefined {
  const entry = entryBySeq(db, seq);
  if (entry === undefined) return undefined;
  if (!entry.signed) return 'none';
  const key = signingKeyOf(db, entry.actor);
  if (key === undefined) return 'no-key';
  return signatureHolds(readEnvelope(Buffer.from(entry.raw, 'utf8')), key) ? 'holds' : 'fails';
}
