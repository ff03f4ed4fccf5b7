import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../../shared/trail/model.ts';
import { type ReadDb, rows } from '../../vault/db.ts';
import { syncFolder, writeFileSynced } from '../../vault/atomic-file.ts';
import { notesUpTo } from '../checkpoints.ts';
import { place } from '../place.ts';
import { type ExportedEntry, entryLine, FILES } from './format.ts';

/** Entries read and written between two turns of the event loop. */
const PORTION = 1000;

/** What is written: the own chain of a ledger that nobody changes meanwhile, up to an entry. */
export interface Exporting {
  readonly db: ReadDb;
  readonly siteNo: number;
  readonly size: number;
  readonly withheld: readonly Ledger[];
  /** The texts of `keys.json` and `README.txt`. */
  readonly keys: string;
  readonly readme: string;
}

function* portions({ db, siteNo, size }: Exporting): Generator<readonly ExportedEntry[]> {
  for (let last = 0; last < size; last += PORTION) {
    yield rows<ExportedEntry>(
      db,
      `SELECT e.seq, lower(hex(e.prev)) AS prev, lower(hex(e.payload)) AS digest, lower(hex(e.hash)) AS hash,
         CAST(p.bytes AS TEXT) AS raw
       FROM chain_entry e LEFT JOIN chain_payload p ON p.place = e.place
       WHERE e.place > ? AND e.place <= ? ORDER BY e.place`,
      place(siteNo, last),
      place(siteNo, Math.min(size, last + PORTION)),
    );
  }
}

/**
 * Writes every file of an export into a new folder, down to the disk. Yields how many entries are written after each portion;
 * answers the SHA-256 (hex) of `SHA256SUMS`. Throws the system's error; the folder is then the caller's to remove.
 */
export function* writeExport(folder: string, what: Exporting): Generator<number, string> {
  mkdirSync(folder, { mode: 0o700 });
  const digest = createHash('sha256');
  const handle = openSync(join(folder, FILES[0]), 'wx', 0o600);
  try {
    let done = 0;
    for (const portion of portions(what)) {
      const text = Buffer.from(
        portion.map((entry) => `${entryLine(entry, what.withheld)}\n`).join(''),
        'utf8',
      );
      digest.update(text);
      for (let written = 0; written < text.length; ) written += writeSync(handle, text, written);
      done += portion.length;
      yield done;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  const texts = {
    'checkpoints.txt': [...notesUpTo(what.db, what.size)].join('\n'),
    'keys.json': what.keys,
    'README.txt': what.readme,
  };
  const sums = [`${digest.digest('hex')}  ${FILES[0]}\n`];
  for (const [name, text] of Object.entries(texts)) {
    writeFileSynced(join(folder, name), text);
    sums.push(`${sha256(text)}  ${name}\n`);
  }
  writeFileSynced(join(folder, 'SHA256SUMS'), sums.join(''));
  syncFolder(folder);
  return sha256(sums.join(''));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
