import type { entriesContract } from '../../../shared/entries/contract.ts';
import type { ImportMapping } from '../../../shared/entries/import-model.ts';
import type { ImportRefusal } from '../../../shared/entries/import-refusals.ts';
import { mappingFaults } from '../../../shared/entries/import-rules.ts';
import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { SessionContext, SessionHandlers } from '../../context.ts';
import { TableFault } from '../../tabular/fault.ts';
import { lookAt } from '../../tabular/file.ts';
import { chooseFile } from './choose.ts';
import { type ChosenFile, headersOf, openChosen } from './chosen.ts';
import { examine, SessionEnded } from './examine.ts';
import { guessMapping } from './guess.ts';
import { rememberedMapping } from './queries.ts';
import { importSteps, RowRefused } from './run.ts';

const no = (code: ImportRefusal, detail: Readonly<Record<string, string | number>> = {}): Reply<never> =>
  refuse(code, { detail });

/** Turns what reading a file throws into a refusal. */
async function refusing<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TableFault) return no(error.code, error.detail);
    if (error instanceof SessionEnded) return refuse('no-session');
    if (error instanceof RowRefused) {
      const { row, column, code, text } = error.problem;
      return no('rows-refused', { row, column, problem: code, text });
    }
    throw error;
  }
}

function startingMapping(
  chosen: ChosenFile,
  context: SessionContext,
): { mapping: ImportMapping; remembered: boolean } {
  const headers = headersOf(chosen, chosen.headerRow);
  const known = chosen.headerRow ? rememberedMapping(context.read, headers) : undefined;
  if (known !== undefined) return { mapping: known, remembered: true };
  const rows = chosen.first.slice(chosen.headerRow ? 1 : 0).map(({ cells }) => cells);
  return { mapping: guessMapping(chosen.headerRow, headers, rows), remembered: false };
}

type ImportChannel = 'chooseImport' | 'previewImport' | 'runImport' | 'cancelImport';

/**
 * The import of access-control and visitor logs. One file is chosen at a time, by one person; one import runs at a time.
 * `choose` asks for the path of a file.
 */
export function createImportHandlers(
  choose: () => Promise<string | undefined>,
): Pick<SessionHandlers<typeof entriesContract>, ImportChannel> {
  let chosen: ChosenFile | undefined;
  let running: { cancelled: boolean } | undefined;
  const fileOf = (id: string, { actor }: SessionContext): ChosenFile | undefined =>
    chosen?.id === id && chosen.owner === actor.id ? chosen : undefined;

  return {
    chooseImport: (_input, context) =>
      refusing(async () => {
        const path = await choose();
        if (path === undefined) return ok(null);
        const file = await openChosen(path, context.actor.id);
        const { mapping, remembered } = startingMapping(file, context);
        const preview = await examine(file, mapping, remembered, context);
        chosen = file;
        return ok(preview);
      }),

    previewImport: ({ file: id, mapping }, context) =>
      refusing(async () => {
        const file = fileOf(id, context);
        if (file === undefined) return no('file-forgotten');
        return ok(await examine(file, mapping, false, context));
      }),

    runImport: ({ file: id, mapping }, context) =>
      refusing(async () => {
        const file = fileOf(id, context);
        if (file === undefined) return no('file-forgotten');
        if (running !== undefined) return no('import-running');
        if (mappingFaults(mapping).length > 0) return no('mapping-incomplete');
        const state = { cancelled: false };
        running = state;
        try {
          if ((await lookAt(file.table.path)).sha256 !== file.table.sha256) return no('file-changed');
          const progress = (done: number): void =>
            context.push('entries', 'importProgress', { done, total: file.rows });
          const reply = await context.changeInSteps(
            (db, now) => importSteps(file, mapping, db, now, progress),
            () => state.cancelled,
          );
          if (reply.ok || reply.refusal.code !== 'cancelled') return reply;
          return ok({ imported: 0, doubled: 0, cancelled: true });
        } finally {
          running = undefined;
        }
      }),

    cancelImport: () => {
      if (running !== undefined) running.cancelled = true;
      return ok(null);
    },
  };
}

/** The import's handlers, asking with the system's dialog. */
export const importHandlers = createImportHandlers(chooseFile);
