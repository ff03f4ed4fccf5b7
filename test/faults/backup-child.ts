import { writeSync } from 'node:fs';
import { problemOf } from '../../main/vault/backup/fault.ts';
import { makeBackup } from '../../main/vault/backup/make.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { sessionOn } from '../main/session.ts';

/** A process that backs a ledger up, keeping two, `count` times or until it is killed. It names each that is done. */
async function work(file: string, key: string, folder: string, count: number): Promise<void> {
  const ledger = openLedger(file, Buffer.from(key, 'hex'), 'write');
  let now = Date.now();
  const session = sessionOn(ledger, () => now);
  for (let n = 0; n < count; n += 1) {
    now += 1000;
    writeSync(1, 'begun\n');
    const options = { folder, keep: 2, progress: () => undefined, cancelled: () => false };
    try {
      const made = await makeBackup(session, options);
      writeSync(1, made.ok ? `done ${made.value.name}\n` : `refused ${made.refusal.code}\n`);
    } catch (error) {
      writeSync(1, `failed ${problemOf(error).fault}\n`);
    }
  }
  ledger.close();
}

const [file = '', key = '', folder = '', count = 'Infinity'] = process.argv.slice(2);
void work(file, key, folder, Number(count)).catch((error: unknown) =>
  writeSync(1, `stopped ${problemOf(error).fault}\n`),
);
