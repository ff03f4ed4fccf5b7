import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionContext } from '../../../../main/context.ts';
import { createListExport } from '../../../../main/media/lists/export-handlers.ts';
import { createListImport } from '../../../../main/media/lists/import-handlers.ts';
import { readEnvelope } from '../../../../main/trail/read.ts';
import { rows } from '../../../../main/vault/db.ts';
import type { ListMapping, ListOutcome, ListPreview } from '../../../../shared/media/lists/model.ts';
import type { Reply } from '../../../../shared/kernel/result.ts';
import { type MediaDesk, openMedia } from '../desk.ts';
import { sessionOn } from '../../session.ts';

/** The handlers of lists on a real ledger, with an officer who uses them. */
export interface ListSite {
  readonly desk: MediaDesk;
  readonly context: SessionContext;
  readonly handlers: ReturnType<typeof createListImport> & ReturnType<typeof createListExport>;
  readonly folder: string;
  /** What the next dialog answers. */
  path: string | undefined;
  /** Runs after each portion of an import. */
  afterPortion: () => void;
  /** A file of this name with these bytes. */
  file(name: string, bytes: Uint8Array | string): string;
  choose(path: string): Promise<ListPreview>;
  run(preview: ListPreview, reason?: string, mapping?: ListMapping): Promise<Reply<ListOutcome>>;
  /** The chain's entries, as their types. */
  types(): string[];
  /** The data of the last entry. */
  last(): { readonly type: string; readonly data: unknown };
  remove(): void;
}

export function listSite(): ListSite {
  const desk = openMedia();
  const folder = mkdtempSync(join(tmpdir(), 'suimon-lists-'));
  const context = sessionOn(desk.test.ledger, () => desk.now, undefined, {
    push: (_feature, name) => {
      if (name === 'listProgress') site.afterPortion();
    },
  });
  const envelopes = () =>
    rows<{ bytes: Buffer }>(desk.test.ledger.read, 'SELECT bytes FROM chain_payload ORDER BY place').map(
      ({ bytes }) => readEnvelope(bytes),
    );
  const site: ListSite = {
    desk,
    context,
    handlers: {
      ...createListImport(() => Promise.resolve(site.path)),
      ...createListExport(() => Promise.resolve(site.path)),
    },
    folder,
    path: undefined,
    afterPortion: () => undefined,
    file(name, bytes) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    },
    async choose(path) {
      site.path = path;
      const reply = await site.handlers.chooseList({}, context);
      if (!reply.ok || reply.value === null) throw new Error(JSON.stringify(reply));
      return reply.value;
    },
    async run({ file, mapping }, reason = '', changed = mapping) {
      return site.handlers.importList({ file, mapping: changed, reason }, context);
    },
    types: () => envelopes().map(({ type }) => type),
    last() {
      const { type, data } = envelopes().at(-1) ?? { type: '', data: undefined };
      return { type, data };
    },
    remove() {
      desk.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return site;
}
