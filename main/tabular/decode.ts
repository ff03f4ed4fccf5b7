import { TextDecoder } from 'node:util';
import type { TextEncodingName } from './detect.ts';
import { cp932Table, eucJpTable } from './double-byte.ts';
import { TableFault } from './fault.ts';

/** Turns the bytes of a file into text, chunk by chunk; a character cut by the end of a chunk is kept for the next. */
export interface TextDecoding {
  /** Throws TableFault `file-changed` on bytes that the scan of the same file had not met. */
  decode(bytes: Uint8Array): string;
  /** After the last chunk; throws `file-changed` if the text ends within a character. */
  finish(): void;
}

class Unicode implements TextDecoding {
  readonly #decoder: TextDecoder;

  constructor(label: string) {
    this.#decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  }

  decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes, { stream: true });
    } catch {
      throw new TableFault('file-changed');
    }
  }

  finish(): void {
    try {
      this.#decoder.decode();
    } catch {
      throw new TableFault('file-changed');
    }
  }
}

const HALF_WIDTH = 0xff61 - 0xa1;

/** Writes UTF-16 units for bytes; subclasses say what a byte after the bytes kept so far stands for. */
abstract class DoubleByte implements TextDecoding {
  #units = new Uint16Array(0);

  /** The unit that is complete with this byte; -1 if more bytes are wanted, 0 if there is no such character. */
  protected abstract take(byte: number): number;
  protected abstract readonly complete: boolean;

  decode(bytes: Uint8Array): string {
    if (this.#units.length < bytes.length) this.#units = new Uint16Array(bytes.length);
    const units = this.#units;
    let count = 0;
    for (const byte of bytes) {
      const unit = byte < 0x80 && this.complete ? byte : this.take(byte);
      if (unit === 0) throw new TableFault('file-changed');
      if (unit > 0) {
        units[count] = unit;
        count += 1;
      }
    }
    return Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
  }

  finish(): void {
    if (!this.complete) throw new TableFault('file-changed');
  }
}

class Cp932Text extends DoubleByte {
  #lead = 0;
  readonly #table = cp932Table();

  protected get complete(): boolean {
    return this.#lead === 0;
  }

  protected take(byte: number): number {
    if (this.#lead === 0) {
      if (byte >= 0xa1 && byte <= 0xdf) return byte + HALF_WIDTH;
      this.#lead = byte;
      return -1;
    }
    const unit = this.#table[this.#lead * 256 + byte] ?? 0;
    this.#lead = 0;
    return unit;
  }
}

class EucJpText extends DoubleByte {
  #lead = 0;
  #three = false;
  readonly #table = eucJpTable();

  protected get complete(): boolean {
    return this.#lead === 0 && !this.#three;
  }

  protected take(byte: number): number {
    if (this.#lead === 0) {
      if (byte === 0x8f && !this.#three) this.#three = true;
      else this.#lead = byte;
      return -1;
    }
    const lead = this.#lead;
    const code = (this.#three ? 65_536 : 0) + lead * 256 + byte;
    this.#lead = 0;
    this.#three = false;
    return lead === 0x8e ? byte + HALF_WIDTH : (this.#table[code] ?? 0);
  }
}

/** A decoding of one file's bytes, which begin behind its byte order mark. */
export function decoding(encoding: TextEncodingName): TextDecoding {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
      return new Unicode(encoding);
    case 'cp932':
      return new Cp932Text();
    case 'euc-jp':
      return new EucJpText();
  }
}
