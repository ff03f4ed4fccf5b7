import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/kernel/canonical-json.ts';
import { entryHash, GENESIS, payloadDigest } from '../../../main/trail/entry.ts';
import { place, seqOf } from '../../../main/trail/place.ts';

describe('a chain entry', () => {
  it('is hashed as SHA-256 over a zero byte and the canonical JSON of site, seq, prev and payload', () => {
    const payload = payloadDigest(Buffer.from('{"a":1}'));
    for (const [site, seq] of [
      ['tokyo-1', 1],
      ['第二浄水場 "x"\\', 123_456_789],
    ] as const) {
      const json = canonicalJson({
        site,
        seq,
        prev: GENESIS.toString('hex'),
        payload: payload.toString('hex'),
      });
      const expected = createHash('sha256').update(Buffer.of(0)).update(json).digest();
      expect(entryHash(site, seq, GENESIS, payload)).toEqual(expected);
    }
  });

  it('has a place that orders sites first and numbers second, and gives its number back', () => {
    expect(place(1, 1)).toBe(1_099_511_627_777);
    expect(place(1, 2 ** 40 - 1)).toBeLessThan(place(2, 1));
    expect(seqOf(place(8191, 77))).toBe(77);
    expect(Number.isSafeInteger(place(8191, 2 ** 40 - 1))).toBe(true);
  });
});
