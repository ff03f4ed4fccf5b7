import { createHash } from 'node:crypto';
import { KEY_BYTES } from './keys.ts';

/** One custodian's half of a recovery key, and which key it is a half of. */
export interface Share {
  readonly pair: number;
  readonly generation: number;
  readonly half: 'A' | 'B';
  readonly bytes: Buffer;
}

/** Why typed text is no share; `row` (from 1) is the first that does not fit its check. */
export type ShareFault =
  | { readonly code: 'share-length' }
  | { readonly code: 'share-row'; readonly row: number }
  | { readonly code: 'share-version' };

const VERSION = 1;
const ROWS = 6;
const ROW_BYTES = 6;
const ROW_LETTERS = 12;
const HEADER_BYTES = 4;
/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A share as it is printed and typed: six rows of three groups of four letters. Header (version, pair and half, generation in two bytes)
 * and the 32 bytes of the half make 36 bytes, six a row; each row carries twelve bits of SHA-256 over its number, the header
 * and its bytes, so that a mistyped row, rows in another order and rows of another share are named at once.
 */
export function writeShare({ pair, generation, half, bytes }: Share): readonly string[] {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(VERSION, 0);
  header.writeUInt8(pair * 2 + (half === 'A' ? 0 : 1), 1);
  header.writeUInt16BE(generation, 2);
  const whole = Buffer.concat([header, bytes]);
  return Array.from({ length: ROWS }, (_, row) => {
    const part = whole.subarray(row * ROW_BYTES, (row + 1) * ROW_BYTES);
    const number = (BigInt(`0x${part.toString('hex')}`) << 12n) | BigInt(check(row, header, part));
    const letters = Array.from({ length: ROW_LETTERS }, (_unused, place) =>
      ALPHABET.charAt(Number((number >> BigInt(5 * (ROW_LETTERS - 1 - place))) & 31n)),
    ).join('');
    return letters.replaceAll(/(.{4})(?=.)/gu, '$1-');
  });
}

/**
 * Reads a share as typed, or as a scanner types its QR code (rows after `SUIMON-RECOVERY-1:`): any case and width, with or without hyphens and
 * spaces, O for 0, I and L for 1.
 */
export function readShare(typed: string): Share | ShareFault {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*SUIMON-RECOVERY-1:/u, '')
    .replaceAll(/[\s\-‐‑–—ー−]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  if (text.length !== ROWS * ROW_LETTERS) return { code: 'share-length' };
  const rows = Array.from({ length: ROWS }, (_, row) =>
    rowOf(text.slice(row * ROW_LETTERS, (row + 1) * ROW_LETTERS)),
  );
  const header = rows[0]?.bytes.subarray(0, HEADER_BYTES) ?? Buffer.alloc(HEADER_BYTES);
  const wrong = rows.findIndex(
    (row, index) => row === undefined || row.check !== check(index, header, row.bytes),
  );
  if (wrong >= 0) return { code: 'share-row', row: wrong + 1 };
  if (header.readUInt8(0) !== VERSION) return { code: 'share-version' };
  const whole = Buffer.concat(rows.map((row) => row?.bytes ?? Buffer.alloc(0)));
  const place = header.readUInt8(1);
  return {
    pair: place >> 1,
    half: place % 2 === 0 ? 'A' : 'B',
    generation: header.readUInt16BE(2),
    bytes: whole.subarray(HEADER_BYTES, HEADER_BYTES + KEY_BYTES),
  };
}

function rowOf(letters: string): { readonly bytes: Buffer; readonly check: number } | undefined {
  let number = 0n;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    number = (number << 5n) | BigInt(value);
  }
  const hex = (number >> 12n).toString(16).padStart(2 * ROW_BYTES, '0');
  return { bytes: Buffer.from(hex, 'hex'), check: Number(number & 0xfffn) };
}

function check(row: number, header: Uint8Array, part: Uint8Array): number {
  const digest = createHash('sha256')
    .update('suimon recovery row 1')
    .update(Buffer.of(row))
    .update(header)
    .update(part)
    .digest();
  return digest.readUInt16BE(0) >> 4;
}
