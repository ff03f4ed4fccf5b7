import { hostname } from 'node:os';
import { v7 } from 'uuid';
import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type {
  CheckRecord,
  InspectionProgress,
  Listing,
  Scanner,
  Way,
} from '../../../shared/media/inspection/model.ts';
import {
  decideCheck,
  refuseDefinitions,
  refuseListing,
  refuseLooking,
} from '../../../shared/media/inspection/rules/decide.ts';
import type { SessionContext } from '../../context.ts';
import { actorNames } from '../../accounts/queries.ts';
import { mediaPolicy } from '../queries.ts';
import { inspectedRequest } from './facts.ts';
import type { Folder, Folders } from './folders.ts';
import { listFolder, type Watcher } from './list.ts';
import { listings } from './listings.ts';
import { recordList } from './recording.ts';
import { safeLine } from './safe-path.ts';
import type { FindScanners } from './scanners/find.ts';
import type { InstalledScanner } from './scanners/scanner.ts';

interface Target {
  readonly requestId: string;
  readonly way: Way;
  readonly folder: string;
}

const EVERY = 100;

/** Scans and content lists of this machine. One at a time: drives are slow enough alone. */
export class Inspections {
  readonly #folders: Folders;
  readonly #find: FindScanners;
  #running: { cancelled: boolean } | undefined;

  constructor(folders: Folders, find: FindScanners) {
    this.#folders = folders;
    this.#find = find;
  }

  /** The products found on this machine now. */
  async scanners(): Promise<readonly Scanner[]> {
    const found = await this.#find();
    return found.map(({ id, product, version, definitionsAt }) => ({ id, product, version, definitionsAt }));
  }

  /** Stops what is under way. */
  cancel(): void {
    if (this.#running !== undefined) this.#running.cancelled = true;
  }

  /**
   * Scans what was chosen and records the result as made here. null: cancelled. Nothing is recorded unless the product came to an end and read every
   * file (`scan-failed`, `scan-incomplete`, `drive-gone`), or found something.
   */
  scan(
    {
      requestId,
      way,
      folder: folderId,
      scanner: wanted,
      exception,
    }: Target & { readonly scanner: Scanner['id']; readonly exception: string },
    context: SessionContext,
  ): Promise<Reply<{ readonly result: 'clean' | 'found' } | null>> {
    return this.#alone(context, async (watcher) => {
      const refused = refuseLooking(way, inspectedRequest(context.read, requestId));
      if (refused !== undefined) return { ok: false, refusal: refused };
      const folder = await this.#folders.of(folderId, context);
      if (!folder.ok) return folder;
      const scanner = (await this.#find()).find(({ id }) => id === wanted);
      if (scanner === undefined) return refuse('scanner-missing', { field: 'scanner' });
      const { definitionsAt } = scanner;
      if (definitionsAt === null) return refuse('definitions-unknown', { field: 'scanner' });
      const begun = { definitionsAt, checkedAt: context.now(), exception };
      const old = refuseDefinitions(begun, mediaPolicy(context.read));
      if (old !== undefined) return { ok: false, refusal: { ...old, field: 'exception' } };
      const scanned = await scanFolder(folder.value, scanner, watcher);
      if (!scanned.ok) return scanned;
      if (scanned.value === null) return ok(null);
      const { findings, files, more } = scanned.value;
      const result = findings.length === 0 ? 'clean' : 'found';
      const check: CheckRecord = {
        ...begun,
        checkedAt: context.now(),
        way,
        machine: safeLine(hostname(), 100),
        product: scanner.product,
        version: scanner.version,
        by: context.actor.name,
        result,
        findings: [...findings],
      };
      return context.change((db, now) => {
        const facts = { request: inspectedRequest(db, requestId), policy: mediaPolicy(db) };
        const decision = decideCheck({ check, origin: 'here', files, more }, facts, now);
        return 'refusal' in decision ? decision : { events: decision.events, value: { result } };
      });
    });
  }

  /**
   * Reads every file of what was chosen and keeps the list. null: cancelled. A list that does not come to its end counts for nothing. No list if the drive went away
   * (`drive-gone`) or holds too much (`listing-too-many`).
   */
  listContents(
    { requestId, way, folder: folderId }: Target,
    context: SessionContext,
  ): Promise<Reply<Listing | null>> {
    return this.#alone(context, async (watcher) => {
      const refused = refuseListing(way, inspectedRequest(context.read, requestId));
      if (refused !== undefined) return { ok: false, refusal: refused };
      const folder = await this.#folders.of(folderId, context);
      if (!folder.ok) return folder;
      const { path, shown } = folder.value;
      const outcome = await listFolder(path, watcher);
      const gone = (): Reply<never> => refuse('drive-gone', { detail: { path: shown } });
      if (outcome.end !== 'whole') {
        if (outcome.end === 'cancelled') return ok(null);
        return outcome.end === 'gone' ? gone() : refuse('listing-too-many');
      }
      if (!(await folder.value.there())) return gone();
      const listing = v7();
      const list = { requestId, way, source: shown, listing };
      const written = await recordList(list, outcome.contents, context, () => watcher.cancelled());
      if (!written.ok) return written.refusal.code === 'cancelled' ? ok(null) : written;
      return ok(
        listings(context.read, requestId, actorNames(context.read)).find(({ id }) => id === listing) ?? null,
      );
    });
  }

  async #alone<T>(
    context: SessionContext,
    task: (watcher: Watcher) => Promise<Reply<T | null>>,
  ): Promise<Reply<T | null>> {
    if (this.#running !== undefined) return refuse('inspection-running');
    const mine = { cancelled: false };
    this.#running = mine;
    let toldAt = 0;
    try {
      return await task({
        progress: (progress) => {
          if (Date.now() - toldAt < EVERY) return;
          toldAt = Date.now();
          context.push('media', 'inspecting', progress);
        },
        cancelled: () => mine.cancelled || context.ended(),
      });
    } finally {
      this.#running = undefined;
    }
  }
}

async function scanFolder(folder: Folder, scanner: InstalledScanner, watcher: Watcher) {
  let files = 0;
  const told = (path: string): InspectionProgress => ({ files, bytes: 0, path });
  watcher.progress(told(''));
  const outcome = await scanner.scan(folder.path, {
    looked: (path) => {
      files += 1;
      watcher.progress(told(path));
    },
    cancelled: () => watcher.cancelled(),
  });
  switch (outcome.end) {
    case 'cancelled':
      return ok(null);
    case 'failed':
      return (await folder.there())
        ? refuse('scan-failed', { detail: { product: scanner.product, why: outcome.why } })
        : refuse('drive-gone', { detail: { path: folder.shown } });
    case 'incomplete':
      return (await folder.there())
        ? refuse('scan-incomplete', { detail: { n: outcome.files, path: outcome.path } })
        : refuse('drive-gone', { detail: { path: folder.shown } });
    case 'scanned':
      // What was found stands even if the drive is gone; that nothing was found says nothing then.
      if (outcome.findings.length === 0 && !(await folder.there()))
        return refuse('drive-gone', { detail: { path: folder.shown } });
      return ok(outcome);
  }
}
