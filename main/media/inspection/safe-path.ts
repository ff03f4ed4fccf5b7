import { isUtf8 } from 'node:buffer';

/** What could make a name read as another, or not be seen: controls, format characters, line ends, halves of pairs. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
const UNSAFE_OR_BACKSLASH = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\\]/u;

const hex = (byte: number): string => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** How many bytes a sequence of UTF-8 that begins so has; 1 for what begins none. */
function lengthOf(byte: number): number {
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
}

/**
 * A path as a drive has it, as a text that is safe to show and to keep: bytes that are not UTF-8 and characters that could mislead stand
 * as `\xNN` for each byte, a backslash as two, so that two paths never become the same text. On Windows the separator becomes `/`.
 */
export function safePath(bytes: Uint8Array, windows = process.platform === 'win32'): string {
  const path = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (windows) return safeText(Buffer.from(path.map((byte) => (byte === 0x5c ? 0x2f : byte))));
  return safeText(path);
}

function safeText(path: Buffer): string {
  if (isUtf8(path)) {
    const text = path.toString('utf8');
    if (!UNSAFE_OR_BACKSLASH.test(text)) return text;
  }
  let safe = '';
  for (let at = 0; at < path.length; ) {
    const piece = path.subarray(at, at + lengthOf(path[at] ?? 0));
    const text = isUtf8(piece) ? piece.toString('utf8') : undefined;
    if (text === undefined) {
      safe += hex(path[at] ?? 0);
      at += 1;
    } else {
      safe += text === '\\' ? '\\\\' : UNSAFE.test(text) ? [...piece].map(hex).join('') : text;
      at += piece.length;
    }
  }
  return safe;
}

/** Cuts a text that a machine gave to a line of at most `max` UTF-16 units, safe as in {@link safePath}; never empty. */
export function safeLine(text: string, max: number): string {
  const safe = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
  return safe === '' ? '?' : safe.slice(0, max).toWellFormed();
}
