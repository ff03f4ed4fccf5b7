import {
  type Cipher,
  createCipheriv,
  createDecipheriv,
  createHmac,
  type Decipher,
  pbkdf2Sync,
  randomBytes,
} from 'node:crypto';
import { KEY_BYTES, wipe } from './keys.ts';

/** Bytes of a page of the ledger file, and of the salt that its first page begins with. */
export const PAGE = 4096;
export const SALT = 16;
/** Bytes of a page's IV. */
export const IV = 16;
const MAC = 64;
/** A page is ciphertext, IV, MAC; the first has the salt before. */
const IV_AT = PAGE - MAC - IV;
const MAC_AT = PAGE - MAC;

/** The page that holds SQLite's lock bytes (sqlite.org/fileformat2.html, 1.4): never written, so without IV and MAC. */
export const LOCK_PAGE = 0x4000_0000 / PAGE + 1;

/**
 * Reads and writes single pages of a ledger file as SQLCipher 4 does: AES-256-CBC under the raw key, a random IV drawn at each
 * write, HMAC-SHA512 over ciphertext, IV and page number (LE32) under PBKDF2-HMAC-SHA512(key, salt xor 0x3a, 2 rounds). Pages are
 * numbered from 1. What it keeps of the key is forgotten with {@link PageCodec.close}.
 */
export class PageCodec {
  readonly salt: Buffer;
  readonly #mac: Buffer;
  readonly #decipher: Decipher;
  readonly #cipher: Cipher;
  readonly #number = Buffer.alloc(4);

  constructor(key: Uint8Array, salt: Uint8Array) {
    if (key.length !== KEY_BYTES || salt.length !== SALT) throw new TypeError('page codec: key or salt');
    this.salt = Buffer.from(salt);
    const macSalt = this.salt.map((byte) => byte ^ 0x3a);
    this.#mac = pbkdf2Sync(key, macSalt, 2, KEY_BYTES, 'sha512');
    // One cipher for all pages, which saves setting up one for each: an IV in front of its ciphertext makes CBC start anew.
    this.#decipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(IV)).setAutoPadding(false);
    this.#cipher = createCipheriv('aes-256-cbc', key, randomBytes(IV)).setAutoPadding(false);
  }

  /** Whether a page fits its authentication code at this number. */
  isGenuine(page: Buffer, number: number): boolean {
    return this.#macOf(page, number).equals(page.subarray(MAC_AT));
  }

  /** The plain bytes of a genuine page, to be wiped by the caller. */
  open(page: Buffer, number: number): Buffer {
    this.#decipher.update(page.subarray(IV_AT, MAC_AT));
    return this.#decipher.update(page.subarray(startOf(number), IV_AT));
  }

  /** Writes a page into `page`: plain bytes as {@link PageCodec.open} gives them, 16 random bytes that nothing else uses. */
  seal(plain: Buffer, number: number, random: Buffer, page: Buffer): void {
    if (number === 1) this.salt.copy(page);
    // The random block's own ciphertext is as random as it is, and what CBC goes on from: it is the page's IV.
    this.#cipher.update(random).copy(page, IV_AT);
    this.#cipher.update(plain).copy(page, startOf(number));
    this.#macOf(page, number).copy(page, MAC_AT);
  }

  /** Forgets the key. */
  close(): void {
    wipe(this.#mac);
    this.#decipher.destroy();
    this.#cipher.destroy();
  }

  #macOf(page: Buffer, number: number): Buffer {
    this.#number.writeUInt32LE(number);
    return createHmac('sha512', this.#mac)
      .update(page.subarray(startOf(number), MAC_AT))
      .update(this.#number)
      .digest();
  }
}

/** The IV of a page: it changes whenever the page is written. */
export function ivOf(page: Buffer): Buffer {
  return page.subarray(IV_AT, MAC_AT);
}

function startOf(number: number): number {
  return number === 1 ? SALT : 0;
}
