/** Times of single calls in milliseconds, one list a run. */
export type Runs = readonly (readonly number[])[];

/** The middle value; of an even number of values the mean of both middle ones. Throws if there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('median of nothing');
  return (lower + upper) / 2;
}

/** The smallest value that at least `share` (0 to 1) of all values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('percentile of nothing');
  return found;
}

/** Calls a second: of each run its calls by its time, then the median of the runs. */
export function rate(runs: Runs): number {
  return median(runs.map((times) => (times.length * 1000) / times.reduce((sum, time) => sum + time, 0)));
}

/** The p99 of each run's calls, then the median of the runs, ms. */
export function p99(runs: Runs): number {
  return median(runs.map((times) => percentile(times, 0.99)));
}

/** How long something takes, ms. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  const pending = work();
  if (pending instanceof Promise) await pending;
  return performance.now() - start;
}

export interface Plan {
  readonly runs: number;
  /** Calls of each side a run. */
  readonly calls: number;
  /** Calls of one side before it is the other's turn. */
  readonly block?: number;
}

/**
 * Calls the work and its floor in turn, so that whatever else the machine does slows both. Both get the number of the call.
 * A first short run is thrown away.
 */
export async function interleaved(
  { runs, calls, block = 10 }: Plan,
  work: (call: number) => unknown,
  floor: (call: number) => unknown,
): Promise<{ readonly work: Runs; readonly floor: Runs }> {
  const times = { work: [] as number[][], floor: [] as number[][] };
  let next = 0;
  for (let run = -1; run < runs; run += 1) {
    const size = run < 0 ? Math.min(calls, block) : calls;
    const mine: number[] = [];
    const bare: number[] = [];
    for (let done = 0; done < size; done += block) {
      const until = next + Math.min(block, size - done);
      for (let call = next; call < until; call += 1) mine.push(await timed(() => work(call)));
      for (let call = next; call < until; call += 1) bare.push(await timed(() => floor(call)));
      next = until;
    }
    if (run < 0) continue;
    times.work.push(mine);
    times.floor.push(bare);
  }
  return times;
}

/** A clock that is stopped while the next portion is made ready. */
export class Stopwatch {
  #sum = 0;

  /** Runs something and adds its time. */
  run<T>(work: () => T): T {
    const start = performance.now();
    try {
      return work();
    } finally {
      this.#sum += performance.now() - start;
    }
  }

  /** What was added up, ms. */
  get ms(): number {
    return this.#sum;
  }
}
