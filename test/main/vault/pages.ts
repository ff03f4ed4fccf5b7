import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { FRAME, WAL_HEADER } from './wal.ts';

const PAGE = 4096;
/** SQLCipher 4 keeps 16 bytes of IV and 64 of HMAC-SHA512 at the end of each page, and the salt in the first 16 of the file. */
const RESERVED = 80;
const SALT = 16;

function decrypted(page: Buffer, number: number, key: Uint8Array): Buffer {
  const end = PAGE - RESERVED;
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16));
  decipher.setAutoPadding(false);
  return decipher.update(page.subarray(number === 1 ? SALT : 0, end));
}

/** Every page of a ledger file and of its write-ahead log, decrypted by hand: in use or free, old or new. */
export function* plainPages(
  file: string,
  key: Uint8Array,
): Generator<{ readonly at: string; readonly page: Buffer }> {
  const bytes = readFileSync(file);
  for (let number = 1; number * PAGE <= bytes.length; number += 1) {
    const page = decrypted(bytes.subarray((number - 1) * PAGE, number * PAGE), number, key);
    yield { at: `page ${number}`, page };
  }
  const wal = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  for (let from = WAL_HEADER; from + FRAME <= wal.length; from += FRAME) {
    const number = wal.readUInt32BE(from);
    const page = decrypted(wal.subarray(from + FRAME - PAGE, from + FRAME), number, key);
    yield { at: `WAL, page ${number}`, page };
  }
}
