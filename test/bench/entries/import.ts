import { join } from 'node:path';
import { createImportHandlers } from '../../../main/entries/import/handlers.ts';
import { areas } from '../../../main/entries/queries.ts';
import type { Reply } from '../../../shared/kernel/result.ts';
import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import { bareInsert, bareRow, openBare } from '../ledgers/bare.ts';
import { startProgram } from '../ledgers/program.ts';
import type { Site } from '../ledgers/site.ts';
import { idFrom, type Past } from '../ledgers/visits.ts';
import { median, timed } from '../measure.ts';
import type { Suite } from '../suite.ts';
import { visitsOfFile, writeCsv } from './csv.ts';

const NAME = 'entries/import';
const MEMORY = 'entries/import-memory';
const FILE = 100_000;
const QUICK_FILE = 5000;

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

const rss = (): number => process.memoryUsage().rss / 2 ** 20;

/** Takes a file in as an officer does; how long it took (ms) and the most memory the process had meanwhile (MiB). */
async function importFile(
  folder: string,
  visits: readonly Past[],
): Promise<{ readonly ms: number; readonly peak: number }> {
  const program = await startProgram(folder, 'officer');
  const file = join(folder, 'visits.csv');
  writeCsv(file, new Map(areas(program.context.read).map(({ id, name }) => [id, name])), visits);
  let peak = 0;
  const push = (): void => {
    peak = Math.max(peak, rss());
  };
  const context = { ...program.context, push };
  const handlers = createImportHandlers(() => Promise.resolve(file));
  const preview = valueOf(await handlers.chooseImport({}, context));
  if (preview === null || preview.problemCount > 0 || preview.faults.length > 0)
    throw new Error(`bench: the file is not understood: ${JSON.stringify(preview)}`);
  const ms = await timed(async () => {
    const { imported } = valueOf(
      await handlers.runImport({ file: preview.file, mapping: preview.mapping }, context),
    );
    if (imported !== visits.length) throw new Error(`bench: imported ${imported} of ${visits.length}`);
  });
  await program.close();
  return { ms, peak };
}

/** The same rows in one bare transaction; everything but the inserts is done beforehand. */
async function insertRows(site: Site, folder: string, visits: readonly Past[]): Promise<number> {
  const random = randomFrom(1);
  const rows = visits.map(({ details, enteredAt, exitedAt }) =>
    bareRow(idFrom(random, enteredAt), details, enteredAt, exitedAt),
  );
  const bare = openBare(folder, site.key, 'write');
  const insert = bareInsert(bare);
  const ms = await timed(() => bare.transaction(() => rows.forEach(insert)).immediate());
  bare.close();
  return ms;
}

/** Taking a whole CSV file in, against a bare bulk insert of its rows; and whether memory grows with the file. */
export const bulkImport: Suite = {
  rows: [NAME, MEMORY],
  async *measure({ quick, runs, wanted, say }, site) {
    const count = quick ? QUICK_FILE : FILE;
    // A large ledger is not much larger after all runs, and copying it takes longer than the import.
    const shared = site.size > 5 * count ? [site.copy(), site.copy()] : undefined;
    if (wanted(NAME)) {
      const whole: number[] = [];
      const floor: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const visits = visitsOfFile(site, run + 1, count);
        const [mine, bare] = shared ?? [site.copy(), site.copy()];
        whole.push((await importFile(mine ?? '', visits)).ms);
        floor.push(await insertRows(site, bare ?? '', visits));
        say(`${NAME}: run ${run + 1} of ${runs}`);
      }
      const speed = (times: readonly number[]): number => (count * 1000) / median(times);
      yield {
        name: NAME,
        unit: 'entries/s',
        value: speed(whole),
        floor: speed(floor),
        target: 0.5,
        better: 'higher',
        runs,
      };
    }
    if (wanted(MEMORY)) {
      const [one = '', other = ''] = shared ?? [site.copy(), site.copy()];
      const small = await importFile(one, visitsOfFile(site, 101, count / 10));
      const large = await importFile(other, visitsOfFile(site, 102, count));
      yield {
        name: MEMORY,
        unit: 'MiB',
        value: large.peak,
        floor: small.peak,
        target: 1.25,
        better: 'lower',
        runs: 1,
      };
    }
  },
};
