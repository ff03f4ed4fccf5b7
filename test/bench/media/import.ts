import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createListImport } from '../../../main/media/lists/import-handlers.ts';
import { openList } from '../../../main/tabular/list.ts';
import { csvText } from '../../../main/tabular/write-csv.ts';
import { xlsxBytes } from '../../../main/tabular/write-xlsx.ts';
import type { Reply } from '../../../shared/kernel/result.ts';
import { LIST_MAX_COLUMNS, LIST_MAX_ROWS, type ListPreview } from '../../../shared/media/lists/model.ts';
import { startProgram } from '../ledgers/program.ts';
import { median, timed } from '../measure.ts';
import type { Suite } from '../suite.ts';
import { insertBare, tableRows } from './bare-rows.ts';

const FORMS = ['xlsx', 'csv'] as const;
type Form = (typeof FORMS)[number];
const LOOK = 'media/import-look';
const NAME = 'media/import';
const MEMORY = 'media/import-memory';
const QUICK = 2000;

const HEADER = [
  '管理番号',
  '種類',
  '名称',
  'メーカー',
  '型式',
  '製造番号',
  '暗号化',
  '保管者',
  '保管場所',
  '機密性',
];

function listOf(count: number): string[][] {
  return Array.from({ length: count }, (_, no) => [
    `USB-${no}`,
    'USBメモリ',
    `監視盤データ移送用 ${no % 97}`,
    'みなと電機',
    'MD-32',
    `SN${no}`,
    '機器自体が暗号化',
    `渡邊 健一 ${no % 13}`,
    `中央監視室 保管庫 ${no % 31}`,
    '機密性2',
  ]);
}

async function write(folder: string, form: Form, count: number): Promise<string> {
  const file = join(folder, `list-${count}.${form}`);
  const rows = listOf(count);
  const bytes =
    form === 'xlsx'
      ? await xlsxBytes(
          '台帳',
          HEADER.map((title) => ({ title, width: 18 })),
          rows,
        )
      : csvText([HEADER, ...rows]);
  writeFileSync(file, bytes);
  return file;
}

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

interface Times {
  readonly look: number;
  readonly whole: number;
  /** The most memory the process had, MiB. */
  readonly peak: number;
}

const rss = (): number => process.memoryUsage().rss / 2 ** 20;

/** Looks a list through and takes it in, as an officer does, ms. */
async function importFile(folder: string, file: string, count: number): Promise<Times> {
  const program = await startProgram(folder, 'officer');
  let peak = 0;
  const push = (): void => {
    peak = Math.max(peak, rss());
  };
  const context = { ...program.context, push };
  const handlers = createListImport(() => Promise.resolve(file));
  const previews: ListPreview[] = [];
  const look = await timed(async () => {
    const preview = valueOf(await handlers.chooseList({}, context));
    if (preview !== null) previews.push(preview);
  });
  const [seen] = previews;
  if (seen === undefined || seen.problemCount > 0 || seen.faults.length > 0)
    throw new Error(`bench: the list is not understood: ${JSON.stringify(seen)}`);
  push();
  const run = await timed(async () => {
    const { registered } = valueOf(
      await handlers.importList({ file: seen.file, mapping: seen.mapping, reason: '' }, context),
    );
    if (registered !== count) throw new Error(`bench: registered ${registered} of ${count}`);
  });
  await program.close();
  return { look, whole: look + run, peak };
}

/** Opening the list and reading its rows, nothing else, ms. */
function parse(file: string): Promise<number> {
  return timed(async () => {
    const list = await openList(file);
    await list.rows(0, { rows: LIST_MAX_ROWS + 1, columns: LIST_MAX_COLUMNS });
  });
}

/**
 * Taking an office's list of media in. The look (reading, understanding, comparing with the register) against reading alone. The whole
 * (look and import, chain and views included) against reading the same file and a bare bulk insert, in one durable transaction, of the rows
 * that the register then has: reading is on both sides. And what memory it takes, against a list of a tenth.
 */
export const mediaImport: Suite = {
  rows: [...FORMS.flatMap((form) => [`${LOOK}-${form}`, `${NAME}-${form}`]), MEMORY],
  async *measure({ quick, runs, wanted, say }, site) {
    if (site.size > 10_000) return;
    const count = quick ? QUICK : LIST_MAX_ROWS;
    for (const form of FORMS) {
      if (!wanted(`${LOOK}-${form}`) && !wanted(`${NAME}-${form}`)) continue;
      const times: Times[] = [];
      const reading: number[] = [];
      const floor: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const [folder, bare] = [site.copy(), site.copy()];
        const file = await write(folder, form, count);
        const read = await parse(file);
        times.push(await importFile(folder, file, count));
        const rows = tableRows(folder, site.key, 'media_register', "number LIKE 'USB-%'");
        if (rows.rows.length !== count) throw new Error(`bench: ${rows.rows.length} media stand`);
        reading.push(read);
        floor.push(read + (await insertBare(bare, site.key, rows)));
        say(`${NAME}-${form}: run ${run + 1} of ${runs}`);
      }
      const speed = (all: readonly number[]): number => (count * 1000) / median(all);
      const [look, whole] = [times.map((time) => time.look), times.map((time) => time.whole)];
      const shared = { unit: 'media/s', target: 0.5, better: 'higher', runs } as const;
      yield { name: `${LOOK}-${form}`, value: speed(look), floor: speed(reading), ...shared };
      yield { name: `${NAME}-${form}`, value: speed(whole), floor: speed(floor), ...shared };
    }
    if (wanted(MEMORY)) {
      const small = site.copy();
      const large = site.copy();
      const few = await importFile(small, await write(small, 'xlsx', count / 10), count / 10);
      const many = await importFile(large, await write(large, 'xlsx', count), count);
      yield {
        name: MEMORY,
        unit: 'MiB',
        value: many.peak,
        floor: few.peak,
        target: 1.5,
        better: 'lower',
        runs: 1,
      };
    }
  },
};
