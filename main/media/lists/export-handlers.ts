import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import { jstParts } from '../../../shared/kernel/time.ts';
import type { mediaContract } from '../../../shared/media/contract.ts';
import type { ListExported, ListFormat } from '../../../shared/media/lists/model.ts';
import type { SessionContext, SessionHandlers } from '../../context.ts';
import { askWhereToSave } from '../../system-dialog.ts';
import { syncFolder, writeFileSynced } from '../../vault/atomic-file.ts';
import { errorCode, isDiskFull } from '../../vault/fault.ts';
import { bytesOf, lackingIn } from './bytes.ts';
import { EXPORT_MAX_ROWS, tableOf, type What } from './table.ts';

const two = (value: number): string => String(value).padStart(2, '0');

const endingOf = (format: ListFormat): 'xlsx' | 'csv' => (format === 'xlsx' ? 'xlsx' : 'csv');

/** What narrowed the list, as the event keeps it. */
function saidOf({ filter }: What): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([part, value]) => (value === undefined ? [] : [[part, value]])),
  );
}

function whyNot(error: unknown, file: string): Reply<never> {
  const code = errorCode(error);
  if (code === undefined || code.startsWith('SQLITE')) throw error;
  return isDiskFull(error)
    ? refuse('export-disk-full', { detail: { file } })
    : refuse('export-failed', { detail: { file, error: code } });
}

/**
 * Writes the bytes beside where they are to stand, has the chain say that they go out, and only then gives them their name:
 * a list that nobody recorded never stands.
 */
async function writeRecorded(
  path: string,
  bytes: Buffer,
  record: () => Promise<Reply<null>>,
): Promise<Reply<null>> {
  const temporary = `${path}.new`;
  try {
    rmSync(temporary, { force: true });
    writeFileSynced(temporary, bytes);
    const recorded = await record();
    if (!recorded.ok) return recorded;
    renameSync(temporary, path);
    syncFolder(dirname(path));
    return recorded;
  } catch (error) {
    return whyNot(error, basename(path));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Writing lists of media out, one at a time. `choose` asks for a file to save to, proposing a name. */
export function createListExport(
  choose: (name: string, format: ListFormat) => Promise<string | undefined>,
): Pick<SessionHandlers<typeof mediaContract>, 'exportList'> {
  let busy = false;

  async function write(
    what: What,
    format: ListFormat,
    language: 'ja' | 'en',
    context: SessionContext,
  ): Promise<Reply<ListExported>> {
    const table = await tableOf(context.read, what, language);
    if (table === undefined) return refuse('export-too-many', { detail: { limit: EXPORT_MAX_ROWS } });
    if (table.rows.length === 0) return refuse('export-nothing');
    if (format === 'csv-cp932') {
      const found = lackingIn(table);
      if (found.count > 0) return ok({ state: 'lacking', ...found });
    }
    const { year, month, day } = jstParts(context.now());
    const ending = `.${endingOf(format)}`;
    const asked = await choose(`${table.title}-${year}${two(month)}${two(day)}${ending}`, format);
    if (asked === undefined) return ok({ state: 'cancelled' });
    if (context.ended()) return refuse('no-session');
    const named = extname(asked).toLowerCase() === ending;
    const path = named ? asked : `${asked}${ending}`;
    const file = basename(path);
    // The dialog has asked about the name that was typed, not about the one with the ending.
    if (!named && existsSync(path)) return refuse('export-file-exists', { detail: { file } });
    const bytes = await bytesOf(table, format);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const rows = table.rows.length;
    const data = { list: what.list, format, filter: saidOf(what), file, rows, sha256 };
    const subject = `site:${context.me.site.code}` as const;
    const written = await writeRecorded(path, bytes, () =>
      context.change(() => ({
        events: [{ type: 'media.listExported', version: 1, subject, data }],
        value: null,
      })),
    );
    return written.ok ? ok({ state: 'saved', file, rows }) : written;
  }

  return {
    async exportList({ what, format, language }, context) {
      if (busy) return refuse('export-busy');
      busy = true;
      try {
        return await write(what, format, language, context);
      } finally {
        busy = false;
      }
    },
  };
}

/** The export's handlers, asking with the system's dialog. */
export const listExport = createListExport((name, format) => {
  const ending = endingOf(format);
  return askWhereToSave(name, [{ name: ending === 'xlsx' ? 'Excel' : 'CSV', extensions: [ending] }]);
});
