import { describe, expect, it } from 'vitest';
import { readCheckpoint, type SiteAlgorithm, writeCheckpoint } from '../../../main/trail/checkpoint.ts';
import { newSignatureKey, signWith, verifyWith } from '../../../main/vault/signatures.ts';

const head = { siteNo: 1, site: 'midori', seq: 42, hash: Buffer.alloc(32, 7) };

function keyed(algorithm: SiteAlgorithm) {
  const key = newSignatureKey(algorithm);
  const spki = Buffer.from(key.public.key, 'base64');
  return {
    spki,
    sign: (bytes: Uint8Array) => ({
      algorithm,
      value: signWith(algorithm, key.privateKey, bytes).toString('base64'),
    }),
    verify: (bytes: Uint8Array, signature: Uint8Array) => verifyWith(algorithm, spki, bytes, signature),
  };
}

describe.each(['ed25519', 'ecdsa-p256-sha256'] as const)('a checkpoint signed with %s', (algorithm) => {
  const { spki, sign, verify } = keyed(algorithm);
  const note = writeCheckpoint(head, algorithm, spki, sign);

  it('is a signed note of origin, size and head', () => {
    const lines = note.split('\n');
    expect(lines.slice(0, 4)).toEqual(['suimon/midori', '42', head.hash.toString('base64'), '']);
    expect(lines[4]).toMatch(/^— suimon\/midori [A-Za-z0-9+/]+=*$/u);
    expect(lines.slice(5)).toEqual(['']);
  });

  it('reads back as what was written', () => {
    expect(readCheckpoint(note, algorithm, spki, verify)).toEqual({
      origin: 'suimon/midori',
      size: 42,
      head: head.hash,
    });
  });

  it('is refused with any one character changed', () => {
    for (let index = 0; index < note.length; index += 1) {
      const changed = `${note.slice(0, index)}${note[index] === 'x' ? 'y' : 'x'}${note.slice(index + 1)}`;
      const read = readCheckpoint(changed, algorithm, spki, verify);
      expect(read === undefined || (read.size === 42 && read.head.equals(head.hash)), `at ${index}`).toBe(
        true,
      );
    }
  });

  it('is refused under another key', () => {
    const other = keyed(algorithm);
    expect(readCheckpoint(note, algorithm, other.spki, other.verify)).toBeUndefined();
  });
});
