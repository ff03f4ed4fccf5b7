import { z } from '../../kernel/zod.ts';

/** A stretch of sequence numbers, both ends included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * Stretches as an event holds them: by turns how many numbers are skipped and how many are meant, from number 1 on. `[4, 2, 1,
 * 1]` are 5, 6 and 8.
 */
export const Runs = z
  .array(z.int().min(0))
  .min(2)
  .refine((steps) => steps.length % 2 === 0 && steps.every((step, index) => index === 0 || step > 0), {
    error: 'malformed',
  });

/** Rising numbers as stretches. Throws if they do not rise. */
export function runsOf(numbers: Iterable<number>): Run[] {
  const runs: { first: number; last: number }[] = [];
  let run: { first: number; last: number } | undefined;
  for (const number of numbers) {
    if (run !== undefined && number <= run.last) throw new TypeError('runs: numbers do not rise');
    if (run !== undefined && number === run.last + 1) {
      run.last = number;
    } else {
      run = { first: number, last: number };
      runs.push(run);
    }
  }
  return runs;
}

/** Rising stretches that do not touch, as an event holds them. */
export function encodeRuns(runs: readonly Run[]): number[] {
  let next = 1;
  return runs.flatMap(({ first, last }) => {
    const skipped = first - next;
    next = last + 1;
    return [skipped, last - first + 1];
  });
}

/** What {@link encodeRuns} wrote. */
export function decodeRuns(steps: readonly number[]): Run[] {
  const runs: Run[] = [];
  let next = 1;
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const first = next + (steps[at] ?? 0);
    next = first + (steps[at + 1] ?? 0);
    runs.push({ first, last: next - 1 });
  }
  return runs;
}
