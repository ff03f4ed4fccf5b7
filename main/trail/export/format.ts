import type { Ledger } from '../../../shared/trail/model.ts';
import { belongsTo } from '../../../shared/trail/ledgers.ts';
import { readSkimmed } from '../read.ts';

/** The name and version of the format; described in the manual, `resources/manual/ja/04-shouseki-kensa.md`. */
export const FORMAT = 'suimon trail export 1';

/** The files of an export, in the order in which `SHA256SUMS` lists them. */
export const FILES = ['entries.ndjson', 'checkpoints.txt', 'keys.json', 'README.txt'] as const;

/** An entry of the chain as it is stored, hashes in hex. */
export interface ExportedEntry {
  readonly seq: number;
  readonly prev: string;
  readonly digest: string;
  readonly hash: string;
  /** The payload's text; null once it has been erased. */
  readonly raw: string | null;
}

/**
 * One line of `entries.ndjson`, without its line feed. The payload comes last, byte for byte as it stands on the chain, so that
 * whoever checks its digest need not write JSON again.
 */
export function entryLine(
  { seq, prev, digest, hash, raw }: ExportedEntry,
  withheld: readonly Ledger[],
): string {
  const start = `{"seq":${seq},"prev":"${prev}","digest":"${digest}","hash":"${hash}",`;
  if (raw === null) return `${start}"absent":"erased","payload":null}`;
  if (belongsTo(readSkimmed(raw).type, withheld)) return `${start}"absent":"withheld","payload":null}`;
  return `${start}"payload":${raw}}`;
}
