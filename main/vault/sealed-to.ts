import { createECDH } from 'node:crypto';
import { hkdf, seal, unseal, wipe } from './keys.ts';

const CURVE = 'prime256v1';
/** An uncompressed point: 0x04, x, y. */
const POINT_BYTES = 65;

/** A key pair for agreement (ECDH P-256): the public point and the private scalar, to be wiped by the caller. */
export interface AgreementKey {
  /** The uncompressed point, base64. */
  readonly key: string;
  readonly privateKey: Buffer;
}

/** A new key pair that others seal secrets to. */
export function newAgreementKey(): AgreementKey {
  const pair = createECDH(CURVE);
  const key = pair.generateKeys().toString('base64');
  // A scalar may begin with zeros, which `getPrivateKey` leaves out.
  const scalar = pair.getPrivateKey();
  const privateKey = Buffer.alloc(32);
  scalar.copy(privateKey, 32 - scalar.length);
  wipe(scalar);
  return { key, privateKey };
}

/**
 * Seals bytes to the holder of a public key, without that holder being there: a fresh key pair agrees with theirs (ECDH P-256), HKDF-SHA256
 * over the shared secret and both points gives the key, AES-256-GCM seals. Base64 of point (65) ‖ IV ‖ ciphertext ‖ tag. Throws on
 * a public key that is no point of the curve.
 */
export function sealTo(publicKey: string, plain: Uint8Array, additional: string): string {
  const fresh = createECDH(CURVE);
  const point = fresh.generateKeys();
  const key = agreed(fresh.computeSecret(Buffer.from(publicKey, 'base64')), point, publicKey);
  const sealed = Buffer.concat([point, seal(key, plain, additional)]);
  wipe(key);
  return sealed.toString('base64');
}

/** Opens what {@link sealTo} made; undefined if the key is another's or anything of it differs. */
export function openSealedTo(
  { key: publicKey, privateKey }: AgreementKey,
  sealed: string,
  additional: string,
): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  const point = bytes.subarray(0, POINT_BYTES);
  const own = createECDH(CURVE);
  let secret: Buffer;
  try {
    own.setPrivateKey(privateKey);
    secret = own.computeSecret(point);
  } catch {
    return undefined;
  }
  const key = agreed(secret, point, publicKey);
  const plain = unseal(key, bytes.subarray(POINT_BYTES), additional);
  wipe(key);
  return plain;
}

function agreed(secret: Buffer, point: Buffer, publicKey: string): Buffer {
  const salt = Buffer.concat([point, Buffer.from(publicKey, 'base64')]);
  const key = hkdf(secret, salt, 'suimon sealed to 1');
  wipe(secret);
  return key;
}
