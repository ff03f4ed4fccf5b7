import { generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Role, SIGNING_ROLES, SITE_KEY_ROLES } from '../../shared/accounts/model.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { syncFile, syncFolder, writeFileSynced } from './atomic-file.ts';
import { inTransaction } from './connection.ts';
import { run } from './db.ts';
import { anythingFounded, commitFounding, discardStaged, stagedPaths } from './founding-files.ts';
import {
  FILE_AUTHENTICATION,
  FORMAT,
  type KeysFile,
  SITE_ENCRYPTION,
  serialiseKeysFile,
} from './keys-file.ts';
import { KEY_BYTES, sha256, wipe } from './keys.ts';
import { FIRST_ENCRYPTION } from './ledger-encryption.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './open-ledger.ts';
import type { VaultPaths } from './paths.ts';
import type { Site } from './probe.ts';
import { NEW_KEYS, newSignatureKey, type PublicKey } from './signatures.ts';
import { makeSlot, newSlotSecrets, type SlotSecrets, userTag, wipeSecrets } from './slots.ts';

/** Somebody who has an account from the beginning. */
export interface FoundingPerson {
  readonly accountId: string;
  readonly identifier: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** The public keys made at founding, for the first events. */
export interface FoundingKeys {
  /** What checkpoints and bundles of the site are verified with. */
  readonly site: PublicKey;
  /** By account id; null for people whose roles do not sign. */
  readonly people: ReadonlyMap<string, PublicKey | null>;
}

/** Thrown when there is something of a site already. */
export class AlreadyFounded extends Error {
  override readonly name = 'AlreadyFounded';
}

/**
 * Makes a site: secret, keys, ledger. `fill` writes the first events, in transactions of its own. All or nothing: if anything
 * throws, or the machine stops, before the last step, nothing remains that looks founded, and the same call may be made again.
 * Throws {@link AlreadyFounded} if a file of a site is there, and whatever `fill` throws.
 */
export async function foundVault(
  paths: VaultPaths,
  site: Site,
  people: readonly FoundingPerson[],
  fill: (ledger: Ledger, keys: FoundingKeys) => void,
): Promise<void> {
  if (anythingFounded(paths)) throw new AlreadyFounded();
  for (const folder of [paths.appFolder, paths.ledgerFolder])
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  discardStaged(paths);
  const staged = stagedPaths(paths);
  const secret = randomBytes(KEY_BYTES);
  const secrets = await newSecrets(people);
  try {
    const keysFile = await sealAll(people, secret, secrets);
    writeFileSynced(staged.secret, secret);
    writeFileSynced(staged.keys, keysFile);
    writeLedger(staged.ledger, keysFile, secrets, fill);
    writeFileSynced(staged.site, `${canonicalJson({ code: site.code, name: site.name, room: site.room })}\n`);
    syncFolder(paths.ledgerFolder);
    if (anythingFounded(paths)) throw new AlreadyFounded();
    commitFounding(paths);
  } catch (error) {
    if (!existsSync(paths.site)) discardStaged(paths);
    throw error;
  } finally {
    wipe(secret, secrets.site.privateKey, secrets.encryption.privateKey, secrets.ledgerKey);
    for (const { secrets: own } of secrets.people) wipeSecrets(own);
  }
}

interface NewSecrets {
  readonly ledgerKey: Buffer;
  readonly site: ReturnType<typeof newSignatureKey>;
  readonly encryption: { readonly key: string; readonly privateKey: Buffer };
  readonly people: readonly { readonly person: FoundingPerson; readonly secrets: SlotSecrets }[];
}

async function newSecrets(people: readonly FoundingPerson[]): Promise<NewSecrets> {
  const ledgerKey = randomBytes(KEY_BYTES);
  const site = newSignatureKey(NEW_KEYS);
  const encryption = await newEncryptionKey();
  const holds = (person: FoundingPerson, roles: readonly Role[]) =>
    person.roles.some((role) => roles.includes(role));
  return {
    ledgerKey,
    site,
    encryption,
    people: people.map((person) => ({
      person,
      secrets: newSlotSecrets(
        {
          ledgerKey,
          site: holds(person, SITE_KEY_ROLES)
            ? { signing: site.privateKey, encryption: encryption.privateKey }
            : undefined,
        },
        holds(person, SIGNING_ROLES) ? newSignatureKey(NEW_KEYS) : undefined,
      ),
    })),
  };
}

/** The site's RSA-3072 key, which bundles are encrypted to (CMS, RSAES-OAEP). Takes a second or more, off the main thread. */
async function newEncryptionKey(): Promise<NewSecrets['encryption']> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { key: publicKey.toString('base64'), privateKey };
}

async function sealAll(
  people: readonly FoundingPerson[],
  secret: Buffer,
  secrets: NewSecrets,
): Promise<Buffer> {
  const file: Omit<KeysFile, 'slots' | 'recovery'> = {
    format: FORMAT,
    epoch: 1,
    encryption: FIRST_ENCRYPTION,
    authentication: FILE_AUTHENTICATION,
    site: {
      signing: secrets.site.public,
      encryption: { algorithm: SITE_ENCRYPTION, key: secrets.encryption.key },
    },
  };
  const slots = await Promise.all(
    secrets.people.map(({ person, secrets: own }, index) => {
      const place = { slot: index + 1, user: userTag(person.identifier, secret), account: person.accountId };
      return makeSlot(file, place, person.password, secret, own);
    }),
  );
  if (new Set(slots.map(({ user }) => user)).size !== people.length)
    throw new TypeError('founding: one identifier twice');
  return serialiseKeysFile({ ...file, slots, recovery: [] }, secrets.ledgerKey);
}

function writeLedger(
  file: string,
  keysFile: Buffer,
  secrets: NewSecrets,
  fill: (ledger: Ledger, keys: FoundingKeys) => void,
): void {
  const ledger = openLedger(file, secrets.ledgerKey, 'create', FIRST_ENCRYPTION);
  try {
    inTransaction(ledger.write, () => {
      run(ledger.write, 'INSERT INTO vault_keys (one, digest) VALUES (1, ?)', sha256(keysFile));
    });
    fill(ledger, {
      site: secrets.site.public,
      people: new Map(
        secrets.people.map(({ person, secrets: own }) => [person.accountId, own.signing?.public ?? null]),
      ),
    });
  } finally {
    ledger.close();
  }
  if (existsSync(`${file}-wal`)) throw new Error('founding: the ledger was not closed cleanly');
  syncFile(file);
}
