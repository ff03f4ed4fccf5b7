import { ownHead } from '../../../main/trail/append.ts';
import { verifyChain } from '../../../main/trail/verify.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { pathsBelow } from '../../../resources/tooling/demo/book.ts';
import { openBare } from '../ledgers/bare.ts';
import { interleaved, median } from '../measure.ts';
import type { Suite } from '../suite.ts';

const NAME = 'trail/verify';
const PORTION = 2000;

/** Verifying the whole chain, against reading the same rows. */
export const verify: Suite = {
  rows: [NAME],
  async *measure({ runs }, site) {
    const folder = site.copy();
    const ledger = openLedger(pathsBelow(folder).ledger, Buffer.from(site.key, 'hex'), 'write');
    const bare = openBare(folder, site.key, 'read');
    const head = ownHead(ledger.read);
    if (head === undefined) throw new Error('bench: no chain');
    const portion = bare.prepare<unknown[], { place: number }>(
      `SELECT e.place, e.seq, e.prev, e.payload, e.hash, p.bytes FROM chain_entry e
       LEFT JOIN chain_payload p ON p.place = e.place WHERE e.place > ? ORDER BY e.place LIMIT ${PORTION}`,
    );
    const times = await interleaved(
      { runs, calls: 1 },
      () => {
        const verifying = verifyChain(ledger.read, head);
        for (;;) {
          const step = verifying.next();
          if (step.done !== true) continue;
          if (!step.value.sound) throw new Error('bench: the chain is not sound');
          return;
        }
      },
      () => {
        for (let last = 0, read = PORTION; read === PORTION; ) {
          const rows = portion.all(last);
          read = rows.length;
          last = rows.at(-1)?.place ?? 0;
        }
      },
    );
    const speed = (runTimes: typeof times.work): number => (head.seq * 1000) / median(runTimes.flat());
    yield {
      name: NAME,
      unit: 'entries/s',
      value: speed(times.work),
      floor: speed(times.floor),
      target: 0.5,
      better: 'higher',
      runs,
    };
    bare.close();
    ledger.close();
  },
};
