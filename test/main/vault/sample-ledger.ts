import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inTransaction } from '../../../main/vault/connection.ts';
import type { LedgerEncryption } from '../../../shared/accounts/policy.ts';
import { row, rows, run } from '../../../main/vault/db.ts';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { temporaryFolder } from './fixture.ts';

/** The key of every sample ledger. */
export const sampleKey = Buffer.alloc(32, 0x5a);

/** Makes an empty sample ledger, open, in a folder of its own. Its entries have the shape of a chain and no more. */
export function sampleLedger(encryption?: LedgerEncryption): Ledger {
  const folder = join(temporaryFolder(), 'ledger');
  mkdirSync(folder);
  const ledger = openLedger(join(folder, 'ledger.suimon'), sampleKey, 'create', encryption);
  run(ledger.write, "INSERT INTO chain_site VALUES (1, 'misaki', 1)");
  return ledger;
}

/** Adds one entry with a payload, in a transaction of its own. */
export function addEntry(ledger: Ledger, seq: number, payload: string): void {
  inTransaction(ledger.write, () => putEntry(ledger, seq, payload));
}

/** Adds many entries in one transaction. */
export function addEntries(ledger: Ledger, count: number, payload: string): void {
  inTransaction(ledger.write, () => {
    for (let seq = 1; seq <= count; seq += 1) putEntry(ledger, seq, `${payload} ${seq}`);
  });
}

function putEntry(ledger: Ledger, seq: number, payload: string): void {
  const hash = Buffer.alloc(32);
  hash.writeUInt32BE(seq);
  const place = 2 ** 40 + seq;
  run(ledger.write, 'INSERT INTO chain_entry VALUES (?, 1, ?, ?, ?, ?)', place, seq, hash, hash, hash);
  run(ledger.write, 'INSERT INTO chain_payload VALUES (?, ?)', place, Buffer.from(payload, 'utf8'));
}

/** How many entries a ledger has; throws if their numbers have gaps or a payload is missing. */
export function entriesWithoutGap(ledger: Ledger): number {
  const seqs = rows<{ seq: number; bytes: Buffer | null }>(
    ledger.read,
    'SELECT seq, bytes FROM chain_entry LEFT JOIN chain_payload USING (place) ORDER BY place',
  );
  seqs.forEach(({ seq, bytes }, index) => {
    if (seq !== index + 1 || bytes === null) throw new Error(`entry ${index + 1} is not whole`);
  });
  return seqs.length;
}

/** What SQLite says of the whole file. */
export function integrity(ledger: Ledger): unknown {
  return row<{ integrity_check: string }>(ledger.read, 'PRAGMA integrity_check')?.integrity_check;
}
