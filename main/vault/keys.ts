import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  pbkdf2,
  randomBytes,
} from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

/** Length of every symmetric key and of the site secret. */
export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The key that opens a person's slot: HKDF-SHA256(PBKDF2-HMAC-SHA512(password, salt) ‖ site secret), 32 bytes. The password is
 * taken in NFKC, so that the width typed does not matter. Takes about a second, off the main thread.
 */
export async function deriveSlotKey(
  password: string,
  salt: Uint8Array,
  iterations: number,
  secret: Uint8Array,
): Promise<Buffer> {
  const typed = Buffer.from(password.normalize('NFKC'), 'utf8');
  const stretched = await derive(typed, salt, iterations, 64, 'sha512');
  const material = Buffer.concat([stretched, secret]);
  const key = hkdf(material, salt, 'suimon slot key 1');
  wipe(typed, stretched, material);
  return key;
}

/** HKDF-SHA256 (RFC 5869), 32 bytes, bound to its purpose by `info`. */
export function hkdf(material: Uint8Array, salt: Uint8Array, info: string | Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, KEY_BYTES));
}

export function hmacSha256(key: Uint8Array, bytes: Uint8Array | string): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Seals bytes with AES-256-GCM under a random IV: IV (12) ‖ ciphertext ‖ tag (16). */
export function seal(key: Uint8Array, plain: Uint8Array, additional: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(additional, 'utf8'));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what {@link seal} made; undefined if the key, the additional data or a byte of it differs. */
export function unseal(
  key: Uint8Array,
  sealed: Uint8Array,
  additional: string | Uint8Array,
): Buffer | undefined {
  if (sealed.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(typeof additional === 'string' ? Buffer.from(additional, 'utf8') : additional);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  } finally {
    plain.fill(0);
  }
}

/** Overwrites key material that is no longer needed. */
export function wipe(...buffers: readonly (Uint8Array | undefined)[]): void {
  for (const buffer of buffers) buffer?.fill(0);
}
