import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '../../../main/vault/backup/make.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { pathsBelow } from '../../../resources/tooling/demo/book.ts';
import { copyLedger } from '../../../main/vault/copy-ledger.ts';
import { syncFile } from '../../../main/vault/atomic-file.ts';
import { sessionOn } from '../../main/session.ts';
import { openBare } from '../ledgers/bare.ts';
import { interleaved, median } from '../measure.ts';
import type { Suite } from '../suite.ts';

const BACKUP = 'vault/backup';
const ROTATE = 'vault/rotate';

/** A new key for a whole ledger, as a rotation does it, without its two renames. */
async function rotate(ledger: Ledger, target: string): Promise<void> {
  const reply = await copyLedger({
    ledger,
    target,
    newKey: randomBytes(32),
    progress: () => undefined,
    cancelled: () => false,
    inStillness: (work) => work(),
    whenWhole: async () => null,
  });
  if (!reply.ok) throw new Error(reply.refusal.code);
}

/** A backup of the ledger, and a new key for all of it, each against `VACUUM INTO` of the same file with an fsync. */
export const copies: Suite = {
  rows: [BACKUP, ROTATE],
  async *measure({ runs, wanted }, site) {
    const folder = site.copy();
    const paths = pathsBelow(folder);
    const ledger = openLedger(paths.ledger, Buffer.from(site.key, 'hex'), 'write');
    const bare = openBare(folder, site.key, 'write');
    const made = join(folder, 'copies');
    const target = join(made, 'copy');
    const emptied = () => {
      rmSync(made, { recursive: true, force: true });
      mkdirSync(made);
    };
    let now = Date.now();
    const session = sessionOn(ledger, () => now, undefined, { paths });
    const backup = async (): Promise<void> => {
      now += 1000;
      const options = { folder: made, keep: undefined, progress: () => undefined, cancelled: () => false };
      const reply = await makeBackup(session, options);
      if (!reply.ok) throw new Error(reply.refusal.code);
    };
    const vacuum = (): void => {
      emptied();
      bare.prepare('VACUUM INTO ?').run(target);
      syncFile(target);
    };
    for (const [name, work] of [
      [BACKUP, backup],
      [ROTATE, () => rotate(ledger, target)],
    ] as const) {
      if (!wanted(name)) continue;
      const times = await interleaved(
        { runs, calls: 1 },
        () => {
          emptied();
          return work();
        },
        vacuum,
      );
      const megabytes = statSync(paths.ledger).size / 1_000_000;
      yield {
        name,
        unit: 'ms/MB',
        value: median(times.work.flat()) / megabytes,
        floor: median(times.floor.flat()) / megabytes,
        target: 1.5,
        better: 'lower',
        runs,
      };
    }
    bare.close();
    ledger.close();
  },
};
