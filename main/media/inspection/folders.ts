import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { v7 } from 'uuid';
import { refuse, type Reply, ok } from '../../../shared/kernel/result.ts';
import type { ChosenFolder } from '../../../shared/media/inspection/contract.ts';
import type { MediaRefusal } from '../../../shared/media/refusals.ts';
import type { SessionContext } from '../../context.ts';
import { safePath } from './safe-path.ts';

/** A drive or folder that was chosen: where it stands and on which drive, so that another in its place is noticed. */
export interface Folder {
  readonly path: string;
  /** As it can be shown. */
  readonly shown: string;
  /** Whether the same folder of the same drive is still there. */
  there(): Promise<boolean>;
}

const no = (code: MediaRefusal, path: string): Reply<never> => refuse(code, { detail: { path } });

async function identity(path: string): Promise<string | undefined> {
  try {
    const found = await lstat(path, { bigint: true });
    return found.isDirectory() ? `${found.dev}:${found.ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** Whether one path stands in the other, or is it. */
function within(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (way.split(sep)[0] !== '..' && !isAbsolute(way));
}

/** The folders that have been chosen; their paths stay in main, and each is known to whoever chose it. */
export class Folders {
  readonly #chosen = new Map<string, Folder & { readonly owner: string }>();

  /**
   * Keeps a path that was chosen in the system's dialog. Refused: `folder-gone` if no folder is there, `folder-own` if the ledger stands in it or it
   * stands in the ledger's.
   */
  async keep(chosen: string, { actor, paths }: SessionContext): Promise<Reply<ChosenFolder>> {
    const shown = safePath(Buffer.from(chosen));
    const path = await realpath(chosen).catch(() => undefined);
    const first = path === undefined ? undefined : await identity(path);
    if (path === undefined || first === undefined) return no('folder-gone', shown);
    for (const own of [paths.ledgerFolder, paths.appFolder]) {
      const real = await realpath(own).catch(() => own);
      if (within(path, real) || within(real, path)) return no('folder-own', shown);
    }
    const id = v7();
    const there = async (): Promise<boolean> => (await identity(path)) === first;
    this.#chosen.set(id, { path, shown, there, owner: actor.id });
    return ok({ id, path: shown });
  }

  /** What was chosen under an id. Refused: `folder-forgotten` if it was not, or by somebody else; `folder-gone`. */
  async of(id: string, { actor }: SessionContext): Promise<Reply<Folder>> {
    const found = this.#chosen.get(id);
    if (found?.owner !== actor.id) return refuse('folder-forgotten', { field: 'folder' });
    return (await found.there()) ? ok(found) : no('folder-gone', found.shown);
  }
}
