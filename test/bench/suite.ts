import type { Figure } from './report.ts';
import type { Site } from './ledgers/site.ts';

/** What every measurement is given. */
export interface Bench {
  readonly quick: boolean;
  /** How many runs a figure is the median of. */
  readonly runs: number;
  /** Whether the row of this name, without its size, is asked for. */
  readonly wanted: (name: string) => boolean;
  /** Tells what is being done. */
  readonly say: (text: string) => void;
}

/** A measurement on a ledger of one size. */
export interface Suite {
  /** What its rows are called, without the size. */
  readonly rows: readonly string[];
  /** Measures; each figure is given as soon as it is there. The site is not to be changed: work on a copy. */
  measure(bench: Bench, site: Site): AsyncGenerator<Figure, void>;
}

/** Whether a row is asked for by `--only`: by the beginning of its name, or exactly if a size is given with it. */
export function isWanted(only: string, name: string, size: number): boolean {
  const whole = `${name}@${size}`;
  return only.includes('@') ? whole === only : whole.startsWith(only);
}
