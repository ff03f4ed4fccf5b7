import { cp932Table, eucJpTable } from './double-byte.ts';

/**
 * Judges byte by byte whether a text can be of one encoding. `step` answers false at the first byte that cannot stand where
 * it does; `complete` whether the bytes so far do not end within a character.
 */
export interface Candidate {
  step(byte: number): boolean;
  readonly complete: boolean;
}

/** UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
export class Utf8 implements Candidate {
  #wanted = 0;
  #low = 0x80;
  #high = 0xbf;

  step(byte: number): boolean {
    if (this.#wanted > 0) {
      if (byte < this.#low || byte > this.#high) return false;
      this.#low = 0x80;
      this.#high = 0xbf;
      this.#wanted -= 1;
      return true;
    }
    if (byte < 0x80) return true;
    if (byte < 0xc2 || byte > 0xf4) return false;
    if (byte === 0xe0) this.#low = 0xa0;
    else if (byte === 0xed) this.#high = 0x9f;
    else if (byte === 0xf0) this.#low = 0x90;
    else if (byte === 0xf4) this.#high = 0x8f;
    this.#wanted = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    return true;
  }

  get complete(): boolean {
    return this.#wanted === 0;
  }
}

const isLead = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
const isTrail = (byte: number): boolean => byte >= 0x40 && byte <= 0xfc && byte !== 0x7f;
const isSingle = (byte: number): boolean => byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf);

/** The frame that CP932 and Shift_JIS-2004 share; which pairs stand for a character is asked of `known`. */
class ShiftJis implements Candidate {
  #lead = 0;
  readonly #known: (pair: number) => boolean;
  /** Characters of two bytes so far. */
  pairs = 0;

  constructor(known: (pair: number) => boolean) {
    this.#known = known;
  }

  step(byte: number): boolean {
    if (this.#lead === 0) {
      if (isSingle(byte)) return true;
      this.#lead = byte;
      return isLead(byte);
    }
    const pair = this.#lead * 256 + byte;
    this.#lead = 0;
    this.pairs += 1;
    return isTrail(byte) && this.#known(pair);
  }

  get complete(): boolean {
    return this.#lead === 0;
  }
}

/** CP932, see {@link cp932Table}. */
export class Cp932 extends ShiftJis {
  constructor() {
    const table = cp932Table();
    super((pair) => table[pair] !== 0);
  }
}

/** Shift_JIS-2004 (JIS X 0213:2004), which fills nearly every pair of the frame. */
export class ShiftJis2004 extends ShiftJis {
  constructor() {
    super(() => true);
  }
}

/** EUC-JP, see {@link eucJpTable}. */
export class EucJp implements Candidate {
  #lead = 0;
  #three = false;
  readonly #table = eucJpTable();
  pairs = 0;
  /** Characters that are hiragana or katakana of full width. */
  kana = 0;

  step(byte: number): boolean {
    if (this.#lead === 0) {
      if (byte < 0x80) return true;
      if (byte === 0x8f && !this.#three) {
        this.#three = true;
        return true;
      }
      this.#lead = byte;
      return (byte >= 0xa1 && byte <= 0xfe) || (byte === 0x8e && !this.#three);
    }
    const lead = this.#lead;
    this.#lead = 0;
    if (lead === 0x8e) return byte >= 0xa1 && byte <= 0xdf;
    this.pairs += 1;
    if (!this.#three && (lead === 0xa4 || lead === 0xa5)) this.kana += 1;
    const code = (this.#three ? 65_536 : 0) + lead * 256 + byte;
    this.#three = false;
    return this.#table[code] !== 0;
  }

  get complete(): boolean {
    return this.#lead === 0 && !this.#three;
  }
}

/** UTF-16 with the byte order that its mark gave: no lone surrogates. */
export class Utf16 implements Candidate {
  #first = -1;
  #high = false;
  readonly #little: boolean;

  constructor(little: boolean) {
    this.#little = little;
  }

  step(byte: number): boolean {
    if (this.#first < 0) {
      this.#first = byte;
      return true;
    }
    const unit = this.#little ? byte * 256 + this.#first : this.#first * 256 + byte;
    this.#first = -1;
    const low = unit >= 0xdc00 && unit <= 0xdfff;
    if (low !== this.#high) return false;
    this.#high = unit >= 0xd800 && unit <= 0xdbff;
    return true;
  }

  get complete(): boolean {
    return this.#first < 0 && !this.#high;
  }
}
