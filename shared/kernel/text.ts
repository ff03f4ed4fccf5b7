import { z } from './zod.ts';

/** Control characters, line and paragraph separators, and direction overrides that could make a line read as another. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const LONE_SURROGATE = /\p{Cs}/u;

/** Whether nothing in a text could make it read as another: no control or direction characters, no half of a pair. */
export function plain(value: string): boolean {
  return !UNSAFE.test(value) && !LONE_SURROGATE.test(value);
}

/** One line of text: trimmed, NFC, no control or direction characters, at most `max` UTF-16 units. Empty allowed. */
export function line(max: number) {
  return z
    .string()
    .max(max, { error: 'too-long' })
    .refine(plain, { error: 'unsafe-characters' })
    .transform((value) => value.normalize('NFC').trim());
}

/** As {@link line}, with at least one character left after trimming. */
export function requiredLine(max: number) {
  return line(max).refine((value) => value !== '', { error: 'required' });
}

/** Several lines of text: line feeds and tabs allowed. */
export function paragraph(max: number) {
  return z
    .string()
    .max(max, { error: 'too-long' })
    .transform((value) => value.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
    .refine((value) => plain(value.replaceAll(/[\t\n]/gu, '')), { error: 'unsafe-characters' })
    .transform((value) => value.normalize('NFC').trim());
}

/** As {@link paragraph}, with at least one character left after trimming: a reason, an explanation. */
export function requiredParagraph(max: number) {
  return paragraph(max).refine((value) => value !== '', { error: 'required' });
}
