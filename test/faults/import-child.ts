import { writeSync } from 'node:fs';
import { createImportHandlers } from '../../main/entries/import/handlers.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { sessionOn } from '../main/session.ts';

/** A process that takes a file into an existing ledger. It writes `begun` before and `done <rows>` after the import. */
async function work(file: string, key: string, areaId: string, csv: string): Promise<void> {
  const ledger = openLedger(file, Buffer.from(key, 'hex'), 'write');
  const session = sessionOn(ledger, Date.now);
  const handlers = createImportHandlers(async () => csv);
  const chosen = await handlers.chooseImport({}, session);
  if (!chosen.ok || chosen.value === null) throw new Error(JSON.stringify(chosen));
  writeSync(1, 'begun\n');
  const mapping = { ...chosen.value.mapping, areaId };
  const reply = await handlers.runImport({ file: chosen.value.file, mapping }, session);
  writeSync(1, reply.ok ? `done ${reply.value.imported}\n` : `refused ${reply.refusal.code}\n`);
  ledger.close();
}

const [file = '', key = '', areaId = '', csv = ''] = process.argv.slice(2);
void work(file, key, areaId, csv);
