import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from '../../shared/kernel/zod.ts';
import { type ReadDb, row } from '../vault/db.ts';
import type { Head } from './append.ts';
import { place } from './place.ts';

const Witnessed = z.strictObject({ site: z.string(), size: z.int().min(0), head: z.string() });
export type Witnessed = z.infer<typeof Witnessed>;

/**
 * What this machine last saw of the chain, kept in the application's own folder, away from the ledger: a ledger that was
 * rolled back, or lost its write-ahead log, is shorter than that. Written without waiting for the disk, so it may lag behind
 * the ledger after a crash; it never runs ahead of it.
 */
export function readWitness(file: string): Witnessed | undefined {
  try {
    return Witnessed.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Replaces what was last seen. A failure is not one of the ledger: the witness then stays older than it could be. */
export function writeWitness(file: string, head: Head): boolean {
  const seen: Witnessed = { site: head.site, size: head.seq, head: head.hash.toString('hex') };
  try {
    writeFileSync(`${file}.new`, JSON.stringify(seen), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}

/** Compares a ledger with what was last seen of it. Answers what is missing, or undefined when all of it is there. */
export function shortfall(
  db: ReadDb,
  head: Head,
  seen: Witnessed | undefined,
): { readonly expected: Witnessed; readonly found: number } | undefined {
  if (seen === undefined || seen.site !== head.site || seen.size === 0) return undefined;
  const entry = row<{ hash: Buffer }>(
    db,
    'SELECT hash FROM chain_entry WHERE place = ?',
    place(head.siteNo, seen.size),
  );
  return entry?.hash.toString('hex') === seen.head ? undefined : { expected: seen, found: head.seq };
}
