import { ownHead } from '../../../main/trail/append.ts';
import { replay } from '../../../main/trail/replay.ts';
import { run } from '../../../main/vault/db.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { pathsBelow } from '../../../resources/tooling/demo/book.ts';
import { bareInsert, bareRows } from '../ledgers/bare.ts';
import { median, Stopwatch, timed } from '../measure.ts';
import type { Suite } from '../suite.ts';

const NAME = 'trail/replay';

function replayAll(ledger: Ledger): void {
  const scratch = ledger.scratch();
  const head = ownHead(ledger.read);
  if (head === undefined) throw new Error('bench: no chain');
  run(scratch.db, 'INSERT INTO chain_site (no, code, own) VALUES (?, ?, 1)', head.siteNo, head.site);
  scratch.db.exec('BEGIN');
  for (const _ of replay(ledger.read, scratch.db, head.siteNo, head.seq));
  scratch.db.exec('COMMIT');
  scratch.close();
}

/** Inserts every row of the log into an empty one; its time without that of making the rows ready, ms. */
function insertAll(ledger: Ledger): number {
  const scratch = ledger.scratch();
  const watch = new Stopwatch();
  const insert = bareInsert(scratch.db);
  scratch.db.exec('BEGIN');
  for (const portion of bareRows(ledger.read)) watch.run(() => portion.forEach(insert));
  watch.run(() => scratch.db.exec('COMMIT'));
  scratch.close();
  return watch.ms;
}

/** Replaying the whole chain into empty views, against a bare bulk insert of the log's rows with their search index. */
export const replaying: Suite = {
  rows: [NAME],
  async *measure({ runs }, site) {
    const folder = site.copy();
    const ledger = openLedger(pathsBelow(folder).ledger, Buffer.from(site.key, 'hex'), 'write');
    const whole: number[] = [];
    const bare: number[] = [];
    for (let turn = 0; turn < runs; turn += 1) {
      whole.push(await timed(() => replayAll(ledger)));
      bare.push(insertAll(ledger));
    }
    const speed = (times: readonly number[]): number => (site.size * 1000) / median(times);
    yield {
      name: NAME,
      unit: 'entries/s',
      value: speed(whole),
      floor: speed(bare),
      target: 0.3,
      better: 'higher',
      runs,
    };
    ledger.close();
  },
};
