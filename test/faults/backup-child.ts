import { writeSync } from 'node:fs';
import { backup } from '../../main/vault/backup.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';

/** A process that backs a ledger up to `<target>-<n>` again and again until it is killed. It names each that is done. */
const [file = '', key = '', target = ''] = process.argv.slice(2);
const ledger = openLedger(file, Buffer.from(key, 'hex'), 'write');
for (let n = 0; ; n += 1) {
  writeSync(1, `begun ${n}\n`);
  backup(ledger, `${target}-${n}`);
  writeSync(1, `done ${n}\n`);
}
