import { randomBytes } from 'node:crypto';
import { Identifier } from '../../shared/accounts/model.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { COMBINATION, DERIVATION, type KeysFile, SEALING, type Slot } from './keys-file.ts';
import { deriveSlotKey, hmacSha256, ITERATIONS, KEY_BYTES, seal, unseal, wipe } from './keys.ts';
import { type PublicKey, signatureAlgorithm } from './signatures.ts';

/** What a person's slot opens. Private keys are PKCS8 DER. All of it is wiped when the vault closes. */
export interface SlotSecrets {
  readonly ledgerKey: Buffer;
  readonly signing: { readonly public: PublicKey; readonly privateKey: Buffer } | undefined;
  readonly site: { readonly signing: Buffer; readonly encryption: Buffer } | undefined;
}

/** Whose slot it is and where it stands. */
export interface SlotPlace {
  readonly slot: number;
  readonly user: string;
  readonly account: string;
}

/** What seals are bound to besides the slot itself. */
type FileContext = Pick<KeysFile, 'format' | 'epoch' | 'encryption'>;

/** How the keyslot file names a person: HMAC-SHA256(site secret, folded identifier), hex. */
export function userTag(identifier: string, secret: Uint8Array): string {
  const folded = Identifier.safeParse(identifier);
  return hmacSha256(secret, `user ${folded.success ? folded.data : identifier}`).toString('hex');
}

/** Seals a person's secrets under a password. Takes about a second. */
export async function makeSlot(
  file: FileContext,
  place: SlotPlace,
  password: string,
  secret: Uint8Array,
  secrets: SlotSecrets,
): Promise<Slot> {
  const salt = randomBytes(KEY_BYTES);
  const head = {
    ...place,
    derivation: DERIVATION,
    iterations: ITERATIONS,
    salt: salt.toString('base64'),
    combination: COMBINATION,
    sealing: SEALING,
  };
  const key = await deriveSlotKey(password, salt, head.iterations, secret);
  const sealed = (bytes: Uint8Array, what: string) =>
    seal(key, bytes, binding(file, head, what)).toString('base64');
  const slot: Slot = {
    ...head,
    ledger: sealed(secrets.ledgerKey, 'ledger'),
    signing:
      secrets.signing === undefined
        ? null
        : {
            ...secrets.signing.public,
            sealed: sealed(secrets.signing.privateKey, signingPurpose(secrets.signing.public)),
          },
    site:
      secrets.site === undefined
        ? null
        : {
            signing: sealed(secrets.site.signing, 'site-signing'),
            encryption: sealed(secrets.site.encryption, 'site-encryption'),
          },
  };
  wipe(key);
  return slot;
}

/**
 * The key that a password derives for a person's slot. Without a slot, or with another's, the work done is the same: an unknown
 * identifier takes as long as a wrong password.
 */
export function slotKey(
  file: KeysFile,
  slot: Slot | undefined,
  user: string,
  password: string,
  secret: Uint8Array,
): Promise<Buffer> {
  const salt = slot === undefined ? hmacSha256(secret, `no slot ${user}`) : Buffer.from(slot.salt, 'base64');
  const iterations = slot?.iterations ?? file.slots[0]?.iterations ?? ITERATIONS;
  return deriveSlotKey(password, salt, iterations, secret);
}

/** All secrets of a slot; undefined if the key is not the slot's, or anything in the slot has been edited or moved. */
export function openSlot(file: FileContext, slot: Slot, key: Uint8Array): SlotSecrets | undefined {
  const open = (sealed: string, what: string) =>
    unseal(key, Buffer.from(sealed, 'base64'), binding(file, slot, what));
  const ledgerKey = open(slot.ledger, 'ledger');
  if (ledgerKey === undefined) return undefined;
  const signing = slot.signing === null ? undefined : openSigning(slot.signing, open);
  const siteSigning = slot.site === null ? undefined : open(slot.site.signing, 'site-signing');
  const siteEncryption = slot.site === null ? undefined : open(slot.site.encryption, 'site-encryption');
  const site =
    siteSigning === undefined || siteEncryption === undefined
      ? undefined
      : { signing: siteSigning, encryption: siteEncryption };
  const secrets: SlotSecrets = { ledgerKey, signing, site };
  const whole =
    (slot.signing === null || signing !== undefined) && (slot.site === null || site !== undefined);
  if (whole) return secrets;
  wipeSecrets(secrets);
  wipe(siteSigning, siteEncryption);
  return undefined;
}

function openSigning(
  { algorithm, key, sealed }: NonNullable<Slot['signing']>,
  open: (sealed: string, what: string) => Buffer | undefined,
): SlotSecrets['signing'] {
  const suite = signatureAlgorithm(algorithm, 'read');
  const privateKey = open(sealed, signingPurpose({ algorithm, key }));
  return suite === undefined || privateKey === undefined
    ? undefined
    : { public: { algorithm: suite, key }, privateKey };
}

/** Overwrites all secrets of a slot. */
export function wipeSecrets({ ledgerKey, signing, site }: SlotSecrets): void {
  wipe(ledgerKey, signing?.privateKey, site?.signing, site?.encryption);
}

function signingPurpose({ algorithm, key }: { readonly algorithm: string; readonly key: string }): string {
  return `signing ${algorithm} ${key}`;
}

/** The additional data of a seal: format, algorithm ids, slot, user and epoch, and which of the secrets it holds. */
function binding(file: FileContext, slot: Omit<Slot, 'ledger' | 'signing' | 'site'>, what: string): string {
  return canonicalJson({
    format: file.format,
    epoch: file.epoch,
    encryption: file.encryption,
    slot: slot.slot,
    user: slot.user,
    account: slot.account,
    derivation: slot.derivation,
    iterations: slot.iterations,
    combination: slot.combination,
    sealing: slot.sealing,
    what,
  });
}
