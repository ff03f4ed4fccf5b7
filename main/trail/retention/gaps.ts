import type { Run } from '../../../shared/trail/retention/runs.ts';

/** The entries met so far whose payload is missing and that no erasure has named yet. */
export class Gaps {
  #open: Run[] = [];

  /** The payload of this entry is missing. Numbers come rising. */
  add(seq: number): void {
    const last = this.#open.at(-1);
    if (last !== undefined && seq === last.last + 1)
      this.#open[this.#open.length - 1] = { first: last.first, last: seq };
    else this.#open.push({ first: seq, last: seq });
  }

  /** The first that no erasure has named; undefined if there is none. */
  get first(): number | undefined {
    return this.#open[0]?.first;
  }

  /** An erasure names these. Answers whether all of them were missing and not yet named; those that were are explained now. */
  explain(runs: readonly Run[]): boolean {
    const left: Run[] = [];
    let sound = true;
    let index = 0;
    let run = runs[index];
    for (const gap of this.#open) {
      let from = gap.first;
      while (run !== undefined && run.first <= gap.last) {
        if (run.first < from || run.last > gap.last) sound = false;
        if (run.first > from) left.push({ first: from, last: run.first - 1 });
        from = Math.max(from, run.last + 1);
        if (run.last > gap.last) break;
        index += 1;
        run = runs[index];
      }
      if (from <= gap.last) left.push({ first: from, last: gap.last });
    }
    this.#open = left;
    return sound && run === undefined;
  }
}
