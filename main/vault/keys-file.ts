import { timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { algorithm } from '../../shared/kernel/algorithms.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { Id } from '../../shared/kernel/ids.ts';
import { STRETCHING } from '../../shared/kernel/stretching.ts';
import { z } from '../../shared/kernel/zod.ts';
import { errorCode, VaultFault } from './fault.ts';
import { hkdf, hmacSha256, wipe } from './keys.ts';
import { ledgerEncryption } from './ledger-encryption.ts';
import { signatureAlgorithm } from './signatures.ts';

/**
 * The keyslot file (security.md, Keys): canonical JSON and a line feed. Ids of algorithms are read as text first, so that an
 * unknown one is told apart from a damaged file.
 */
const AlgorithmName = z.string().min(1).max(64);
const Hex32 = z.string().regex(/^[0-9a-f]{64}$/u);
/** Base64 of at most 8 KiB. */
const Base64 = z.base64().min(1).max(11_000);

/** A key pair for agreement, the private half sealed under the holder's own key: what others seal secrets to. */
const Agreement = z.strictObject({ algorithm: AlgorithmName, key: Base64, sealed: Base64 });
/** The site's keys, sealed to an agreement key. */
const SiteKeys = z.strictObject({ signing: Base64, encryption: Base64 });

const Slot = z.strictObject({
  slot: z.int().min(1).max(100_000),
  /** HMAC-SHA256(site secret, identifier): the file names nobody. */
  user: Hex32,
  account: Id,
  derivation: AlgorithmName,
  iterations: z.int(),
  salt: z.base64().length(44),
  combination: AlgorithmName,
  sealing: AlgorithmName,
  agreement: Agreement,
  /** The ledger's key, sealed to the agreement key: so it can be replaced without anybody's password. */
  ledger: Base64,
  /** The person's own signing key, for roles that sign, sealed under their password. */
  signing: z.strictObject({ algorithm: AlgorithmName, key: Base64, sealed: Base64 }).nullable(),
  /** The site's keys, for officers and auditors. */
  site: SiteKeys.nullable(),
});

/** A recovery key, which two custodians hold in halves (security.md, Keys). */
const Recovery = z.strictObject({
  pair: z.int().min(1).max(9),
  /** Counts the keys this pair of custodians has had: older shares are told apart. */
  generation: z.int().min(1).max(65_535),
  combination: AlgorithmName,
  sealing: AlgorithmName,
  agreement: Agreement,
  ledger: Base64,
  /** The site secret: a machine that is lost takes its own with it. */
  secret: Base64,
  site: SiteKeys.nullable(),
});

const KeysFile = z.strictObject({
  format: AlgorithmName,
  /** Counts the ledger keys this site has had. */
  epoch: z.int().min(1),
  /** Of the ledger file. */
  encryption: AlgorithmName,
  authentication: AlgorithmName,
  site: z.strictObject({
    signing: z.strictObject({ algorithm: AlgorithmName, key: Base64 }),
    encryption: z.strictObject({ algorithm: AlgorithmName, key: Base64 }),
  }),
  slots: z.array(Slot).min(1).max(1_000),
  recovery: z.array(Recovery).max(9),
  mac: Hex32,
});

export type Slot = z.infer<typeof Slot>;
export type Recovery = z.infer<typeof Recovery>;
export type SiteKeys = z.infer<typeof SiteKeys>;
export type SealedKeysFile = z.infer<typeof KeysFile>;
export type KeysFile = Omit<SealedKeysFile, 'mac'>;

export const FORMAT = 'suimon-keys-2';
export const FILE_AUTHENTICATION = 'hmac-sha256';
export const DERIVATION = 'pbkdf2-hmac-sha512';
export const COMBINATION = 'hkdf-sha256';
export const SEALING = 'aes-256-gcm';
export const AGREEMENT = 'ecdh-p256';
export const SITE_ENCRYPTION = 'rsa-3072-oaep-sha256';

const MAX_BYTES = 4 * 1024 * 1024;

/** Reads the keyslot file. Throws a {@link VaultFault}: `keys-missing`, `folder-unreadable`, or as {@link parseKeysFile}. */
export function readKeysFile(path: string): { readonly file: SealedKeysFile; readonly bytes: Buffer } {
  let bytes: Buffer;
  try {
    if (statSync(path).size > MAX_BYTES) throw new VaultFault('keys-damaged', path);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof VaultFault) throw error;
    throw new VaultFault(errorCode(error) === 'ENOENT' ? 'keys-missing' : 'folder-unreadable', path);
  }
  return { file: parseKeysFile(bytes, path), bytes };
}

