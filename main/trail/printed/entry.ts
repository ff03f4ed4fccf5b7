import { type ReadDb, row } from '../../vault/db.ts';
import { type Head, ownHead } from '../append.ts';
import { entryHash, payloadDigest } from '../entry.ts';
import { place } from '../place.ts';

/** An entry of the own chain with what it hashes. `bytes` is null if its payload was erased. */
export interface ChainEntry {
  readonly head: Head;
  readonly place: number;
  readonly hash: Buffer;
  /** Digest of its payload. */
  readonly payload: Buffer;
  readonly bytes: Buffer | null;
  /** The entry's hash is that of its parts, and its payload, where there is one, has the digest. */
  readonly sound: boolean;
}

/** The entry of the own chain with this number; undefined if there is none. */
export function chainEntry(db: ReadDb, seq: number): ChainEntry | undefined {
  const head = ownHead(db);
  if (head === undefined) return undefined;
  const key = place(head.siteNo, seq);
  const found = row<{ prev: Buffer; hash: Buffer; payload: Buffer; bytes: Buffer | null }>(
    db,
    `SELECT e.prev, e.hash, e.payload, p.bytes FROM chain_entry e LEFT JOIN chain_payload p ON p.place = e.place
     WHERE e.place = ?`,
    key,
  );
  if (found === undefined) return undefined;
  const { prev, hash, payload, bytes } = found;
  const sound =
    entryHash(head.site, seq, prev, payload).equals(hash) &&
    (bytes === null || payloadDigest(bytes).equals(payload));
  return { head, place: key, hash, payload, bytes, sound };
}
