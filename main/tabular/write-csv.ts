import { cp932Table } from './double-byte.ts';

/** A cell of a list that goes out: text, or a point of time in ms, null for none. */
export type OutCell = string | { readonly at: number | null };

let codes: ReadonlyMap<string, number> | undefined;

/**
 * CP932 codes by character. Where a character has several, the one that Windows writes: the first, but those of IBM (FAxx)
 * before NEC's selection of them (EDxx, EExx). Without the user-defined area: what stands there is another on each machine.
 */
function cp932Codes(): ReadonlyMap<string, number> {
  if (codes !== undefined) return codes;
  const found = new Map<string, number>();
  for (const [code, unit] of cp932Table().entries()) {
    if (unit === 0 || (unit >= 0xe000 && unit <= 0xf8ff)) continue;
    const character = String.fromCharCode(unit);
    const before = found.get(character);
    if (before === undefined || (before >= 0xed00 && before < 0xef00)) found.set(character, code);
  }
  codes = found;
  return found;
}

function codeOf(character: string): number | undefined {
  const unit = character.codePointAt(0) ?? 0;
  if (unit < 0x80) return unit;
  if (unit >= 0xff61 && unit <= 0xff9f) return unit - 0xff61 + 0xa1;
  return cp932Codes().get(character);
}

/** The characters of a text that CP932 has not, each once. */
export function lackingInCp932(text: string): string[] {
  return [...new Set(text)].filter((character) => codeOf(character) === undefined);
}

/** A text in CP932. Throws RangeError where it lacks a character: ask {@link lackingInCp932} first. */
export function encodeCp932(text: string): Buffer {
  const bytes = Buffer.alloc(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = codeOf(character);
    if (code === undefined) throw new RangeError('cp932: no such character');
    if (code > 0xff) {
      bytes[length] = code >> 8;
      length += 1;
    }
    bytes[length] = code & 0xff;
    length += 1;
  }
  return bytes.subarray(0, length);
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** CSV (RFC 4180), lines ended by CRLF. Cells are as they are: what could be a formula is the caller's to neutralise. */
export function csvText(rows: Iterable<readonly string[]>): string {
  return Array.from(rows, (cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}
