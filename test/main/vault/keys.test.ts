import { describe, expect, it } from 'vitest';
import { z } from '../../../shared/kernel/zod.ts';
import { deriveSlotKey, hkdf, hmacSha256, seal, unseal, wipe } from '../../../main/vault/keys.ts';
import { groups, haveVectors, Hex, Verdict } from './vectors.ts';

describe.skipIf(!haveVectors)('published vectors (skipped: no ../shared/data)', () => {
  it('AES-256-GCM seals are opened, and refused, as Wycheproof says', () => {
    const Group = z.object({
      ivSize: z.int(),
      keySize: z.int(),
      tests: z.array(
        z.object({
          tcId: z.int(),
          key: Hex,
          iv: Hex,
          aad: Hex,
          msg: Hex,
          ct: Hex,
          tag: Hex,
          result: Verdict,
        }),
      ),
    });
    const fitting = groups('aes_gcm_test.json', Group).filter(
      ({ ivSize, keySize }) => ivSize === 96 && keySize === 256,
    );
    const tests = fitting.flatMap((group) => group.tests);
    expect(tests.length).toBeGreaterThan(50);
    for (const { tcId, key, iv, aad, msg, ct, tag, result } of tests) {
      const plain = unseal(key, Buffer.concat([iv, ct, tag]), aad);
      expect([tcId, plain?.toString('hex')]).toEqual([
        tcId,
        result === 'valid' ? msg.toString('hex') : undefined,
      ]);
    }
  });

  it('HKDF-SHA256 gives the first 32 bytes Wycheproof gives', () => {
    const Test = z.object({
      tcId: z.int(),
      ikm: Hex,
      salt: Hex,
      info: Hex,
      size: z.int(),
      okm: Hex,
      result: Verdict,
    });
    const tests = groups('hkdf_sha256_test.json', z.object({ tests: z.array(Test) }))
      .flatMap((group) => group.tests)
      .filter(({ size, result }) => size >= 32 && result === 'valid');
    expect(tests.length).toBeGreaterThan(20);
    for (const { tcId, ikm, salt, info, okm } of tests) {
      expect([tcId, hkdf(ikm, salt, info)]).toEqual([tcId, okm.subarray(0, 32)]);
    }
  });

  it('HMAC-SHA256 gives the tags Wycheproof gives', () => {
    const Test = z.object({ tcId: z.int(), key: Hex, msg: Hex, tag: Hex, result: Verdict });
    const tests = groups('hmac_sha256_test.json', z.object({ tagSize: z.int(), tests: z.array(Test) }))
      .filter(({ tagSize }) => tagSize === 256)
      .flatMap((group) => group.tests);
    expect(tests.length).toBeGreaterThan(50);
    for (const { tcId, key, msg, tag, result } of tests) {
      expect([tcId, hmacSha256(key, msg).equals(tag)]).toEqual([tcId, result === 'valid']);
    }
  });
});

describe('seals', () => {
  const key = Buffer.alloc(32, 7);

  it('give back what was sealed, under a fresh IV each time', () => {
    const plain = Buffer.from('ledger key');
    const sealed = seal(key, plain, 'slot 1');
    expect(unseal(key, sealed, 'slot 1')).toEqual(plain);
    expect(seal(key, plain, 'slot 1').subarray(0, 12)).not.toEqual(sealed.subarray(0, 12));
  });

  it('open neither with a bit changed anywhere, nor cut short, nor for another purpose, nor with another key', () => {
    const sealed = seal(key, Buffer.from('ledger key'), 'slot 1');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(unseal(key, changed, 'slot 1')).toBeUndefined();
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(unseal(key, sealed.subarray(0, length), 'slot 1')).toBeUndefined();
    }
    expect(unseal(key, sealed, 'slot 2')).toBeUndefined();
    expect(unseal(Buffer.alloc(32, 8), sealed, 'slot 1')).toBeUndefined();
  });
});

describe('the key of a slot', () => {
  it('depends on password, salt, iterations and site secret, and is the same every time', async () => {
    const secret = Buffer.alloc(32, 1);
    const salt = Buffer.alloc(32, 2);
    const base = await deriveSlotKey('ﾊﾟｽﾜｰﾄﾞ', salt, 1000, secret);
    expect(await deriveSlotKey('パスワード', salt, 1000, secret)).toEqual(base);
    const others = await Promise.all([
      deriveSlotKey('パスワート', salt, 1000, secret),
      deriveSlotKey('パスワード', Buffer.alloc(32, 3), 1000, secret),
      deriveSlotKey('パスワード', salt, 1001, secret),
      deriveSlotKey('パスワード', salt, 1000, Buffer.alloc(32, 4)),
    ]);
    expect(new Set([base, ...others].map((key) => key.toString('hex'))).size).toBe(5);
    expect(secret).toEqual(Buffer.alloc(32, 1));
  });

  it('is nothing but zeros once wiped', () => {
    const key = Buffer.alloc(32, 9);
    wipe(key, undefined);
    expect(key).toEqual(Buffer.alloc(32));
  });
});
