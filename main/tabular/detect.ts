import { type Candidate, Cp932, EucJp, ShiftJis2004, Utf16, Utf8 } from './candidates.ts';
import { TableFault } from './fault.ts';

export type TextEncodingName = 'utf-8' | 'cp932' | 'euc-jp' | 'utf-16le' | 'utf-16be';

export interface Detected {
  readonly encoding: TextEncodingName;
  /** Bytes of the byte order mark at the beginning, not part of the text. */
  readonly mark: number;
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: TextEncodingName }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** First bytes of what people choose by mistake: zip (.xlsx, .ods), compound file (.xls), PDF. */
const NOT_TEXT: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

interface Runner {
  readonly name: TextEncodingName | 'sjis-2004';
  readonly candidate: Candidate;
}

interface Failure {
  readonly offset: number;
  readonly row: number;
}

/**
 * Finds out the encoding of a text from all of its bytes, in constant memory: each encoding is tried on every byte and drops
 * out where it cannot be. A byte order mark decides; UTF-8 goes before the others, whose texts are hardly ever valid UTF-8.
 * The first chunk pushed has to hold the first four bytes of the file, if it has as many.
 */
export class TextScan {
  #offset = 0;
  #row = 1;
  #afterCr = false;
  #mark: (typeof MARKS)[number] | undefined;
  #runners: Runner[] = [];
  #wide: Utf16 | undefined;
  #half = -1;
  readonly #cp932 = new Cp932();
  readonly #eucJp = new EucJp();
  readonly #failures = new Map<Runner['name'], Failure>();

  /** Looks at the next bytes. Throws TableFault `file-not-text`, `nul-character` and, once nothing fits, an encoding's. */
  push(bytes: Uint8Array): void {
    const rest = this.#offset === 0 ? this.#begin(bytes) : bytes;
    if (this.#wide === undefined) this.#pushNarrow(rest);
    else this.#pushWide(rest, this.#wide);
  }

  /** The encoding, after the last byte. Throws TableFault: `file-empty`, or that no encoding fits. */
  finish(): Detected {
    const mark = this.#mark?.bytes.length ?? 0;
    if (this.#offset === mark) throw new TableFault('file-empty');
    for (const { name, candidate } of this.#runners) {
      if (!candidate.complete) this.#drop(name);
    }
    const left = new Set(this.#runners.map(({ name }) => name));
    if (this.#mark !== undefined) return { encoding: this.#mark.encoding, mark };
    if (left.has('utf-8')) return { encoding: 'utf-8', mark };
    if (left.has('cp932') && left.has('euc-jp')) return { encoding: this.#eitherJapanese(), mark };
    if (left.has('cp932')) return { encoding: 'cp932', mark };
    return left.has('euc-jp') ? { encoding: 'euc-jp', mark } : this.#refuse();
  }

  #begin(bytes: Uint8Array): Uint8Array {
    if (NOT_TEXT.some((start) => startsWith(bytes, start))) throw new TableFault('file-not-text');
    this.#mark = MARKS.find((mark) => startsWith(bytes, mark.bytes));
    const encoding = this.#mark?.encoding;
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      this.#wide = new Utf16(encoding === 'utf-16le');
      this.#runners = [{ name: encoding, candidate: this.#wide }];
    } else {
      this.#runners = [{ name: 'utf-8', candidate: new Utf8() }];
      if (encoding === undefined) {
        this.#runners.push(
          { name: 'cp932', candidate: this.#cp932 },
          { name: 'euc-jp', candidate: this.#eucJp },
          { name: 'sjis-2004', candidate: new ShiftJis2004() },
        );
      }
    }
    this.#offset = this.#mark?.bytes.length ?? 0;
    return bytes.subarray(this.#offset);
  }

  #pushNarrow(bytes: Uint8Array): void {
    let resting = this.#runners.every(({ candidate }) => candidate.complete);
    for (const byte of bytes) {
      if (byte < 0x80) this.#count(byte);
      if (byte >= 0x80 || !resting) {
        for (const { name, candidate } of this.#runners) {
          if (!candidate.step(byte)) this.#drop(name);
        }
        resting = this.#runners.every(({ candidate }) => candidate.complete);
      }
      this.#offset += 1;
    }
  }

  #pushWide(bytes: Uint8Array, candidate: Utf16): void {
    for (const byte of bytes) {
      if (!candidate.step(byte)) this.#drop(this.#runners[0]?.name ?? 'utf-16le');
      if (this.#half < 0) {
        this.#half = byte;
      } else {
        const little = this.#mark?.encoding === 'utf-16le';
        const unit = little ? byte * 256 + this.#half : this.#half * 256 + byte;
        this.#half = -1;
        this.#count(unit);
      }
      this.#offset += 1;
    }
  }

  #count(unit: number): void {
    if (unit === 0) throw new TableFault('nul-character', { row: this.#row });
    if (unit === 0x0d || (unit === 0x0a && !this.#afterCr)) this.#row += 1;
    this.#afterCr = unit === 0x0d;
  }

  #drop(name: Runner['name']): void {
    this.#failures.set(name, { offset: this.#offset, row: this.#row });
    this.#runners = this.#runners.filter((runner) => runner.name !== name);
    if (this.#runners.length === 0) this.#refuse();
  }

  /** Shift_JIS-2004 only where the text is CP932 up to its first other character: broken UTF-8 may pass for it by chance. */
  #refuse(): never {
    const all = [...this.#failures].filter(([name]) => name !== 'sjis-2004');
    const [name, furthest] = all.reduce((best, next) => (next[1].offset > best[1].offset ? next : best));
    const whole = this.#runners.length > 0;
    throw new TableFault(whole && name === 'cp932' ? 'encoding-sjis-2004' : 'encoding-unknown', {
      ...furthest,
    });
  }

  /**
   * Bytes that are valid both ways. Read as CP932 they are half-width kana, and kanji of the second level if anything else:
   * then they are EUC-JP. With nothing but half-width kana, EUC-JP is believed if it makes kana of them.
   */
  #eitherJapanese(): TextEncodingName {
    if (this.#cp932.pairs > 0) return 'euc-jp';
    return this.#eucJp.kana * 2 > this.#eucJp.pairs ? 'euc-jp' : 'cp932';
  }
}
