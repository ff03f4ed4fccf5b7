import { createHash, hash as oneShot } from 'node:crypto';

/** SHA-256 of bytes, or of a text's UTF-8. */
export function sha256(data: Uint8Array | string): Buffer {
  return oneShot === undefined
    ? createHash('sha256').update(data).digest()
    : oneShot('sha256', data, 'buffer');
}
