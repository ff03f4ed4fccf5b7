import { beforeAll, describe, expect, it } from 'vitest';
import { entriesWith, FRAME, poweredOff, type PoweredOff, WAL_HEADER } from '../main/vault/wal.ts';

describe('A5 the WAL tampered with while the program does not run', () => {
  let off: PoweredOff;

  beforeAll(() => {
    off = poweredOff(5, 15);
  });

  it('A5 whole, it gives every acknowledged entry; deleted, the ledger as of the last time it was emptied', () => {
    expect(entriesWith(off, off.wal)).toBe(20);
    expect(entriesWith(off, undefined)).toBe(5);
    expect(entriesWith(off, Buffer.alloc(0))).toBe(5);
  });

  it('A5 a bit flipped in any frame ends it there: a consistent beginning of the ledger, no entry torn', () => {
    let last = off.inFile;
    for (let frame = 0; WAL_HEADER + frame * FRAME < off.wal.length; frame += 1) {
      const counts = [0, 8, 24, 24 + 17, FRAME - 1].map((offset) => {
        const changed = Buffer.from(off.wal);
        const at = WAL_HEADER + frame * FRAME + offset;
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << (frame % 8)), at);
        return entriesWith(off, changed);
      });
      expect(new Set(counts).size).toBe(1);
      const [count = 0] = counts;
      expect(count).toBeGreaterThanOrEqual(last);
      expect(count).toBeLessThan(off.acknowledged);
      last = count;
    }
    expect(last).toBe(off.acknowledged - 1);
  });

  it('A5 a header that does not fit, or the WAL of another ledger, counts as none', () => {
    const changed = Buffer.from(off.wal);
    changed.writeUInt8(changed.readUInt8(16) ^ 1, 16);
    expect(entriesWith(off, changed)).toBe(5);
    expect(entriesWith(off, Buffer.alloc(off.wal.length, 0x77))).toBe(5);
  });
});
