import { writeSync } from 'node:fs';
import { makeBackup } from '../../main/vault/backup/make.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { sessionOn } from '../main/session.ts';

/** A process that backs a ledger up again and again, keeping two, until it is killed. It names each that is done. */
async function work(file: string, key: string, folder: string): Promise<void> {
  const ledger = openLedger(file, Buffer.from(key, 'hex'), 'write');
  let now = Date.now();
  const session = sessionOn(ledger, () => now);
  for (;;) {
    now += 1000;
    writeSync(1, 'begun\n');
    const made = await makeBackup(session, {
      folder,
      keep: 2,
      progress: () => undefined,
      cancelled: () => false,
    });
    writeSync(1, made.ok ? `done ${made.value.name}\n` : `refused ${made.refusal.code}\n`);
  }
}

const [file = '', key = '', folder = ''] = process.argv.slice(2);
void work(file, key, folder);
