import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { type AlgorithmId, algorithm } from '../../shared/kernel/algorithms.ts';

/** The signature suites implemented. Which one new keys use is a setting: {@link NEW_KEYS}. */
export type SignatureAlgorithm = Extract<AlgorithmId, 'ed25519' | 'ecdsa-p256-sha256'>;

/** The suite that keys made from now on use. */
export const NEW_KEYS: SignatureAlgorithm = 'ed25519';

/** A public key as stored and shown: SPKI DER in base64, with the id of its suite. */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm;
  readonly key: string;
}

/** A signature as stored, in the shape of an event's `signature`: the signer's public key (SPKI DER) and the value, base64. */
export interface Signed extends PublicKey {
  readonly value: string;
}

interface Suite {
  readonly digest: 'sha256' | null;
  fits(key: KeyObject): boolean;
  generate(): { publicKey: KeyObject; privateKey: KeyObject };
}

const suites: Readonly<Record<SignatureAlgorithm, Suite>> = {
  ed25519: {
    digest: null,
    fits: (key) => key.asymmetricKeyType === 'ed25519',
    generate: () => generateKeyPairSync('ed25519'),
  },
  'ecdsa-p256-sha256': {
    digest: 'sha256',
    fits: (key) => key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1',
    generate: () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
  },
};

/** The suite a stored id stands for; undefined if it is unknown, refused, of another use or not implemented. */
export function signatureAlgorithm(id: string, purpose: 'read' | 'write'): SignatureAlgorithm | undefined {
  const found = algorithm(id, 'signature', purpose);
  return found !== undefined && isSuite(found) ? found : undefined;
}

function isSuite(id: AlgorithmId): id is SignatureAlgorithm {
  return Object.hasOwn(suites, id);
}

/** A new key pair: public key as stored, private key as PKCS8 DER, to be zeroed by the caller. */
export function newSignatureKey(id: SignatureAlgorithm): {
  readonly public: PublicKey;
  readonly privateKey: Buffer;
} {
  const { publicKey, privateKey } = suites[id].generate();
  return {
    public: { algorithm: id, key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') },
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

/**
 * Signs bytes with a private key (PKCS8 DER). Ed25519 as in RFC 8032, 64 bytes; ECDSA over SHA-256 as r ‖ s (IEEE P1363), 64
 * bytes. Throws if the key is not of the suite.
 */
export function signWith(id: SignatureAlgorithm, privateKey: Uint8Array, bytes: Uint8Array): Buffer {
  const suite = suites[id];
  const key = createPrivateKey({
    key: Buffer.from(privateKey.buffer, privateKey.byteOffset, privateKey.length),
    type: 'pkcs8',
    format: 'der',
  });
  if (!suite.fits(key)) throw new TypeError('signature: the key is of another suite');
  return sign(suite.digest, bytes, { key, dsaEncoding: 'ieee-p1363' });
}

/**
 * Whether a signature over bytes was made with the private key of this public key (SPKI DER, bytes or base64). False for
 * anything that does not fit: an unknown algorithm id, a key of another suite, a malformed key or signature.
 */
export function verifyWith(
  id: string,
  publicKey: Uint8Array | string,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const known = signatureAlgorithm(id, 'read');
  if (known === undefined) return false;
  const suite = suites[known];
  const spki = typeof publicKey === 'string' ? Buffer.from(publicKey, 'base64') : Buffer.from(publicKey);
  let key: KeyObject;
  try {
    key = createPublicKey({ key: spki, type: 'spki', format: 'der' });
  } catch {
    return false;
  }
  return (
    suite.fits(key) &&
    signature.length === 64 &&
    verify(suite.digest, bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
  );
}