/**
 * Parses a keyslot file, strictly. Throws a {@link VaultFault}: `keys-damaged` if it has not the form, `keys-algorithm` for an
 * unknown format or algorithm or an iteration count out of bounds.
 */
export function parseKeysFile(bytes: Uint8Array, path: string): SealedKeysFile {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new VaultFault('keys-damaged', path);
  }
  const parsed = KeysFile.safeParse(json);
  if (!parsed.success) throw new VaultFault('keys-damaged', path);
  if (!understood(parsed.data)) throw new VaultFault('keys-algorithm', path);
  return parsed.data;
}

function understood(file: SealedKeysFile): boolean {
  return (
    file.format === FORMAT &&
    ledgerEncryption(file.encryption, 'read') !== undefined &&
    file.authentication === FILE_AUTHENTICATION &&
    algorithm(file.authentication, 'message-authentication', 'read') !== undefined &&
    file.site.encryption.algorithm === SITE_ENCRYPTION &&
    algorithm(file.site.encryption.algorithm, 'key-wrapping', 'read') !== undefined &&
    signatureAlgorithm(file.site.signing.algorithm, 'read') !== undefined &&
    file.slots.every(slotUnderstood) &&
    file.recovery.every(sealedAsKnown)
  );
}

function slotUnderstood(slot: Slot): boolean {
  return (
    slot.derivation === DERIVATION &&
    algorithm(slot.derivation, 'key-derivation', 'read') !== undefined &&
    slot.iterations >= STRETCHING.least &&
    slot.iterations <= STRETCHING.most &&
    sealedAsKnown(slot) &&
    (slot.signing === null || signatureAlgorithm(slot.signing.algorithm, 'read') !== undefined)
  );
}

function sealedAsKnown({ combination, sealing, agreement }: Slot | Recovery): boolean {
  return (
    combination === COMBINATION &&
    algorithm(combination, 'key-derivation', 'read') !== undefined &&
    sealing === SEALING &&
    algorithm(sealing, 'key-wrapping', 'read') !== undefined &&
    agreement.algorithm === AGREEMENT &&
    algorithm(agreement.algorithm, 'key-agreement', 'read') !== undefined
  );
}

/**
 * What the ledger file beside a keyslot file is encrypted with. `path` names the keyslot file in the {@link VaultFault}
 * `keys-algorithm` that is thrown for an unknown id.
 */
export function encryptionIn({ encryption }: Pick<KeysFile, 'encryption'>, path: string): LedgerEncryption {
  const found = ledgerEncryption(encryption, 'read');
  if (found === undefined) throw new VaultFault('keys-algorithm', path);
  return found;
}

/** The bytes of a keyslot file as written, under an HMAC with a key derived from the ledger's. */
export function serialiseKeysFile(file: KeysFile, ledgerKey: Uint8Array): Buffer {
  const sealed: SealedKeysFile = { ...file, mac: macOf(file, ledgerKey).toString('hex') };
  return Buffer.from(`${canonicalJson(sealed)}\n`, 'utf8');
}

/** Whether the whole file is as somebody who held the ledger's key wrote it. */
export function keysFileIsGenuine({ mac, ...file }: SealedKeysFile, ledgerKey: Uint8Array): boolean {
  return timingSafeEqual(macOf(file, ledgerKey), Buffer.from(mac, 'hex'));
}

function macOf(file: KeysFile, ledgerKey: Uint8Array): Buffer {
  const key = hkdf(ledgerKey, new Uint8Array(), 'suimon keys file 1');
  const mac = hmacSha256(key, canonicalJson(file));
  wipe(key);
  return mac;
}
