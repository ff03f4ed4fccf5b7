import { join } from 'node:path';

/** Where everything of the vault stands. */
export interface VaultPaths {
  /** The application's own folder: what a stolen copy of the ledger folder must not hold. */
  readonly appFolder: string;
  readonly ledgerFolder: string;
  readonly ledger: string;
  /** The keyslot file, beside the ledger. */
  readonly keys: string;
  /** What a rotation of the key puts in place of both, under these names until then (rotation-files.ts). */
  readonly rotatedLedger: string;
  readonly rotatedKeys: string;
  /** The site secret, 32 random bytes. */
  readonly secret: string;
  /** The site's code, name and room, for the sign-in screen. */
  readonly site: string;
  /** Refused sign-ins not yet on the chain, and how long the next one has to wait. */
  readonly attempts: string;
  /** What this machine last saw of the chain (trail/witness.ts). */
  readonly witness: string;
}

/** The paths of a vault. Takes absolute folders; neither needs to exist. */
export function vaultPaths(appFolder: string, ledgerFolder: string): VaultPaths {
  return {
    appFolder,
    ledgerFolder,
    ledger: join(ledgerFolder, 'ledger.suimon'),
    keys: join(ledgerFolder, 'ledger.keys.json'),
    rotatedLedger: join(ledgerFolder, 'ledger.suimon.rotated'),
    rotatedKeys: join(ledgerFolder, 'ledger.keys.rotated.json'),
    secret: join(appFolder, 'site-secret'),
    site: join(appFolder, 'site.json'),
    attempts: join(appFolder, 'sign-in-attempts.json'),
    witness: join(appFolder, 'chain-witness.json'),
  };
}
