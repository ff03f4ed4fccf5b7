/**
 * Reads an undamaged QR code (ISO/IEC 18004), error correction M, byte mode, versions 1 to 30: what a phone does, without the
 * camera. It shares nothing with what draws the codes. Throws for anything else.
 */
export function readQr(dark: (column: number, row: number) => boolean, side: number): Buffer {
  const version = (side - 17) / 4;
  const [ecc, ...groups] = BLOCKS_M[version - 1] ?? [];
  if (ecc === undefined) throw new Error(`version ${version} is not read here`);
  const mask = maskOf(dark);
  const bits: number[] = [];
  for (const [column, row] of way(side, version)) {
    bits.push(Number(dark(column, row) !== mask(row, column)));
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, n) => number(bits, n * 8, 8));
  const lengths = groups.flatMap(([count, length]) => Array.from({ length: count }, () => length));
  const data = lengths.map((): number[] => []);
  let at = 0;
  for (let index = 0; index < Math.max(...lengths); index += 1) {
    for (const [block, length] of lengths.entries()) {
      if (index >= length) continue;
      data[block]?.push(words[at] ?? 0);
      at += 1;
    }
  }
  return bytesOf(
    data.flat().flatMap((word) => word.toString(2).padStart(8, '0').split('').map(Number)),
    version,
  );
}

type Blocks = readonly [ecc: number, ...groups: readonly (readonly [count: number, data: number])[]];

/** Error correction words of a block, and blocks with their data words (table 9, level M). */
const BLOCKS_M: readonly Blocks[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
  [30, [1, 50], [4, 51]],
  [22, [6, 36], [2, 37]],
  [22, [8, 37], [1, 38]],
  [24, [4, 40], [5, 41]],
  [24, [5, 41], [5, 42]],
  [28, [7, 45], [3, 46]],
  [28, [10, 46], [1, 47]],
  [26, [9, 43], [4, 44]],
  [26, [3, 44], [11, 45]],
  [26, [3, 41], [13, 42]],
  [26, [17, 42]],
  [28, [17, 46]],
  [28, [4, 47], [14, 48]],
  [28, [6, 45], [14, 46]],
  [28, [8, 47], [13, 48]],
  [28, [19, 46], [4, 47]],
  [28, [22, 45], [3, 46]],
  [28, [3, 45], [23, 46]],
  [28, [21, 45], [7, 46]],
  [28, [19, 47], [10, 48]],
];

const number = (bits: readonly number[], from: number, length: number): number =>
  Number.parseInt(bits.slice(from, from + length).join(''), 2);

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** The mask that the format beside the upper left finder names; level M is 00. */
function maskOf(dark: (column: number, row: number) => boolean): (row: number, column: number) => boolean {
  const bits = [0, 1, 2, 3, 4].map((column) => Number(dark(column, 8)));
  const format = number(bits, 0, 5) ^ 0b10101;
  const mask = MASKS[format & 0b111];
  if (format >> 3 !== 0 || mask === undefined) throw new Error('not error correction M');
  return mask;
}

/** Centres of the alignment patterns along one side (annex E). */
function alignments(version: number, side: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((side - 13) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, n) => side - 7 - (count - 2 - n) * step)];
}

function isFunction(column: number, row: number, side: number, version: number): boolean {
  if (column === 6 || row === 6) return true;
  if ((column < 9 && (row < 9 || row >= side - 8)) || (column >= side - 8 && row < 9)) return true;
  if (version >= 7 && ((column < 6 && row >= side - 11) || (row < 6 && column >= side - 11))) return true;
  const centres = alignments(version, side);
  const last = side - 7;
  return centres.some((x) =>
    centres.some((y) => {
      const inFinder = (x === 6 && (y === 6 || y === last)) || (x === last && y === 6);
      return !inFinder && Math.abs(column - x) <= 2 && Math.abs(row - y) <= 2;
    }),
  );
}

/** The modules that carry data, in the order in which they are placed: pairs of columns from the right, up and down. */
function* way(side: number, version: number): Generator<readonly [number, number]> {
  let up = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step += 1) {
      const row = up ? side - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isFunction(column, row, side, version)) yield [column, row];
    }
    up = !up;
  }
}

/** What the segments hold, until the end mark. Byte, alphanumeric and numeric segments. */
function bytesOf(bits: readonly number[], version: number): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  const take = (length: number): number => {
    at += length;
    return number(bits, at - length, length);
  };
  const wide = version >= 10;
  for (;;) {
    const mode = bits.length - at < 4 ? 0 : take(4);
    if (mode === 0) return Buffer.concat(parts);
    if (mode === 0b0100) {
      const length = take(wide ? 16 : 8);
      parts.push(Buffer.from(Array.from({ length }, () => take(8))));
    } else if (mode === 0b0010) {
      const length = take(wide ? 11 : 9);
      const pairs = Array.from({ length: Math.floor(length / 2) }, () => take(11));
      const text = pairs.map((pair) => `${LETTERS[Math.floor(pair / 45)]}${LETTERS[pair % 45]}`);
      if (length % 2 === 1) text.push(LETTERS[take(6)] ?? '');
      parts.push(Buffer.from(text.join('')));
    } else if (mode === 0b0001) {
      const length = take(wide ? 12 : 10);
      const threes = Array.from({ length: Math.floor(length / 3) }, () => String(take(10)).padStart(3, '0'));
      const rest = length % 3;
      if (rest > 0) threes.push(String(take(rest === 1 ? 4 : 7)).padStart(rest, '0'));
      parts.push(Buffer.from(threes.join('')));
    } else throw new Error(`mode ${mode} is not read here`);
  }
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
