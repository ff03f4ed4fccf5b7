import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { NewSuimonEvent } from '../../shared/events.ts';
import { verifyLedger } from '../../main/trail/verification.ts';
import { row, rows, run } from '../../main/vault/db.ts';
import { sha256 } from '../../main/vault/keys.ts';
import { openLedger } from '../../main/vault/open-ledger.ts';
import { type VaultPaths, vaultPaths } from '../../main/vault/paths.ts';
import { finishRotation } from '../../main/vault/rotation-files.ts';
import { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { SHA512 } from '../main/vault/encryptions.ts';
import { testLedger } from '../main/trail/ledger.ts';

/** Where the ledger of a fault test stands, its keyslot file beside it. The latter names the key and the encryption, nothing else. */
export function rotationPaths(folder: string): VaultPaths {
  return vaultPaths(join(folder, 'app'), folder);
}

/** The key that a test's keyslot file names. */
export function keyIn(bytes: Buffer): Buffer {
  const { key }: { key?: unknown } = JSON.parse(bytes.toString('utf8'));
  if (typeof key !== 'string') throw new Error('no key');
  return Buffer.from(key, 'hex');
}

/** The encryption that a test's keyslot file names. */
export function encryptionIn(bytes: Buffer): LedgerEncryption {
  const { encryption }: { encryption?: unknown } = JSON.parse(bytes.toString('utf8'));
  return LedgerEncryption.parse(encryption);
}

/** A keyslot file for {@link keyIn} and {@link encryptionIn}. */
export function keysNaming(key: string, encryption: LedgerEncryption): Buffer {
  return Buffer.from(JSON.stringify({ key, encryption }));
}

/** An event of its own for each process and number. */
export function somethingNew(pid: number, n: number): NewSuimonEvent {
  return {
    type: 'session.refused',
    version: 1,
    subject: 'site:test-site',
    data: { identifier: `${pid}-${n}`, times: 1, first: n, last: n },
  };
}

/** A closed ledger of some `events` entries with a keyslot file that belongs to it. */
export function rotatable(key: Buffer, events: number): { readonly paths: VaultPaths; remove(): void } {
  const test = testLedger(key);
  const paths = rotationPaths(test.folder);
  test.write(
    Array.from({ length: events }, (_, n) => somethingNew(0, n)),
    2_000,
  );
  const bytes = keysNaming(key.toString('hex'), SHA512);
  writeFileSync(paths.keys, bytes);
  run(test.ledger.write, 'INSERT INTO vault_keys (one, digest, next) VALUES (1, ?, NULL)', sha256(bytes));
  test.ledger.close();
  return { paths, remove: () => test.remove() };
}

/**
 * Starts as the program does, and asserts that ledger and keyslot file belong together, that the chain is whole and holds
 * everything acknowledged, and that nothing else is left in the folder. Answers the key in use.
 */
export async function expectOneOfBoth(paths: VaultPaths, acknowledged: readonly string[]): Promise<string> {
  finishRotation(paths);
  const bytes = readFileSync(paths.keys);
  const key = keyIn(bytes);
  const ledger = openLedger(paths.ledger, key, 'write', encryptionIn(bytes));
  try {
    const state = row<{ digest: Buffer; next: Buffer | null }>(
      ledger.read,
      'SELECT digest, next FROM vault_keys',
    );
    expect(state).toEqual({ digest: sha256(bytes), next: null });
    expect(
      await verifyLedger(
        ledger,
        () => undefined,
        () => false,
      ),
    ).toMatchObject({ state: 'verified' });
    const kept = new Set(
      rows<{ bytes: Buffer }>(ledger.read, 'SELECT bytes FROM chain_payload').map(
        ({ bytes: payload }) => /"identifier":"([^"]+)"/u.exec(payload.toString('utf8'))?.[1],
      ),
    );
    for (const line of acknowledged) if (line.startsWith('kept ')) expect(kept).toContain(line.slice(5));
  } finally {
    ledger.close();
  }
  expect(readdirSync(paths.ledgerFolder).toSorted()).toEqual(['ledger.keys.json', 'ledger.suimon']);
  return key.toString('hex');
}
