import type { STRETCHING as Real } from '../../shared/kernel/stretching.ts';

/**
 * In the place of shared/kernel/stretching.ts in unit tests: the same derivation, two hundred times quicker. The end-to-end tests and
 * test/security/stretching.e2e.ts run the program with its own numbers.
 */
export const STRETCHING = {
  first: 5_000,
  least: 3_000,
  most: 10_000_000,
} satisfies Readonly<Record<keyof typeof Real, number>>;
