import type { Compared } from '../model.ts';

/** One checkpoint of several that were compared with a chain. */
export interface ComparedCheckpoint {
  readonly size: number;
  readonly result: Compared;
}

/**
 * What checkpoints kept elsewhere let one know of a chain. Up to `equalUpTo` (0: nothing) every entry is the one that was
 * there then. The first altered or missing entry is one of `first` to `last`; both are undefined where no checkpoint speaks
 * against the chain. Which one of them it is no checkpoint can tell, unless they are the same number.
 */
export interface Knowledge {
  readonly equalUpTo: number;
  readonly bad?: { readonly first: number; readonly last: number };
  /** A smaller checkpoint differs though a larger one is equal: it is of another chain, and says nothing about this one. */
  readonly contradictory: readonly number[];
}

/** Draws {@link Knowledge} from checkpoints whose signature holds. `size` is how long the chain is now. */
export function knowledgeFrom(checkpoints: readonly ComparedCheckpoint[], size: number): Knowledge {
  const sizes = (result: Compared) =>
    checkpoints.filter((one) => one.result === result).map((one) => one.size);
  const equalUpTo = Math.max(0, ...sizes('equal'));
  const differs = sizes('differs');
  const contradictory = differs.filter((at) => at <= equalUpTo).toSorted((a, b) => a - b);
  const against = [
    ...differs.filter((at) => at > equalUpTo),
    // Longer once than now: at the latest the entry after the last is missing.
    ...(sizes('beyond').length > 0 ? [size + 1] : []),
  ];
  return {
    equalUpTo,
    contradictory,
    ...(against.length === 0 ? {} : { bad: { first: equalUpTo + 1, last: Math.min(...against) } }),
  };
}
