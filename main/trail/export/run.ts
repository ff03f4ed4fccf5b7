import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import { jstParts } from '../../../shared/kernel/time.ts';
import type { Exported, Ledger } from '../../../shared/trail/model.ts';
import type { SessionContext } from '../../context.ts';
import { syncFolder } from '../../vault/atomic-file.ts';
import { errorCode } from '../../vault/fault.ts';
import { ownHead } from '../append.ts';
import { lastCheckpoint } from '../checkpoints.ts';
import { headAt } from '../queries.ts';
import { breathe } from '../../turns.ts';
import { keysJson } from './keys.ts';
import { readme } from './readme.ts';
import { writeExport } from './write.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `20261124-1405`, in Japan. */
function stamp(at: number): string {
  const { year, month, day, hour, minute } = jstParts(at);
  return `${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}`;
}

/** What the disk said, as a refusal; any other error is thrown on. */
function diskRefusal(error: unknown, folder: string): Reply<never> {
  const code = errorCode(error);
  if (code === undefined || code.startsWith('SQLITE')) throw error;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? refuse('export-disk-full', { detail: { folder } })
    : refuse('export-failed', { detail: { folder, error: code } });
}

export interface ExportWatch {
  readonly progress: (done: number, total: number) => void;
  readonly cancelled: () => boolean;
}

/**
 * Writes the chain as it stands into a new folder below `parent`, first under a name that says it is not whole. What leaves the
 * ledger is recorded before it gets its own name: an export that nobody recorded never stands. Refused: `export-folder-taken`,
 * `export-disk-full`, `export-failed`, and as {@link SessionContext.checkpoint} and {@link SessionContext.change} are.
 */
export async function exportTrail(
  context: SessionContext,
  parent: string,
  withheld: readonly Ledger[],
  { progress, cancelled }: ExportWatch,
): Promise<Reply<Exported>> {
  const { site } = context.me;
  const marked = await context.checkpoint();
  if (!marked.ok) return marked;
  const snapshot = context.ledger.snapshot();
  let temporary: string | undefined;
  try {
    const { db } = snapshot;
    const size = lastCheckpoint(db)?.size ?? 0;
    const head = headAt(db, size);
    const siteNo = ownHead(db)?.siteNo;
    if (head === undefined || siteNo === undefined) throw new Error('export: the ledger has no chain');
    const now = context.now();
    const folder = join(parent, `SUIMON-trail-${site.code}-${size}-${stamp(now)}`);
    if (existsSync(folder)) return refuse('export-folder-taken', { detail: { folder } });
    temporary = `${folder}.part`;
    rmSync(temporary, { recursive: true, force: true });
    const steps = writeExport(temporary, {
      db,
      siteNo,
      size,
      withheld,
      keys: keysJson(db, size, head),
      readme: readme({
        site: `${site.name} ${site.room} (${site.code})`,
        size,
        head,
        madeAt: new Date(now).toISOString(),
        withheld: withheld.join(', '),
      }),
    });
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        const digest = step.value;
        const data = { size, head, withheld: [...withheld], digest };
        const recorded = await context.change(() => ({
          events: [{ type: 'trail.exported', version: 1, subject: `site:${site.code}`, data }],
          value: null,
        }));
        if (!recorded.ok) return recorded;
        renameSync(temporary, folder);
        temporary = undefined;
        syncFolder(parent);
        return ok({ state: 'done', folder, size, head, digest });
      }
      progress(step.value, size);
      await breathe();
      if (context.ended()) return refuse('no-session');
      if (cancelled()) {
        steps.return('');
        return ok({ state: 'cancelled' });
      }
    }
  } catch (error) {
    return diskRefusal(error, parent);
  } finally {
    snapshot.close();
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}
