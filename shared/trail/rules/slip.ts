import type { Refusal } from '../../kernel/result.ts';
import type { Compared } from '../model.ts';

/** The least of a head that is compared: 64 bits, which nobody hits by chance or makes to fit in reasonable time. */
export const LEAST_HEAD = 16;
const WHOLE_HEAD = 64;
/** Digits of a group as a slip prints them. */
export const GROUP = 4;

/** A slip as it was read from what somebody typed. */
export interface Slip {
  readonly size: number;
  /** The head or its beginning, hex in lower case. */
  readonly head: string;
  /** Letters that no slip has and that were read as the digit they look like, as `l→1`. */
  readonly taken: readonly string[];
}

/** No hexadecimal digit looks like these: whoever copied them meant the digit. */
const LOOKALIKES: Readonly<Record<string, string>> = { l: '1', i: '1', '|': '1', o: '0', 〇: '0', '○': '0' };

const BETWEEN = /[\s\-‐‑–—ー・.,:_]/gu;

/**
 * Reads a typed checkpoint slip: number and head, in any width, case and grouping. Refused: `slip-size-malformed` and
 * `slip-size-zero` at field `size`; at field `head` `slip-head-characters` (which, and in which group of four),
 * `slip-head-too-short` (fewer than 16 digits), `slip-head-too-long`.
 */
export function readSlip(typed: {
  readonly size: string;
  readonly head: string;
}): { readonly slip: Slip } | { readonly refusal: Refusal } {
  const taken = new Set<string>();
  const digits = (text: string): string =>
    [...text.normalize('NFKC').replaceAll(BETWEEN, '').toLowerCase()]
      .map((character) => {
        const meant = LOOKALIKES[character];
        if (meant !== undefined) taken.add(`${character}→${meant}`);
        return meant ?? character;
      })
      .join('');

  const size = digits(typed.size);
  if (!/^\d{1,12}$/u.test(size)) return { refusal: { code: 'slip-size-malformed', field: 'size' } };
  if (Number(size) === 0) return { refusal: { code: 'slip-size-zero', field: 'size' } };

  const head = digits(typed.head);
  const wrong = [...head].findIndex((character) => !/[0-9a-f]/u.test(character));
  if (wrong >= 0) {
    const detail = { character: [...head][wrong] ?? '', group: Math.floor(wrong / GROUP) + 1 };
    return { refusal: { code: 'slip-head-characters', field: 'head', detail } };
  }
  if (head.length < LEAST_HEAD) {
    return {
      refusal: { code: 'slip-head-too-short', field: 'head', detail: { n: head.length, least: LEAST_HEAD } },
    };
  }
  if (head.length > WHOLE_HEAD) {
    return {
      refusal: { code: 'slip-head-too-long', field: 'head', detail: { n: head.length, most: WHOLE_HEAD } },
    };
  }
  return { slip: { size: Number(size), head, taken: [...taken] } };
}

/**
 * Compares a checkpoint's head, or its beginning, with the head that this chain had at the same size (undefined if it never
 * was that long). Hashes hang on one another: an equal head means that every entry up to it is the same, a different one that
 * at least one is not.
 */
export function compareHead(head: string, own: string | undefined): Compared {
  if (own === undefined) return 'beyond';
  return own.startsWith(head) ? 'equal' : 'differs';
}
