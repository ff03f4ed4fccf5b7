import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { run } from '../../../main/vault/db.ts';
import { type FoundingKeys, type FoundingPerson, foundVault } from '../../../main/vault/found.ts';
import { parseKeysFile, serialiseKeysFile } from '../../../main/vault/keys-file.ts';
import { STRETCHING } from '../../../shared/kernel/stretching.ts';
import { sha256 } from '../../../main/vault/keys.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { openOwnSlot } from '../../../main/vault/own-slot.ts';
import { type VaultPaths, vaultPaths } from '../../../main/vault/paths.ts';
import type { Site } from '../../../main/vault/probe.ts';
import type { PublicKey } from '../../../main/vault/signatures.ts';
import { makeSlot } from '../../../main/vault/slots.ts';

/** What nobody outside the program ever holds: for filling a copy of the ledger without a password. */
export interface Insides {
  readonly ledgerKey: Buffer;
  readonly keys: FoundingKeys;
  /** The private signing keys (PKCS8 DER) by account. */
  readonly signing: ReadonlyMap<string, { readonly public: PublicKey; readonly privateKey: Buffer }>;
}

/** Paths of a vault below a folder: `app` and `ledger`. */
export function pathsIn(root: string): VaultPaths {
  return vaultPaths(join(root, 'app'), join(root, 'ledger'));
}

interface Kept {
  readonly ledgerKey: string;
  readonly site: PublicKey;
  readonly people: readonly (readonly [string, PublicKey | null])[];
  readonly signing: readonly (readonly [string, PublicKey, string])[];
}

/**
 * Seals every slot anew with the fewest iterations that the program takes: most of the time of these tests goes into deriving keys.
 * Answers what the slots hold.
 */
async function lighten(paths: VaultPaths, people: readonly FoundingPerson[]): Promise<Omit<Insides, 'keys'>> {
  const { mac: _, ...file } = parseKeysFile(readFileSync(paths.keys), paths.keys);
  const secret = readFileSync(paths.secret);
  const opened = await Promise.all(
    people.map(async ({ accountId, identifier, password }) => {
      const own = await openOwnSlot(file, identifier, password, secret);
      if (own === undefined) throw new Error('the slot does not open');
      const { slot, user } = own.slot;
      const place = { slot, user, account: accountId };
      return {
        accountId,
        secrets: own.secrets,
        slot: await makeSlot(file, place, password, secret, own.secrets, STRETCHING.least),
      };
    }),
  );
  const ledgerKey = opened[0]?.secrets.ledgerKey;
  if (ledgerKey === undefined) throw new Error('a site of nobody');
  const bytes = serialiseKeysFile({ ...file, slots: opened.map(({ slot }) => slot) }, ledgerKey);
  writeFileSync(paths.keys, bytes);
  const ledger = openLedger(paths.ledger, ledgerKey, 'write');
  run(ledger.write, 'UPDATE vault_keys SET digest = ?', sha256(bytes));
  ledger.close();
  const signing = opened.flatMap(({ accountId, secrets }) =>
    secrets.signing === undefined ? [] : [[accountId, secrets.signing] as const],
  );
  return { ledgerKey, signing: new Map(signing) };
}

async function found(root: string, site: Site, people: readonly FoundingPerson[]): Promise<void> {
  const paths = pathsIn(root);
  let keys: FoundingKeys | undefined;
  await foundVault(paths, site, people, (_, made) => {
    keys = made;
  });
  if (keys === undefined) throw new Error('founded without keys');
  const { ledgerKey, signing } = await lighten(paths, people);
  const kept: Kept = {
    ledgerKey: ledgerKey.toString('hex'),
    site: keys.site,
    people: [...keys.people],
    signing: [...signing].map(([id, own]) => [id, own.public, own.privateKey.toString('hex')]),
  };
  writeFileSync(join(root, 'insides.json'), JSON.stringify(kept));
}

/** The folder of the site that all files of this run copy, with an empty chain; founded by whoever asks first. */
export async function foundedOnce(
  site: Site,
  people: readonly FoundingPerson[],
): Promise<{ readonly root: string } & Insides> {
  const root = join(inject('runFolder'), 'founded');
  const read = (): Kept | undefined => {
    try {
      return JSON.parse(readFileSync(join(root, 'insides.json'), 'utf8')) as Kept;
    } catch {
      return undefined;
    }
  };
  if (read() === undefined) {
    const own = mkdtempSync(join(inject('runFolder'), 'founding-'));
    await found(own, site, people);
    try {
      renameSync(own, root);
    } catch {
      // Another file's was there first.
      rmSync(own, { recursive: true });
    }
  }
  const kept = read();
  if (kept === undefined) throw new Error('the founded site is gone');
  return {
    root,
    ledgerKey: Buffer.from(kept.ledgerKey, 'hex'),
    keys: { site: kept.site, people: new Map(kept.people) },
    signing: new Map(
      kept.signing.map(([id, of, key]) => [id, { public: of, privateKey: Buffer.from(key, 'hex') }]),
    ),
  };
}
