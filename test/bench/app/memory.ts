import { readdirSync, readFileSync } from 'node:fs';

/** The parent of each process there is. */
function parents(): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // pid (command) state parent …; the command may hold anything.
      found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

/** The memory of a process and all below it, shared pages divided among those who share them (PSS), MiB. Linux alone. */
export function pssOf(pid: number): number {
  const parentOf = parents();
  const isBelow = (one: number | undefined): boolean =>
    one === pid || (one !== undefined && one > 1 && isBelow(parentOf.get(one)));
  let kib = 0;
  for (const one of parentOf.keys()) {
    if (!isBelow(one)) continue;
    try {
      kib += Number(/^Pss:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return kib / 1024;
}
