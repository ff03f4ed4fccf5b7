import { rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { MINUTE } from '../../../shared/kernel/time.ts';
import type {
  BackupFault,
  BackupRow,
  BackupsView,
  ChosenFolder,
  FoundBackup,
} from '../../../shared/vault/model.ts';
import type { NewVaultEvent } from '../../../shared/vault/events.ts';
import { compareHeads, dueAt, isDue, RETRY_AFTER } from '../../../shared/vault/rules.ts';
import type { Decision, SessionContext } from '../../context.ts';
import { ownHead } from '../../trail/append.ts';
import { hashAt } from '../../trail/queries.ts';
import type { WriteDb } from '../db.ts';
import { freeBytes } from '../disk.ts';
import { drillFolder } from '../restore-files.ts';
import { BackupProblem, problemOf, refusalOf } from './fault.ts';
import { nameOf, readManifest } from './folder.ts';
import { guarded } from './guarded.ts';
import { makeBackup } from './make.ts';
import { backupRows, lastMadeIn, newest, schedule } from './queries.ts';
import { type Staged, stageBackup } from './stage.ts';
import { telling } from './telling.ts';

type Change = <T>(decide: (db: WriteDb, now: Instant) => Decision<T>) => Promise<Reply<T>>;
type MadeRow = Extract<BackupRow, { kind: 'made' }>;
type DrilledRow = Extract<BackupRow, { kind: 'drilled' }>;

interface Running {
  readonly work: 'backup' | 'drill';
  cancelled: boolean;
}

/** Backups of the open ledger, at will and by themselves, and drills. One at a time. `choose` asks for a folder. */
export class Backups {
  readonly #choose: () => Promise<string | undefined>;
  #running: Running | undefined;
  /** Folders that have been chosen; their paths stay in main. */
  readonly #chosen = new Map<string, { readonly path: string; readonly owner: string }>();
  #notBefore: Instant = 0;

  constructor(choose: () => Promise<string | undefined>) {
    this.#choose = choose;
  }

  /** What has been done, when the next is due, and what is being done now. */
  view({ read }: Pick<SessionContext, 'read'>): BackupsView {
    const planned = schedule(read);
    return {
      schedule: planned ?? null,
      dueAt: planned === undefined ? null : dueAt(planned, lastMadeIn(read, planned.folder)),
      last: newest(read, 'made') ?? null,
      running: this.#running?.work ?? null,
      rows: backupRows(read),
    };
  }

  /** Asks for a folder to make backups in. */
  async chooseFolder(context: SessionContext): Promise<Reply<ChosenFolder | null>> {
    const path = await this.#choose();
    if (path === undefined) return ok(null);
    return this.#refusing(async () => {
      const [there, here] = await Promise.all([stat(path), stat(context.paths.ledgerFolder)]);
      const id = this.#remember(path, context);
      return ok({ id, path, free: (await freeBytes(path)) ?? 0, sameDisk: there.dev === here.dev });
    });
  }

  /** Asks for the folder of a backup to be drilled with. */
  async chooseDrill(context: SessionContext): Promise<Reply<FoundBackup | null>> {
    const path = await this.#choose();
    if (path === undefined) return ok(null);
    return this.#refusing(async () => {
      const { site, madeAt, ledger, size } = readManifest(path);
      const id = this.#remember(path, context);
      return ok({ id, path, site, madeAt, bytes: ledger.bytes, size });
    });
  }

  /** Makes a backup now. */
  async backup(folder: string | null, context: SessionContext): Promise<Reply<MadeRow | null>> {
    const planned = schedule(context.read);
    const path = folder === null ? planned?.folder : this.#pathOf(folder, context);
    if (path === undefined) return refuse('backup-no-folder');
    return this.#make(path, context, (decide) => context.change(decide));
  }

  /** Makes the scheduled backup if it is due: called every few seconds while somebody is signed in. */
  async tick(context: SessionContext): Promise<void> {
    if (this.#running !== undefined || context.me.readOnly !== undefined) return;
    const planned = schedule(context.read);
    const now = context.now();
    if (planned === undefined || now < this.#notBefore) return;
    if (!isDue(planned, lastMadeIn(context.read, planned.folder), now)) return;
    const reply = await this.#make(planned.folder, context, (decide) => context.bySystem(decide));
    if (!reply.ok) this.#notBefore = now + (reply.refusal.code === 'busy' ? MINUTE : RETRY_AFTER);
  }

  /** Says when backups are made by themselves, and where. */
  async schedule(
    folder: string | null,
    times: { readonly everyHours: number; readonly keep: number } | null,
    context: SessionContext,
  ): Promise<Reply<BackupsView>> {
    const path = folder === null ? schedule(context.read)?.folder : this.#pathOf(folder, context);
    if (times !== null && path === undefined) return refuse('backup-no-folder', { field: 'folder' });
    const planned = times === null || path === undefined ? null : { folder: path, ...times };
    const changed = await context.change<null>(() => ({
      events: [event(context, 'backup.scheduled', { schedule: planned })],
      value: null,
    }));
    if (!changed.ok) return changed;
    this.#notBefore = 0;
    return ok(this.view(context));
  }

  /** Restores a backup to a folder of its own, verifies it and removes it. */
  async drill(
    source: string | null,
    password: string,
    context: SessionContext,
  ): Promise<Reply<DrilledRow | null>> {
    const last = newest(context.read, 'made');
    const lastPath = last && join(last.folder, last.name);
    const path = source === null ? lastPath : this.#pathOf(source, context);
    if (path === undefined) return refuse('restore-forgotten');
    return this.#alone('drill', async (mine) => {
      const found = await this.#drilled(path, password, context, mine);
      if (!found.ok) return found.refusal.code === 'cancelled' ? ok(null) : found;
      const data = { name: nameOf(path), ...found.value };
      const recorded = await context.change<null>(() => ({
        events: [event(context, 'backup.drilled', data)],
        value: null,
      }));
      if (!recorded.ok) return recorded;
      context.push('vault', 'changed', null);
      return ok(newest(context.read, 'drilled') ?? null);
    });
  }

  /** Stops what is being done. */
  cancel(): void {
    if (this.#running !== undefined) this.#running.cancelled = true;
  }

  async #drilled(
    path: string,
    password: string,
    context: SessionContext,
    mine: Running,
  ): Promise<Reply<{ result: BackupFault | 'verified'; size: number; head: string }>> {
    const into = drillFolder(context.paths);
    rmSync(into, { recursive: true, force: true });
    try {
      return await guarded(context.paths, context.now, context.me.identifier, async (identifier, secret) => {
        const staged = await stageBackup({
          source: path,
          into,
          identifier,
          password,
          secret,
          progress: telling(context.push, 'drill'),
          cancelled: () => mine.cancelled || context.ended(),
        });
        if (!staged.ok) return staged;
        staged.value.close();
        assertOwn(staged.value, context);
        const { size, head } = staged.value.manifest;
        return ok({ result: 'verified' as const, size, head });
      });
    } catch (error) {
      return ok({ result: problemOf(error).fault, size: 0, head: '' });
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  }

  async #make(folder: string, context: SessionContext, change: Change): Promise<Reply<MadeRow | null>> {
    return this.#alone('backup', async (mine) => {
      const planned = schedule(context.read);
      const tell = telling(context.push, 'backup');
      try {
        const made = await makeBackup(context, {
          folder,
          keep: planned?.folder === folder ? planned.keep : undefined,
          progress: (done, total) => tell({ step: 'copying', done, total }),
          cancelled: () => mine.cancelled || context.ended(),
        });
        if (!made.ok) return made.refusal.code === 'cancelled' ? ok(null) : made;
        const { name, manifest, kept, removed } = made.value;
        const { size, head, ledger } = manifest;
        const data = { name, folder, bytes: ledger.bytes, size, head, kept, removed };
        const recorded = await change<null>(() => ({
          events: [event(context, 'backup.made', data)],
          value: null,
        }));
        return recorded.ok ? ok(newest(context.read, 'made') ?? null) : recorded;
      } catch (error) {
        const { fault } = problemOf(error);
        await change<null>(() => ({
          events: [event(context, 'backup.failed', { folder, why: fault })],
          value: null,
        }));
        return refusalOf(error);
      } finally {
        context.push('vault', 'changed', null);
      }
    });
  }

  async #alone<T>(work: Running['work'], task: (mine: Running) => Promise<Reply<T>>): Promise<Reply<T>> {
    if (this.#running !== undefined) return refuse('backup-running');
    const mine: Running = { work, cancelled: false };
    this.#running = mine;
    try {
      return await task(mine);
    } finally {
      this.#running = undefined;
    }
  }

  async #refusing<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
    try {
      return await work();
    } catch (error) {
      return refusalOf(error);
    }
  }

  #remember(path: string, { actor }: SessionContext): string {
    const id = v7();
    this.#chosen.set(id, { path, owner: actor.id });
    return id;
  }

  #pathOf(id: string, { actor }: SessionContext): string | undefined {
    const chosen = this.#chosen.get(id);
    return chosen?.owner === actor.id ? chosen.path : undefined;
  }
}

function event<T extends NewVaultEvent['type']>(
  { me }: Pick<SessionContext, 'me'>,
  type: T,
  data: Extract<NewVaultEvent, { type: T }>['data'],
): NewVaultEvent {
  return { type, version: 1, subject: `site:${me.site.code}`, data } as NewVaultEvent;
}

/** Throws unless the backup is of this very chain. */
function assertOwn({ manifest }: Staged, { read }: SessionContext): void {
  const head = ownHead(read);
  if (head?.site !== manifest.site) throw new BackupProblem('other-site');
  const compared = compareHeads({ size: head.seq, hashAt: (seq) => hashAt(read, head, seq) }, [manifest]);
  if (compared === 'other-history') throw new BackupProblem('other-history');
}
