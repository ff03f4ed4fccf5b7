import type { Finding, Scanner } from '../../../../shared/media/inspection/model.ts';

export type ScannerId = Scanner['id'];

/** Whoever waits for a scan: told of each file that was looked at, asked whether the scan is still wanted. */
export interface ScanWatcher {
  looked(path: string): void;
  cancelled(): boolean;
}

/** What a scan came to. Only `scanned` is a result; after all else nothing is known of what was chosen. */
export type ScanOutcome =
  | {
      readonly end: 'scanned';
      readonly findings: readonly Finding[];
      /** Found beyond those, which are more than a record takes. */
      readonly more: number;
      /** How many files were looked at; null if the product does not say. */
      readonly files: number | null;
    }
  /** Some files could not be read and nothing was found in the others: that is not clean. */
  | { readonly end: 'incomplete'; readonly files: number; readonly path: string }
  /** The product did not do its work; `why` is the last it said, safe to show. */
  | { readonly end: 'failed'; readonly why: string }
  | { readonly end: 'cancelled' };

/** A product on this machine that scans a folder. */
export interface InstalledScanner extends Scanner {
  /** Scans everything below an absolute path. The product's process is killed when it is cancelled. */
  scan(folder: string, watcher: ScanWatcher): Promise<ScanOutcome>;
}

/** Looks for one kind of product; undefined where it is not installed or does not say what it is. */
export type FindScanner = () => Promise<InstalledScanner | undefined>;
