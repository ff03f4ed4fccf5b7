import { randomBytes } from 'node:crypto';
import { Identifier } from '../../shared/accounts/model.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { STRETCHING } from '../../shared/kernel/stretching.ts';
import { AGREEMENT, COMBINATION, DERIVATION, type KeysFile, SEALING, type Slot } from './keys-file.ts';
import { deriveSlotKey, hmacSha256, KEY_BYTES, seal, unseal, wipe } from './keys.ts';
import { openShared, sharedWith, type SharedSecrets, wipeShared } from './shared-secrets.ts';
import { type AgreementKey, newAgreementKey } from './sealed-to.ts';
import { type PublicKey, signatureAlgorithm } from './signatures.ts';

/** A person's own signing key; the private half is PKCS8 DER. */
export interface SigningSecret {
  readonly public: PublicKey;
  readonly privateKey: Buffer;
}

/** What a person's slot opens. All of it is wiped when the vault closes. */
export interface SlotSecrets extends SharedSecrets {
  readonly agreement: AgreementKey;
  readonly signing: SigningSecret | undefined;
}

/** Whose slot it is and where it stands. */
export interface SlotPlace {
  readonly slot: number;
  readonly user: string;
  readonly account: string;
}

/** How the keyslot file names a person: HMAC-SHA256(site secret, folded identifier), hex. */
export function userTag(identifier: string, secret: Uint8Array): string {
  const folded = Identifier.safeParse(identifier);
  return hmacSha256(secret, `user ${folded.success ? folded.data : identifier}`).toString('hex');
}

/** The secrets of somebody who has no slot yet: a new agreement key beside what is shared. */
export function newSlotSecrets(shared: SharedSecrets, signing?: SigningSecret): SlotSecrets {
  return { ...shared, agreement: newAgreementKey(), signing };
}

/** Seals a person's secrets under a password. Takes about a second for a million iterations. */
export async function makeSlot(
  file: Pick<KeysFile, 'format' | 'epoch' | 'encryption'>,
  place: SlotPlace,
  password: string,
  secret: Uint8Array,
  secrets: SlotSecrets,
  iterations: number = STRETCHING.first,
): Promise<Slot> {
  const salt = randomBytes(KEY_BYTES);
  const head = {
    ...place,
    derivation: DERIVATION,
    iterations,
    salt: salt.toString('base64'),
    combination: COMBINATION,
    sealing: SEALING,
  };
  const key = await deriveSlotKey(password, salt, iterations, secret);
  const sealed = (bytes: Uint8Array, what: string) =>
    seal(key, bytes, binding(file.format, head, what)).toString('base64');
  const { agreement, signing } = secrets;
  const slot: Slot = {
    ...head,
    agreement: {
      algorithm: AGREEMENT,
      key: agreement.key,
      sealed: sealed(agreement.privateKey, agreementPurpose(agreement.key)),
    },
    signing:
      signing === undefined
        ? null
        : { ...signing.public, sealed: sealed(signing.privateKey, signingPurpose(signing.public)) },
    ...sharedWith(file, holderOf(place), agreement.key, secrets),
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
  const iterations = slot?.iterations ?? file.slots[0]?.iterations ?? STRETCHING.first;
  return deriveSlotKey(password, salt, iterations, secret);
}

/** All secrets of a slot; undefined if the key is not the slot's, or anything in the slot has been edited or moved. */
export function openSlot(file: KeysFile, slot: Slot, key: Uint8Array): SlotSecrets | undefined {
  const open = (sealed: string, what: string) =>
    unseal(key, Buffer.from(sealed, 'base64'), binding(file.format, slot, what));
  const privateKey = open(slot.agreement.sealed, agreementPurpose(slot.agreement.key));
  if (privateKey === undefined) return undefined;
  const agreement: AgreementKey = { key: slot.agreement.key, privateKey };
  const shared = openShared(file, holderOf(slot), agreement, slot);
  const signing = slot.signing === null ? undefined : openSigning(slot.signing, open);
  if (shared !== undefined && (slot.signing === null || signing !== undefined)) {
    return { ...shared, agreement, signing };
  }
  wipe(privateKey, signing?.privateKey);
  if (shared !== undefined) wipeShared(shared);
  return undefined;
}

function openSigning(
  { algorithm, key, sealed }: NonNullable<Slot['signing']>,
  open: (sealed: string, what: string) => Buffer | undefined,
): SigningSecret | undefined {
  const suite = signatureAlgorithm(algorithm, 'read');
  const privateKey = open(sealed, signingPurpose({ algorithm, key }));
  return suite === undefined || privateKey === undefined
    ? undefined
    : { public: { algorithm: suite, key }, privateKey };
}

/** Overwrites all secrets of a slot. */
export function wipeSecrets(secrets: SlotSecrets): void {
  wipeShared(secrets);
  wipe(secrets.agreement.privateKey, secrets.signing?.privateKey);
}

/** How what is sealed to a slot's agreement key names its holder. */
export function holderOf({ slot, account }: Pick<SlotPlace, 'slot' | 'account'>): string {
  return `slot ${slot} ${account}`;
}

function agreementPurpose(key: string): string {
  return `agreement ${AGREEMENT} ${key}`;
}

function signingPurpose({ algorithm, key }: { readonly algorithm: string; readonly key: string }): string {
  return `signing ${algorithm} ${key}`;
}

/**
 * The additional data of a seal under the password: format, algorithm ids, slot and user, and which of the secrets it holds. Not
 * the epoch: the ledger's key is replaced without the password.
 */
function binding(
  format: string,
  slot: Omit<Slot, 'agreement' | 'ledger' | 'signing' | 'site'>,
  what: string,
): string {
  return canonicalJson({
    format,
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
