import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { ok, refuse, type Reply } from '../../shared/kernel/result.ts';
import type { SavedSheet, sheetsContract, SheetsRefusal } from '../../shared/sheets/contract.ts';
import type { Desk } from '../accounts/desk.ts';
import type { OpenHandlers } from '../context.ts';
import { writeFileAtomic } from '../vault/atomic-file.ts';
import { errorCode, isDiskFull } from '../vault/fault.ts';
import { fileNameFor } from './file-name.ts';
import type { Paper } from './paper.ts';

const no = (code: SheetsRefusal, file?: string): Reply<never> =>
  refuse(code, file === undefined ? {} : { detail: { file } });

/** Why a file could not be written, by the system's error. */
function whyNotSaved(error: unknown): SheetsRefusal {
  if (isDiskFull(error)) return 'disk-full';
  const code = errorCode(error) ?? '';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(code)
    ? 'place-not-writable'
    : 'save-failed';
}

/** Writes the PDF whole or not at all, and leaves nothing of it in memory. */
function save(chosen: string, bytes: Uint8Array): Reply<SavedSheet> {
  const named = extname(chosen).toLowerCase() === '.pdf';
  const file = named ? chosen : `${chosen}.pdf`;
  const name = basename(file);
  try {
    // The dialog has asked about the name that was typed, not about the one with the ending.
    if (!named && existsSync(file)) return no('file-exists', name);
    writeFileAtomic(file, bytes);
    return ok({ state: 'saved', file: name });
  } catch (error) {
    return no(whyNotSaved(error), name);
  } finally {
    bytes.fill(0);
  }
}

/**
 * Printing and saving of the sheet that the window shows. Whoever is signed in when a dialog opens has to be so still when it is
 * answered: a session that has ended meanwhile shows another page, and its sheet goes nowhere (`no-session`).
 */
export function sheetsHandlers(
  desk: Pick<Desk, 'context'>,
  paper: Paper,
): OpenHandlers<typeof sheetsContract> {
  let busy = false;
  const alone = async <T>(work: (gone: () => boolean) => Promise<Reply<T>>): Promise<Reply<T>> => {
    if (busy) return no('sheet-busy');
    busy = true;
    const session = desk.context();
    try {
      return await work(() => session?.ended() === true);
    } finally {
      busy = false;
    }
  };

  return {
    savePdf: ({ title }) =>
      alone(async (gone) => {
        const chosen = await paper.choose(fileNameFor(title));
        if (chosen === undefined) return ok({ state: 'cancelled' });
        if (gone()) return refuse('no-session');
        const bytes = await paper.pdf();
        if (gone()) {
          bytes.fill(0);
          return refuse('no-session');
        }
        return save(chosen, bytes);
      }),

    print: () =>
      alone(async (gone) => {
        if (!(await paper.hasPrinter())) return no('no-printer');
        if (gone()) return refuse('no-session');
        const state = await paper.print();
        return state === 'failed' ? no('print-failed') : ok({ state });
      }),
  };
}
