import { clamav, type ClamOptions } from './clamav.ts';
import { defender } from './defender.ts';
import type { InstalledScanner } from './scanner.ts';

/** Looks for the products of this machine. */
export type FindScanners = () => Promise<readonly InstalledScanner[]>;

/** Looks for all products that can be run here, in the order in which they are offered. */
export function scannersOf(
  options: ClamOptions,
  env: Readonly<Record<string, string | undefined>>,
): FindScanners {
  const finders = [clamav('clamscan', options), clamav('clamdscan', options), defender(env)];
  return async () => {
    const found = await Promise.all(finders.map((find) => find()));
    return found.filter((scanner) => scanner !== undefined);
  };
}

/** The products of this machine, found by its own search path. */
export const ownScanners: FindScanners = () =>
  scannersOf({ searchPath: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin' }, process.env)();
