/** Leads of the user-defined area of CP932, F040 to F9FC, which WHATWG gives to the private use area from U+E000 on. */
const USER_FIRST = 0xf0;
const USER_LAST = 0xf9;

/** UTF-16 units by code; 0 where a code stands for nothing. CP932: lead * 256 + trail. EUC-JP: the same, 3-byte from 65536 on. */
export type CodeTable = Uint16Array;

function fill(
  table: CodeTable,
  base: number,
  label: 'shift_jis' | 'euc-jp',
  codes: Iterable<readonly number[]>,
): void {
  const decoder = new TextDecoder(label);
  for (const code of codes) {
    const text = decoder.decode(Uint8Array.from(code));
    if (text.length !== 1 || text === '\uFFFD') continue;
    table[base + (code.at(-2) ?? 0) * 256 + (code.at(-1) ?? 0)] = text.charCodeAt(0);
  }
}

function* pairs(
  leads: readonly (readonly [number, number])[],
  trails: readonly [number, number],
): Generator<number[]> {
  for (const [first, last] of leads) {
    for (let lead = first; lead <= last; lead += 1) {
      for (let trail = trails[0]; trail <= trails[1]; trail += 1) yield [lead, trail];
    }
  }
}

let cp932: CodeTable | undefined;
let eucJp: CodeTable | undefined;

/**
 * CP932 (windows-31j), the encoding that Japanese Windows calls Shift-JIS: 髙 﨑 ① ㈱ and ～ (U+FF5E), as in the WHATWG
 * Encoding Standard. Taken from the runtime's TextDecoder, except for the user-defined area: Electron's ICU lacks a part of
 * it, Node's does not, and both have to read alike.
 */
export function cp932Table(): CodeTable {
  if (cp932 !== undefined) return cp932;
  const table = new Uint16Array(65_536);
  fill(
    table,
    0,
    'shift_jis',
    pairs(
      [
        [0x81, 0x9f],
        [0xe0, 0xef],
        [0xfa, 0xfc],
      ],
      [0x40, 0xfc],
    ),
  );
  for (let lead = USER_FIRST; lead <= USER_LAST; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      if (trail === 0x7f) continue;
      table[lead * 256 + trail] = 0xe000 + (lead - USER_FIRST) * 188 + trail - (trail < 0x7f ? 0x40 : 0x41);
    }
  }
  cp932 = table;
  return table;
}

/** EUC-JP of the WHATWG Encoding Standard: JIS X 0208 with NEC and IBM rows, and JIS X 0212 behind 8F. */
export function eucJpTable(): CodeTable {
  if (eucJp !== undefined) return eucJp;
  const table = new Uint16Array(131_072);
  fill(table, 0, 'euc-jp', pairs([[0xa1, 0xfe]], [0xa1, 0xfe]));
  fill(
    table,
    65_536,
    'euc-jp',
    (function* () {
      for (const pair of pairs([[0xa1, 0xfe]], [0xa1, 0xfe])) yield [0x8f, ...pair];
    })(),
  );
  eucJp = table;
  return table;
}
