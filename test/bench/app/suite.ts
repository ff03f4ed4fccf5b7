import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../measure.ts';
import type { Figure } from '../report.ts';
import type { Suite } from '../suite.ts';
import { type FloorSample, floorSample } from './floor.ts';
import { type ProgramSample, programSample } from './program.ts';
import type { Tooling } from './tooling.ts';

const ROWS = ['app/cold-start', 'app/memory', 'entries/command', 'entries/scroll', 'entries/jump'] as const;
/** A frame of a screen that shows sixty a second, ms. A display without a screen would paint sooner. */
const FRAME = 1000 / 60;

/** What the starts of both come to. */
function figures(whole: readonly ProgramSample[], floor: readonly FloorSample[]): Figure[] {
  const of = <T>(samples: readonly T[], value: (sample: T) => number): number => median(samples.map(value));
  const common = { better: 'lower', runs: whole.length } as const;
  const call = of(floor, ({ calls }) => median(calls));
  return [
    {
      ...common,
      name: ROWS[0],
      unit: 'ms',
      value: of(whole, ({ start }) => start),
      floor: of(floor, ({ start }) => start),
      target: 1.3,
    },
    {
      ...common,
      name: ROWS[1],
      unit: 'MiB',
      value: of(whole, ({ memory }) => memory),
      floor: of(floor, ({ memory }) => memory),
      target: 1.25,
    },
    {
      ...common,
      name: ROWS[2],
      unit: 'ms',
      value: of(whole, ({ commands }) => median(commands)),
      floor: of(floor, ({ inserts }) => median(inserts)) + FRAME,
      target: 2.5,
    },
    // The longest frame of each run: none may take longer than two of sixty in a second.
    {
      ...common,
      name: ROWS[3],
      unit: 'ms',
      value: of(whole, ({ wheel }) => Math.max(...wheel)),
      floor: FRAME,
      target: 2,
    },
    {
      ...common,
      name: ROWS[4],
      unit: 'ms',
      value: of(whole, ({ jumps }) => median(jumps)),
      floor: 4 * call + FRAME,
      target: 1,
    },
  ];
}

/** Everything measured in the real window, on Linux: each start gives one sample of each figure, in turn with an empty page. */
export function windowSuite(tooling: Tooling): Suite {
  return {
    rows: ROWS,
    async *measure({ quick, runs, say }, site) {
      if (process.platform !== 'linux') return say('figures of the window are measured on Linux alone');
      await tooling.ensureBuilt();
      const { executablePath, app } = await tooling.launcher();
      const empty = tooling.accountFolder('suimon-empty-');
      cpSync(join(tooling.root, 'test', 'bench', 'empty-app'), join(empty, 'app'), { recursive: true });
      const copies = [tooling.copySite(site.folder), tooling.copySite(site.folder)] as const;
      const settings = quick ? { idle: 2000, count: 3 } : { idle: 5000, count: 20 };
      const page = { folder: empty, database: join(app, 'node_modules', 'better-sqlite3') };
      const whole: ProgramSample[] = [];
      const floor: FloorSample[] = [];
      try {
        await tooling.withDisplay(async (env) => {
          const session = { ...settings, executable: executablePath, env };
          for (let run = 0; run < runs; run += 1) {
            whole.push(await programSample(session, app, site, copies[0], run));
            floor.push(await floorSample(session, page, site, copies[1]));
            say(`window: run ${run + 1} of ${runs}`);
          }
        });
      } finally {
        for (const folder of [empty, ...copies]) rmSync(folder, { recursive: true, force: true });
      }
      yield* figures(whole, floor);
    },
  };
}
