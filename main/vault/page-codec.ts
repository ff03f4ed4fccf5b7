import {
  type Cipher,
  createCipheriv,
  createDecipheriv,
  createHmac,
  type Decipher,
  pbkdf2Sync,
  randomBytes,
} from 'node:crypto';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { KEY_BYTES, wipe } from './keys.ts';
import { parametersOf } from './ledger-encryption.ts';

/** Bytes of a page of the ledger file, and of the salt that its first page begins with. */
export const PAGE = 4096;
export const SALT = 16;
/** Bytes of a page's IV. */
export const IV = 16;
/**
 * Bytes that SQLite leaves free at the end of every page, whatever the encryption needs of them: so a page of one can be made one of
 * the other, and back. The file's header says so, at this place.
 */
const RESERVED = 80;
const USABLE = PAGE - RESERVED;
const RESERVED_AT = 20;

/** The page that holds SQLite's lock bytes (sqlite.org/fileformat2.html, 1.4): never written, so without IV and MAC. */
export const LOCK_PAGE = 0x4000_0000 / PAGE + 1;

/**
 * Reads and writes single pages of a ledger file as SQLCipher 4 does: AES-256-CBC under the raw key, a random IV drawn at each
 * write, an HMAC over ciphertext, IV and page number (LE32) under PBKDF2(key, salt xor 0x3a, 2 rounds), both with the digest of the
 * encryption. A page is ciphertext, IV, HMAC; the first has the salt before. Where the HMAC leaves reserved bytes over, zeros are
 * encrypted there. Pages are numbered from 1. What it keeps of the key is forgotten with {@link PageCodec.close}.
 */
export class PageCodec {
  readonly salt: Buffer;
  readonly #digest: string;
  readonly #ivAt: number;
  readonly #macAt: number;
  readonly #filler: Buffer;
  readonly #mac: Buffer;
  readonly #decipher: Decipher;
  readonly #cipher: Cipher;
  readonly #number = Buffer.alloc(4);

  constructor(key: Uint8Array, salt: Uint8Array, encryption: LedgerEncryption) {
    if (key.length !== KEY_BYTES || salt.length !== SALT) throw new TypeError('page codec: key or salt');
    this.salt = Buffer.from(salt);
    const { digest, mac } = parametersOf(encryption);
    this.#digest = digest;
    this.#macAt = PAGE - mac;
    this.#ivAt = this.#macAt - IV;
    this.#filler = Buffer.alloc(this.#ivAt - USABLE);
    const macSalt = this.salt.map((byte) => byte ^ 0x3a);
    this.#mac = pbkdf2Sync(key, macSalt, 2, KEY_BYTES, digest);
    // One cipher for all pages, which saves setting up one for each: an IV in front of its ciphertext makes CBC start anew.
    this.#decipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(IV)).setAutoPadding(false);
    this.#cipher = createCipheriv('aes-256-cbc', key, randomBytes(IV)).setAutoPadding(false);
  }

  /** Whether a page fits its authentication code at this number. */
  isGenuine(page: Buffer, number: number): boolean {
    return this.#macOf(page, number).equals(page.subarray(this.#macAt));
  }

  /** The IV of a page: it changes whenever the page is written. */
  ivOf(page: Buffer): Buffer {
    return page.subarray(this.#ivAt, this.#macAt);
  }

  /**
   * The plain bytes of a genuine page as far as SQLite uses them, to be wiped by the caller. Throws if the file's header says that
   * it uses more or fewer.
   */
  open(page: Buffer, number: number): Buffer {
    this.#decipher.update(this.ivOf(page));
    const plain = this.#decipher.update(page.subarray(startOf(number), USABLE));
    if (number === 1 && plain[RESERVED_AT - SALT] !== RESERVED)
      throw new TypeError('page codec: reserved bytes');
    return plain;
  }

  /** Writes a page into `page`: plain bytes as {@link PageCodec.open} gives them, 16 random bytes that nothing else uses. */
  seal(plain: Buffer, number: number, random: Buffer, page: Buffer): void {
    if (number === 1) this.salt.copy(page);
    // The random block's own ciphertext is as random as it is, and what CBC goes on from: it is the page's IV.
    this.#cipher.update(random).copy(page, this.#ivAt);
    this.#cipher.update(plain).copy(page, startOf(number));
    this.#cipher.update(this.#filler).copy(page, USABLE);
    this.#macOf(page, number).copy(page, this.#macAt);
  }

  /** Forgets the key. */
  close(): void {
    wipe(this.#mac);
    this.#decipher.destroy();
    this.#cipher.destroy();
  }

  #macOf(page: Buffer, number: number): Buffer {
    this.#number.writeUInt32LE(number);
    return createHmac(this.#digest, this.#mac)
      .update(page.subarray(startOf(number), this.#macAt))
      .update(this.#number)
      .digest();
  }
}

function startOf(number: number): number {
  return number === 1 ? SALT : 0;
}
