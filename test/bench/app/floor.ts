import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import { pathsBelow } from '../../../resources/tooling/demo/book.ts';
import { bareRow, INSERT_SEARCH, INSERT_VISIT } from '../ledgers/bare.ts';
import type { Site } from '../ledgers/site.ts';
import { somebody } from '../ledgers/visits.ts';
import { pssOf } from './memory.ts';
import { type Session, Window } from './window.ts';

/** What one start of the empty page gives: times in ms, memory in MiB. */
export interface FloorSample {
  readonly start: number;
  readonly memory: number;
  /** A bare insert over IPC. */
  readonly inserts: readonly number[];
  /** An empty call over IPC. */
  readonly calls: readonly number[];
}

const repeat = (count: number, work: string): string => `(async () => {
  const times = [];
  for (let n = 0; n < ${count}; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.timeOrigin + performance.now();
    times.push((await (${work})) - start);
  }
  return times;
})()`;

const NOW = 'performance.timeOrigin + performance.now()';

/** What the empty page is started with. */
export interface EmptyApp {
  /** Holds the app in `app/`; its data go to `data/`. */
  readonly folder: string;
  /** The folder of better-sqlite3. */
  readonly database: string;
}

/** Starts the empty page once and measures everything it is the floor of. `copy` is a copy of the site that may be changed. */
export async function floorSample(
  { executable, env, idle, count }: Session,
  { folder, database }: EmptyApp,
  site: Site,
  copy: string,
): Promise<FloorSample> {
  const random = randomFrom(count);
  const row = bareRow(randomUUID(), somebody(random, site.areaIds), Date.now(), null);
  const insert = [
    [INSERT_VISIT, row.visit.slice(1)],
    [INSERT_SEARCH, row.texts],
  ];
  const window = await Window.start(
    executable,
    [
      `${folder}/app`,
      `--user-data=${folder}/data`,
      `--database-module=${database}`,
      `--ledger=${pathsBelow(copy).ledger}`,
      `--key=${site.key}`,
      `--insert=${JSON.stringify(insert)}`,
    ],
    env,
  );
  try {
    const start = (await window.painted("document.readyState === 'complete'")) - window.startedAt;
    await wait(idle);
    const memory = pssOf(window.pid);
    const list = async (work: string): Promise<number[]> =>
      (await window.cdp.evaluate(repeat(count, work))) as number[];
    await list('empty.insert(crypto.randomUUID())');
    return {
      start,
      memory,
      inserts: await list(`empty.insert(crypto.randomUUID()).then(() => ${NOW})`),
      calls: await list(`empty.nothing().then(() => ${NOW})`),
    };
  } finally {
    await window.kill();
  }
}
