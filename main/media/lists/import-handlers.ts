import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { ListMapping } from '../../../shared/media/lists/model.ts';
import { listFaults } from '../../../shared/media/lists/rules.ts';
import type { SessionContext, SessionHandlers } from '../../context.ts';
import { askForPath } from '../../system-dialog.ts';
import { TableFault } from '../../tabular/fault.ts';
import { sameBytes } from '../../tabular/list.ts';
import { WorkbookFault } from '../../tabular/workbook/fault.ts';
import { type ChosenList, guessMapping, headersOf, likelySheet, openChosen } from './chosen.ts';
import { examine, SessionEnded } from './examine.ts';
import { rememberedMapping } from './queries.ts';
import { importSteps, ListRefused } from './run.ts';

/** Turns what reading a list throws into a refusal. */
async function refusing<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TableFault || error instanceof WorkbookFault)
      return refuse(error.code, { detail: error.detail });
    if (error instanceof SessionEnded) return refuse('no-session');
    if (!(error instanceof ListRefused)) throw error;
    const { why } = error;
    if (why === 'import-reason') return refuse(why, { field: 'reason' });
    if (why === 'import-nothing') return refuse(why);
    const { row, column, code, text } = why;
    return refuse('rows-refused', { detail: { row, column, problem: code, text } });
  }
}

/** The mapping of a sheet: that with which such a list was last taken in, otherwise a guess. */
async function startingMapping(
  chosen: ChosenList,
  sheet: number,
  { read }: SessionContext,
): Promise<{ readonly mapping: ListMapping; readonly remembered: boolean }> {
  const rows = await chosen.rows(sheet);
  const guessed = guessMapping(rows, sheet);
  if (guessed.headerRow === null) return { mapping: guessed, remembered: false };
  const known = rememberedMapping(read, headersOf(rows, guessed.headerRow));
  if (known === undefined) return { mapping: guessed, remembered: false };
  return { mapping: { ...known, sheet, headerRow: guessed.headerRow }, remembered: true };
}

type ImportChannel = 'chooseList' | 'previewList' | 'importList' | 'cancelList';

/**
 * Taking an office's list of media into the register. One file is chosen at a time, by one person; one import runs at a time.
 * `choose` asks for the path of a file.
 */
export function createListImport(
  choose: () => Promise<string | undefined>,
): Pick<SessionHandlers<typeof mediaContract>, ImportChannel> {
  let chosen: ChosenList | undefined;
  let running: { cancelled: boolean } | undefined;
  const fileOf = (id: string, { actor }: SessionContext): ChosenList | undefined =>
    chosen?.id === id && chosen.owner === actor.id ? chosen : undefined;

  return {
    chooseList: (_input, context) =>
      refusing(async () => {
        const path = await choose();
        if (path === undefined) return ok(null);
        const file = await openChosen(path, context.actor.id);
        const { mapping, remembered } = await startingMapping(file, await likelySheet(file), context);
        const preview = await examine(file, mapping, remembered, context);
        chosen = file;
        return ok(preview);
      }),

    previewList: ({ file: id, mapping }, context) =>
      refusing(async () => {
        const file = fileOf(id, context);
        return file === undefined
          ? refuse('file-forgotten')
          : ok(await examine(file, await fitted(file, mapping), false, context));
      }),

    importList: ({ file: id, mapping, reason }, context) =>
      refusing(async () => {
        const file = fileOf(id, context);
        if (file === undefined) return refuse('file-forgotten');
        if (running !== undefined) return refuse('import-running');
        if (listFaults(mapping).length > 0) return refuse('mapping-incomplete');
        const state = { cancelled: false };
        running = state;
        try {
          await sameBytes(file.list);
          const rows = await file.rows(mapping.sheet);
          const said = { reason, site: context.me.site.code };
          const progress = (done: number, total: number): void =>
            context.push('media', 'listProgress', { done, total });
          const reply = await context.changeInSteps(
            (db, now) => importSteps(file, rows, mapping, said, db, now, progress),
            () => state.cancelled,
          );
          if (reply.ok || reply.refusal.code !== 'cancelled') return reply;
          return ok({ registered: 0, changed: 0, unchanged: 0, cancelled: true });
        } finally {
          running = undefined;
        }
      }),

    cancelList: () => {
      if (running !== undefined) running.cancelled = true;
      return ok(null);
    },
  };
}

/** A mapping whose sheet or header row was changed has no columns yet: they are guessed anew. */
async function fitted(file: ChosenList, mapping: ListMapping): Promise<ListMapping> {
  if (mapping.columns.length > 0) return mapping;
  const rows = await file.rows(mapping.sheet);
  const { columns, headerRow } = guessMapping(
    mapping.headerRow === null ? rows : rows.filter(({ row }) => row === mapping.headerRow),
    mapping.sheet,
  );
  const width = headersOf(rows, mapping.headerRow).length;
  return {
    ...mapping,
    headerRow: mapping.headerRow ?? headerRow,
    columns: Array.from({ length: width }, (_, column) => columns[column] ?? null),
  };
}

/** The import's handlers, asking with the system's dialog. */
export const listImport = createListImport(() =>
  askForPath({
    properties: ['openFile'],
    filters: [
      { name: 'Excel, CSV', extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt'] },
      { name: '*', extensions: ['*'] },
    ],
  }),
);
