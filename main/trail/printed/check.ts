import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import type { SignatureBlock } from '../../../shared/trail/printed/block.ts';
import type { AlteredPart, PrintedChecked, PrintedContent } from '../../../shared/trail/printed/model.ts';
import { actorNames } from '../../accounts/queries.ts';
import { type ReadDb, row } from '../../vault/db.ts';
import { verifyWith } from '../../vault/signatures.ts';
import { ownHead } from '../append.ts';
import { payloadDigest } from '../entry.ts';
import { signedBytes } from '../event-signature.ts';
import { seqOf } from '../place.ts';
import { type Envelope, readEnvelope } from '../read.ts';
import { signatureAt } from '../signature-at.ts';
import { fromDer } from './der.ts';
import { chainEntry } from './entry.ts';

/**
 * The payload that a block was made from: what was signed with the signature put back, byte for byte as the chain hashed it.
 * undefined if what it says was signed is none, or was not signed with its key: then something in it was changed.
 */
function payloadOf({ algorithm, key, signature, signed }: SignatureBlock): Envelope | undefined {
  const bytes = Buffer.from(signed, 'base64');
  const value = Buffer.from(signature, 'base64');
  const raw = algorithm === 'ed25519' ? value : fromDer(value);
  if (raw === undefined || !verifyWith(algorithm, key, bytes, raw)) return undefined;
  try {
    const text = bytes.toString('utf8');
    const payload: unknown = JSON.parse(text.slice(text.indexOf('\n') + 1));
    if (typeof payload !== 'object' || payload === null) return undefined;
    const whole = { ...payload, signature: { algorithm, key, value: raw.toString('base64') } };
    const event = readEnvelope(Buffer.from(canonicalJson(whole), 'utf8'));
    return signedBytes(event).equals(bytes) ? event : undefined;
  } catch {
    return undefined;
  }
}

/** The number of the entry with this very payload, among those about the same subject; undefined if there is none. */
function entryOf(db: ReadDb, { subject }: Envelope, digest: Buffer): number | undefined {
  const found = row<{ place: number }>(
    db,
    `SELECT s.place FROM trail_about s CROSS JOIN chain_entry e ON e.place = s.place
     WHERE s.subject = ? AND e.payload = ? ORDER BY s.place LIMIT 1`,
    subject,
    digest,
  );
  return found && seqOf(found.place);
}

function contentOf({ at, type, subject, data }: Envelope): PrintedContent {
  return { at, type, subject, data: canonicalJson(data) };
}

/** Holds a printed block against the own chain. Needs no payload of the ledger: it works for an entry that was erased, too. */
export function checkPrinted(db: ReadDb, block: SignatureBlock): PrintedChecked {
  const { site, entry: seq } = block;
  const about = { site, entry: seq };
  const event = payloadOf(block);
  if (event === undefined) return { ...about, result: 'altered', parts: ['signed'], own: null };
  if (site !== ownHead(db)?.site) return { ...about, result: 'foreign', why: 'site' };
  const digest = payloadDigest(Buffer.from(canonicalJson(event), 'utf8'));
  const claimed = chainEntry(db, seq);
  const own = claimed?.payload.equals(digest) === true ? seq : entryOf(db, event, digest);
  if (own === undefined)
    return { ...about, result: 'foreign', why: claimed === undefined ? 'beyond' : 'entry' };
  const entry = own === seq ? claimed : chainEntry(db, own);
  const parts: AlteredPart[] = [
    ...(own === seq ? [] : (['entry'] as const)),
    ...(entry?.hash.toString('hex') === block.hash ? [] : (['hash'] as const)),
    ...(event.actor === block.signer ? [] : (['signer'] as const)),
  ];
  if (entry === undefined || parts.length > 0) return { ...about, result: 'altered', parts, own };
  const stands = entry.sound && signatureAt(db, event, entry.place) === true;
  return {
    ...about,
    result: stands ? 'stands' : 'unsound',
    signerId: event.actor,
    signerName: actorNames(db)(event.actor),
    content: contentOf(event),
  };
}
