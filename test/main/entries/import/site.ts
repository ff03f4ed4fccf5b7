import type { Actor, SessionContext } from '../../../../main/context.ts';
import { createImportHandlers } from '../../../../main/entries/import/handlers.ts';
import { ownHead } from '../../../../main/trail/append.ts';
import { rows } from '../../../../main/vault/db.ts';
import type {
  ImportOutcome,
  ImportPreview,
  ImportProgress,
} from '../../../../shared/entries/import-model.ts';
import type { NewSuimonEvent } from '../../../../shared/events.ts';
import type { Reply } from '../../../../shared/kernel/result.ts';
import type { Instant } from '../../../../shared/kernel/time.ts';
import { sessionOn } from '../../session.ts';
import { testLedger } from '../../trail/ledger.ts';

export const NOW = Date.parse('2026-11-23T12:00:00+09:00');

/** Areas of the test site, by name. */
export const AREAS = {
  control: '01990000-0000-7000-8000-0000000000a1',
  machine: '01990000-0000-7000-8000-0000000000a2',
  office: '01990000-0000-7000-8000-0000000000a3',
} as const;

function area(id: string, name: string, level: 1 | 2 | 3): NewSuimonEvent {
  return {
    type: 'area.defined',
    version: 1,
    subject: `area:${id}`,
    data: { name, reading: '', level, escort: 'nobody', badge: false, identity: false, guidance: '' },
  };
}

type Handlers = ReturnType<typeof createImportHandlers>;

/** A ledger with three areas, the import's handlers on it, and an officer who uses them. */
export interface ImportSite {
  readonly handlers: Handlers;
  readonly context: SessionContext;
  readonly progress: ImportProgress[];
  /** What the next dialog answers. */
  path: string | undefined;
  /** Runs after each portion of an import. */
  afterPortion: () => void;
  choose(path: string): Promise<ImportPreview>;
  run(preview: ImportPreview): Promise<Reply<ImportOutcome>>;
  /** Everything an import could leave behind: chain head and how many visits there are. */
  state(): { head: number | undefined; visits: number; mappings: number };
  remove(): void;
}

const OFFICER: Actor = { id: '01990000-0000-7000-8000-000000000003', name: '責任 三郎', roles: ['officer'] };

export function importSite(now: Instant = NOW): ImportSite {
  const test = testLedger();
  const { ledger } = test;
  test.write(
    [
      area(AREAS.control, '中央監視室', 3),
      area(AREAS.machine, 'ポンプ室', 2),
      area(AREAS.office, '事務室', 1),
    ],
    2_000,
  );
  const progress: ImportProgress[] = [];
  const context = sessionOn(ledger, () => now, OFFICER, {
    push: (_feature, name, message) => {
      if (name !== 'importProgress') return;
      progress.push(message as ImportProgress);
      site.afterPortion();
    },
  });
  const site: ImportSite = {
    handlers: createImportHandlers(() => Promise.resolve(site.path)),
    context,
    progress,
    path: undefined,
    afterPortion: () => undefined,
    async choose(path) {
      site.path = path;
      const reply = await site.handlers.chooseImport({}, context);
      if (!reply.ok || reply.value === null) throw new Error(JSON.stringify(reply));
      return reply.value;
    },
    async run({ file, mapping }) {
      return site.handlers.runImport({ file, mapping }, context);
    },
    state() {
      const count = (table: string): number =>
        rows<{ n: number }>(ledger.read, `SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0;
      return {
        head: ownHead(ledger.read)?.seq,
        visits: count('entries_visit'),
        mappings: count('entries_import_mapping'),
      };
    },
    remove: () => test.remove(),
  };
  return site;
}
