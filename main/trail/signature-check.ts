import type { SignatureCheck } from '../../shared/trail/model.ts';
import type { ReadDb } from '../vault/db.ts';
import { ownHead } from './append.ts';
import { place } from './place.ts';
import { entryBySeq } from './queries.ts';
import { readEnvelope } from './read.ts';
import { signatureAt } from './signature-at.ts';

/** Checks the signature that an entry of the own chain carries; undefined if there is no such entry. */
export function checkSignature(db: ReadDb, seq: number): SignatureCheck | undefined {
  const head = ownHead(db);
  const entry = entryBySeq(db, seq);
  if (head === undefined || entry === undefined) return undefined;
  if (!entry.signed) return 'none';
  const holds = signatureAt(db, readEnvelope(Buffer.from(entry.raw, 'utf8')), place(head.siteNo, seq));
  if (holds === undefined) return 'no-key';
  return holds ? 'holds' : 'fails';
}
