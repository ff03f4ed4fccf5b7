import type { ListedLine } from '../../../main/media/inspection/list.ts';
import { recordList } from '../../../main/media/inspection/recording.ts';
import { breathe } from '../../../main/turns.ts';
import { entering } from '../entries/log.ts';
import { idFrom } from '../ledgers/visits.ts';
import { type Program, startProgram } from '../ledgers/program.ts';
import { median, timed } from '../measure.ts';
import type { Suite } from '../suite.ts';
import { randomFrom } from '../../../resources/tooling/demo/random.ts';
import { insertBare, tableRows } from './bare-rows.ts';
import { submitOne } from './fill.ts';

const NAME = 'media/content-list-record';
const DOOR = 'media/content-list-record-door';
const random = randomFrom(23);

/** As a drive of so many documents would be read. */
function linesOf(count: number, at: number): ListedLine[] {
  return Array.from({ length: count }, (_, n): ListedLine => {
    const path = `図面/${String(Math.floor(n / 500)).padStart(3, '0')}/設備台帳 ${String(n).padStart(6, '0')}.xlsx`;
    return [path, n * 131, n.toString(16).padStart(64, '0'), at, null];
  });
}

/** Records a list of these lines under a request, as the command does once a drive has been read; its id. */
async function record(
  { context }: Program,
  requestId: string,
  lines: readonly ListedLine[],
): Promise<{ readonly listing: string; readonly ms: number }> {
  const listing = idFrom(random, context.now());
  const ms = await timed(async () => {
    const reply = await recordList(
      { requestId, way: 'entry', source: 'E:/', listing },
      { lines, bytes: 0, problems: 0 },
      context,
      () => false,
    );
    if (!reply.ok) throw new Error(`bench: ${JSON.stringify(reply.refusal)}`);
  });
  return { listing, ms };
}

/**
 * Writing a content list, in parts, each on the chain and durable by itself, against the same rows in one bare transaction; and the longest
 * that somebody who enters waits meanwhile, against the longest of as many entries with nothing else going on.
 */
export const contentListRecord: Suite = {
  rows: [NAME, DOOR],
  async *measure({ runs, wanted, say }, site) {
    // Half a million entries are as many as a list takes.
    if (site.size > 100_000) return;
    const folder = site.copy();
    const other = site.copy();
    const program = await startProgram(folder);
    const requestId = await submitOne(program, site);
    const lines = linesOf(site.size, Date.now());
    let seed = 0;
    const enter = (): Promise<number> =>
      timed(() => program.call('entries.enter', entering(site, (seed += 1))));

    if (wanted(NAME)) {
      const whole: number[] = [];
      const floor: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const { listing, ms } = await record(program, requestId, lines);
        whole.push(ms);
        const rows = tableRows(
          folder,
          site.key,
          'media_listed_file',
          'listing = (SELECT no FROM media_listing WHERE id = ?)',
          listing,
        );
        if (rows.rows.length !== lines.length) throw new Error(`bench: ${rows.rows.length} lines stand`);
        floor.push(await insertBare(other, site.key, rows));
        say(`${NAME}: run ${run + 1} of ${runs}`);
      }
      const rate = (all: readonly number[]): number => (lines.length * 1000) / median(all);
      const [value, bare] = [rate(whole), rate(floor)];
      yield { name: NAME, unit: 'lines/s', value, floor: bare, target: 0.5, better: 'higher', runs };
    }
    if (wanted(DOOR)) {
      const longest: number[] = [];
      const alone: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const state = { done: false };
        const going = record(program, requestId, lines).finally(() => {
          state.done = true;
        });
        const waits: number[] = [];
        while (!state.done) {
          waits.push(await enter());
          // As between two messages of a window: promises alone would never let the recording go on.
          await breathe();
        }
        await going;
        longest.push(Math.max(...waits));
        const bare: number[] = [];
        for (const _ of waits) bare.push(await enter());
        alone.push(Math.max(...bare));
        say(`${DOOR}: run ${run + 1} of ${runs}, ${waits.length} entered meanwhile`);
      }
      const [value, floor] = [median(longest), median(alone)];
      yield { name: DOOR, unit: 'ms', value, floor, target: 3, better: 'lower', runs };
    }
    await program.close();
  },
};
