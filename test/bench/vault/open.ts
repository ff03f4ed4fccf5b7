import { openLedger } from '../../../main/vault/open-ledger.ts';
import { pathsBelow } from '../../../resources/tooling/demo/book.ts';
import { openBare } from '../ledgers/bare.ts';
import { interleaved, median } from '../measure.ts';
import type { Suite } from '../suite.ts';

const NAME = 'vault/open';

/** Opening and closing the ledger under its key, against opening its two connections bare. */
export const openVault: Suite = {
  rows: [NAME],
  async *measure({ runs }, site) {
    const folder = site.copy();
    const { ledger } = pathsBelow(folder);
    const key = Buffer.from(site.key, 'hex');
    const times = await interleaved(
      { runs, calls: 10, block: 1 },
      () => openLedger(ledger, key, 'write').close(),
      () => {
        const writer = openBare(folder, site.key, 'write');
        openBare(folder, site.key, 'read').close();
        writer.close();
      },
    );
    yield {
      name: NAME,
      unit: 'ms',
      value: median(times.work.map(median)),
      floor: median(times.floor.map(median)),
      target: 1.5,
      better: 'lower',
      runs,
    };
  },
};
