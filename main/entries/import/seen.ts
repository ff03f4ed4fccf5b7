import { createHash } from 'node:crypto';

const WORDS = 4;

/**
 * Remembers which keys have come, 16 bytes of SHA-256 each, in an open-addressed table at most half full: a million rows
 * take 32 MiB at most, whatever the keys.
 */
export class Seen {
  #slots = new Uint32Array(1024 * WORDS);
  #count = 0;

  /** Whether the key has come before; from now on it has. */
  add(key: string): boolean {
    const digest = createHash('sha256').update(key).digest();
    const words = Array.from({ length: WORDS }, (_, index) => digest.readUInt32LE(index * 4));
    if (!this.#put(words)) return true;
    this.#count += 1;
    if (this.#count * 2 * WORDS > this.#slots.length) this.#grow();
    return false;
  }

  #put(words: readonly number[]): boolean {
    const slots = this.#slots;
    const size = slots.length / WORDS;
    for (let slot = (words[0] ?? 0) % size; ; slot = (slot + 1) % size) {
      const at = slot * WORDS;
      if (words.every((word, index) => slots[at + index] === word)) return false;
      if (slots.subarray(at, at + WORDS).every((word) => word === 0)) {
        slots.set(words, at);
        return true;
      }
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WORDS) {
      const words = [...old.subarray(at, at + WORDS)];
      if (words.some((word) => word !== 0)) this.#put(words);
    }
  }
}
