import { run, type WriteDb } from './db.ts';

/** Writes a row of the ledger anew as it is: to try whether the disk takes it. */
export function rewriteKeysState(db: WriteDb): void {
  run(db, 'UPDATE vault_keys SET digest = digest');
}
