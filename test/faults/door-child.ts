import { writeSync } from 'node:fs';
import { doorHandlers } from '../../main/entries/door-handlers.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { entriesContract } from '../../shared/entries/contract.ts';
import { sessionOn } from '../main/session.ts';
import { visitor } from './door-work.ts';

/**
 * A process that logs visitors in and out on an existing ledger until it has done `count` commands or somebody kills it.
 * Each line it writes is an acknowledgement: the command had answered. A refusal is written as such, and the next tried.
 */
async function work(file: string, key: string, areaId: string, count: number): Promise<void> {
  const ledger = openLedger(file, Buffer.from(key, 'hex'), 'write');
  const session = sessionOn(ledger, Date.now);
  for (let n = 0; n < count; n += 1) {
    const entering = entriesContract.channels.enter.input.parse(visitor(areaId, `${process.pid}-${n}`));
    const entered = await doorHandlers.enter(entering, session);
    if (!entered.ok) {
      writeSync(1, `refused ${entered.refusal.code}\n`);
      continue;
    }
    const [id = ''] = entered.value.ids;
    writeSync(1, `in ${id}\n`);
    if (n % 2 === 1) continue;
    const left = await doorHandlers.leave(
      { visits: [{ visitId: id, badgeReturned: false, exitedAt: null, lateReason: '' }] },
      session,
    );
    writeSync(1, left.ok ? `out ${id}\n` : `refused ${left.refusal.code}\n`);
  }
  ledger.close();
}

const [file = '', key = '', areaId = '', count = 'Infinity'] = process.argv.slice(2);
void work(file, key, areaId, Number(count));
