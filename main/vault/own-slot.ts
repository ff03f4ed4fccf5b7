import type { KeysFile, Slot } from './keys-file.ts';
import { wipe } from './keys.ts';
import { type PublicKey, type Signed, signWith } from './signatures.ts';
import {
  makeSlot,
  openSlot,
  type SigningSecret,
  slotKey,
  type SlotSecrets,
  userTag,
  wipeSecrets,
} from './slots.ts';

/** Whose slot a password opened, beside the session: and their signing key for as long as it is not closed. */
export interface Proof {
  readonly accountId: string;
  /** Absent if the person has no signing key. */
  readonly sign?: (bytes: Uint8Array) => Signed;
  close(): void;
}

/** How a person's own slot is to be sealed anew. */
export interface Reseal {
  /** Another password; the present one stays otherwise. */
  readonly password?: string;
  readonly iterations: number;
  /** Another signing key, whose ownership the caller keeps. */
  readonly signing?: SigningSecret;
}

/** Makes signatures with a private key (PKCS8 DER). */
export function signerOf(own: PublicKey, privateKey: Buffer): (bytes: Uint8Array) => Signed {
  return (bytes) => ({ ...own, value: signWith(own.algorithm, privateKey, bytes).toString('base64') });
}

/** The slot and its secrets that identifier and password open; undefined after the same work if they open none. */
export async function openOwnSlot(
  file: KeysFile,
  identifier: string,
  password: string,
  secret: Uint8Array,
): Promise<{ readonly slot: Slot; readonly secrets: SlotSecrets } | undefined> {
  const user = userTag(identifier, secret);
  const slot = file.slots.find((candidate) => candidate.user === user);
  const key = await slotKey(file, slot, user, password, secret);
  const secrets = slot && openSlot(file, slot, key);
  wipe(key);
  return slot === undefined || secrets === undefined ? undefined : { slot, secrets };
}

/** See `OpenVault.prove`. */
export async function proofOf(
  file: KeysFile,
  identifier: string,
  password: string,
  secret: Uint8Array,
): Promise<Proof | undefined> {
  const opened = await openOwnSlot(file, identifier, password, secret);
  if (opened === undefined) return undefined;
  const { slot, secrets } = opened;
  const { signing } = secrets;
  return {
    accountId: slot.account,
    ...(signing && { sign: signerOf(signing.public, signing.privateKey) }),
    close: () => wipeSecrets(secrets),
  };
}

/** The file with one slot sealed anew; undefined if the present password does not open it. */
export async function resealed(
  file: KeysFile,
  slotNumber: number,
  secret: Uint8Array,
  current: string,
  { password = current, iterations, signing }: Reseal,
): Promise<KeysFile | undefined> {
  const slot = file.slots.find((candidate) => candidate.slot === slotNumber);
  if (slot === undefined) return undefined;
  const key = await slotKey(file, slot, slot.user, current, secret);
  const secrets = openSlot(file, slot, key);
  wipe(key);
  if (secrets === undefined) return undefined;
  const place = { slot: slot.slot, user: slot.user, account: slot.account };
  const own = { ...secrets, signing: signing ?? secrets.signing };
  const replaced = await makeSlot(file, place, password, secret, own, iterations);
  wipeSecrets(secrets);
  return { ...file, slots: file.slots.map((other) => (other === slot ? replaced : other)) };
}
