import { writeBlock } from '../../../shared/trail/printed/block.ts';
import type { PrintedSignature } from '../../../shared/trail/printed/model.ts';
import { actorNames } from '../../accounts/queries.ts';
import type { ReadDb } from '../../vault/db.ts';
import { signedBytes } from '../event-signature.ts';
import { readEnvelope } from '../read.ts';
import { signatureAt } from '../signature-at.ts';
import { toDer } from './der.ts';
import { chainEntry } from './entry.ts';

/**
 * The signature of an entry of the own chain as it goes on paper. Before it is handed out the entry is held against the chain's hash
 * and the signature against the key that its signer had then; one that does not stand has no block. undefined: there is no such
 * entry, or it carries no signature.
 */
export function printedSignature(db: ReadDb, seq: number): PrintedSignature | undefined {
  const entry = chainEntry(db, seq);
  if (entry === undefined) return undefined;
  if (entry.bytes === null) return { seq, at: 0, signerId: '', signerName: '', state: 'erased' };
  const event = readEnvelope(entry.bytes);
  const { signature, actor, at } = event;
  if (signature === undefined) return undefined;
  const by = { seq, at, signerId: actor, signerName: actorNames(db)(actor) };
  if (!entry.sound || signatureAt(db, event, entry.place) !== true) return { ...by, state: 'fails' };
  const value = Buffer.from(signature.value, 'base64');
  const hash = entry.hash.toString('hex');
  const text = writeBlock({
    site: entry.head.site,
    entry: seq,
    hash,
    signer: actor,
    algorithm: signature.algorithm,
    key: signature.key,
    signature: (signature.algorithm === 'ed25519' ? value : toDer(value)).toString('base64'),
    signed: signedBytes(event).toString('base64'),
  });
  return { ...by, state: 'holds', algorithm: signature.algorithm, hash, text };
}
