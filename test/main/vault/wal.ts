import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { temporaryFolder } from './fixture.ts';
import { addEntry, entriesWithoutGap, integrity, sampleKey, sampleLedger } from './sample-ledger.ts';

/** A ledger as a power cut leaves it: the file as it was, and all later commits in the WAL. */
export interface PoweredOff {
  readonly file: string;
  readonly wal: Buffer;
  /** Entries in the file without its WAL. */
  readonly inFile: number;
  /** Entries whose commits were acknowledged. */
  readonly acknowledged: number;
}

/** SQLite's file format: the header of a WAL and of each of its frames, which hold one page. */
export const WAL_HEADER = 32;
export const FRAME = 24 + 4096;

/** Commits entries one by one, the first of them emptied into the file, and copies both files while the ledger is open. */
export function poweredOff(inFile: number, inWal: number): PoweredOff {
  const ledger = sampleLedger();
  for (let seq = 1; seq <= inFile; seq += 1) addEntry(ledger, seq, '入退室の記録');
  ledger.write.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  for (let seq = inFile + 1; seq <= inFile + inWal; seq += 1) addEntry(ledger, seq, '入退室の記録');
  const file = join(temporaryFolder(), 'copy.suimon');
  copyFileSync(ledger.file, file);
  const wal = readFileSync(`${ledger.file}-wal`);
  ledger.close();
  return { file, wal, inFile, acknowledged: inFile + inWal };
}

let copies = 0;

/** Opens a copy with the given bytes as its WAL (none: no WAL at all) and answers how many entries, without gap, it has. */
export function entriesWith({ file }: PoweredOff, wal: Buffer | undefined): number {
  copies += 1;
  const folder = join(file, '..', `with-${copies}`);
  mkdirSync(folder);
  const copy = join(folder, 'ledger.suimon');
  copyFileSync(file, copy);
  if (wal !== undefined) writeFileSync(`${copy}-wal`, wal);
  const ledger = openLedger(copy, sampleKey, 'write');
  try {
    if (integrity(ledger) !== 'ok') throw new Error('the ledger is not consistent');
    return entriesWithoutGap(ledger);
  } finally {
    ledger.close();
  }
}
