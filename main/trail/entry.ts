import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { sha256 } from '../sha256.ts';

/** The previous hash of the first entry of a chain: 32 zero bytes. */
export const GENESIS = Buffer.alloc(32);

/** SHA-256 of a payload's bytes, the digest that its chain entry holds. */
export function payloadDigest(bytes: Uint8Array): Buffer {
  return sha256(bytes);
}

/**
 * The hash of a chain entry: SHA-256(0x00 ‖ canonical JSON of `{payload, prev, seq, site}`), digests in lower-case hex. The
 * JSON is written out here, its keys being fixed and sorted; `entry.test.ts` holds it against the general function.
 */
export function entryHash(site: string, seq: number, prev: Buffer, payload: Buffer): Buffer {
  return payloadDigest(Buffer.from(`\0${entryJson(site, seq, prev, payload)}`, 'utf8'));
}

/** The canonical JSON of a chain entry. */
export function entryJson(site: string, seq: number, prev: Buffer, payload: Buffer): string {
  return `{"payload":"${payload.toString('hex')}","prev":"${prev.toString('hex')}","seq":${seq},"site":${canonicalJson(site)}}`;
}
