import { randomFillSync } from 'node:crypto';

const LENGTH = 16;
const pool = Buffer.alloc(LENGTH * 256);
let used = pool.length;

/** 16 random bytes, drawn from the system 256 times as many at once. They are the caller's own for good. */
export function sixteenRandomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += LENGTH;
  return Buffer.from(pool.subarray(used - LENGTH, used));
}
