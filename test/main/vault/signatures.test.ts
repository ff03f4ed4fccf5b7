import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newSignatureKey, signatureAlgorithm, signWith, verifyWith } from '../../../main/vault/signatures.ts';
import { z } from '../../../shared/kernel/zod.ts';
import { groups, haveVectors, Hex, Verdict } from './vectors.ts';

const suites = ['ed25519', 'ecdsa-p256-sha256'] as const;
const bytes = Buffer.from('承認 0199');

describe.each(suites)('suite %s', (id) => {
  const { public: own, privateKey } = newSignatureKey(id);

  it('verifies what it signed, with the key as text or bytes', () => {
    const signature = signWith(id, privateKey, bytes);
    expect(own.algorithm).toBe(id);
    expect(signature.length).toBe(64);
    expect(verifyWith(id, own.key, bytes, signature)).toBe(true);
    expect(verifyWith(id, Buffer.from(own.key, 'base64'), bytes, signature)).toBe(true);
  });

  it('refuses other bytes, another key, any flipped bit and a signature that is too short or long', () => {
    const signature = signWith(id, privateKey, bytes);
    expect(verifyWith(id, own.key, Buffer.from('承認 0198'), signature)).toBe(false);
    expect(verifyWith(id, newSignatureKey(id).public.key, bytes, signature)).toBe(false);
    for (let bit = 0; bit < 512; bit += 1) {
      const changed = Buffer.from(signature);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(verifyWith(id, own.key, bytes, changed)).toBe(false);
    }
    expect(verifyWith(id, own.key, bytes, signature.subarray(0, 63))).toBe(false);
    expect(verifyWith(id, own.key, bytes, Buffer.concat([signature, Buffer.alloc(1)]))).toBe(false);
  });

  it('neither signs nor verifies with a key of the other suite', () => {
    const other = newSignatureKey(id === 'ed25519' ? 'ecdsa-p256-sha256' : 'ed25519');
    expect(() => signWith(id, other.privateKey, bytes)).toThrow('another suite');
    const signature = signWith(other.public.algorithm, other.privateKey, bytes);
    expect(verifyWith(id, other.public.key, bytes, signature)).toBe(false);
    expect(verifyWith(other.public.algorithm, own.key, bytes, signature)).toBe(false);
  });
});

describe('what does not fit', () => {
  it('is an unknown id, an id of another use, a malformed key', () => {
    const { public: own, privateKey } = newSignatureKey('ed25519');
    const signature = signWith('ed25519', privateKey, bytes);
    expect(verifyWith('ed448', own.key, bytes, signature)).toBe(false);
    expect(verifyWith('sha256', own.key, bytes, signature)).toBe(false);
    expect(verifyWith('constructor', own.key, bytes, signature)).toBe(false);
    expect(verifyWith('ed25519', 'not a key', bytes, signature)).toBe(false);
    expect(signatureAlgorithm('aes-256-gcm', 'read')).toBeUndefined();
  });

  it('is a key of another curve', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
    const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
    expect(() => signWith('ecdsa-p256-sha256', pkcs8, bytes)).toThrow('another suite');
    const spki = createPublicKey(createPrivateKey({ key: pkcs8, type: 'pkcs8', format: 'der' })).export({
      type: 'spki',
      format: 'der',
    });
    const signature = sign('sha256', bytes, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' });
    expect(verifyWith('ecdsa-p256-sha256', spki, bytes, signature)).toBe(false);
  });
});

describe.skipIf(!haveVectors)('published vectors (skipped: no ../shared/data)', () => {
  it('Ed25519 signatures are taken and refused as Wycheproof says', () => {
    const Test = z.object({ tcId: z.int(), msg: Hex, sig: Hex, result: Verdict });
    const tests = groups('ed25519_test.json', z.object({ publicKeyDer: Hex, tests: z.array(Test) })).flatMap(
      ({ publicKeyDer, tests: inGroup }) => inGroup.map((test) => ({ ...test, publicKeyDer })),
    );
    expect(tests.length).toBe(151);
    for (const { tcId, publicKeyDer, msg, sig, result } of tests) {
      expect([tcId, verifyWith('ed25519', publicKeyDer, msg, sig)]).toEqual([tcId, result === 'valid']);
    }
  });
});
