import { wipe } from './keys.ts';
import { type KeysFile, serialiseKeysFile, type Slot } from './keys-file.ts';
import { type InTurn, ownTurn, replaceKeysFile } from './keys-state.ts';
import type { ReadOnlyReason } from '../../shared/accounts/model.ts';
import type { Ledger } from './ledger.ts';
import type { VaultPaths } from './paths.ts';
import { readSecret } from './probe.ts';
import { type PublicKey, type Signed, signWith } from './signatures.ts';
import { discardViewingCopy } from './viewing-copy.ts';
import { makeSlot, openSlot, type SlotSecrets, slotKey, userTag, wipeSecrets } from './slots.ts';

/** Why a ledger is open for viewing only. */
export type Viewing = Extract<ReadOnlyReason, 'read-only-folder' | 'disk-full'>;

/** What a person's password opened. */
export interface OpenVault {
  readonly ledger: Ledger;
  readonly accountId: string;
  /**
   * Why the ledger is open for viewing only, neither handle being able to write: the folder or a file in it cannot be written
   * (what is open is a copy), or the disk is full (there are no snapshots and scratch ledgers then). False when all is well.
   */
  readonly viewingOnly: Viewing | false;
  /** Signs with the person's own key; absent if their roles do not sign. */
  readonly sign?: (bytes: Uint8Array) => Signed;
  /** Signs with the site's key (checkpoints, bundles); officers and auditors only. */
  readonly siteSign?: (bytes: Uint8Array) => Signed;
  /**
   * Seals the person's slot under another password; `wrong` if the current one is not theirs. Takes two seconds. `inTurn` is how
   * the caller lets it write in the ledger together with the event; without it, it opens transactions of its own. Throws if
   * the vault is for viewing only.
   */
  changePassword(current: string, next: string, inTurn?: InTurn): Promise<'ok' | 'wrong'>;
  /**
   * Opens the slot of a person (whoever it is) by their password, beside the session: undefined if the password or the identifier
   * is not right, after the same work. Takes a second. To be closed by the caller.
   */
  prove(identifier: string, password: string): Promise<Proof | undefined>;
  /** Closes the ledger and wipes the keys. May be called twice. */
  close(): void;
}

/** What {@link OpenVault.prove} answers: whose slot it was, and their signing key for as long as it is not closed. */
export interface Proof {
  readonly accountId: string;
  /** Absent if the person has no signing key. */
  readonly sign?: (bytes: Uint8Array) => Signed;
  close(): void;
}

/** What {@link openVault} is made of. Takes the secrets over. */
export interface Opened {
  readonly paths: VaultPaths;
  readonly ledger: Ledger;
  readonly viewingOnly: Viewing | false;
  readonly file: KeysFile;
  readonly slot: Slot;
  readonly secrets: SlotSecrets;
  readonly sitePublic: PublicKey;
}

/** The vault of a person who has signed in. */
export function openVault(opened: Opened): OpenVault {
  const { paths, ledger, secrets, viewingOnly } = opened;
  let { file } = opened;
  let open = true;
  const signer = (own: PublicKey, privateKey: Buffer) => {
    const sign = signerOf(own, privateKey);
    return (bytes: Uint8Array) => {
      if (!open) throw new TypeError('vault: closed');
      return sign(bytes);
    };
  };
  return {
    ledger,
    accountId: opened.slot.account,
    viewingOnly,
    ...(secrets.signing && { sign: signer(secrets.signing.public, secrets.signing.privateKey) }),
    ...(secrets.site && { siteSign: signer(opened.sitePublic, secrets.site.signing) }),
    async changePassword(current, next, inTurn = ownTurn(ledger)) {
      if (!open) throw new TypeError('vault: closed');
      if (viewingOnly !== false) throw new TypeError('vault: for viewing only');
      const secret = readSecret(paths.secret);
      try {
        const changed = await withPassword(file, opened.slot.slot, secret, current, next);
        if (changed === undefined) return 'wrong';
        const bytes = serialiseKeysFile(changed, secrets.ledgerKey);
        await replaceKeysFile(ledger, paths.keys, bytes, inTurn);
        file = changed;
        return 'ok';
      } finally {
        wipe(secret);
      }
    },
    async prove(identifier, password) {
      if (!open) throw new TypeError('vault: closed');
      const secret = readSecret(paths.secret);
      try {
        return await proofOf(file, identifier, password, secret);
      } finally {
        wipe(secret);
      }
    },
    close() {
      if (!open) return;
      open = false;
      try {
        ledger.close();
      } finally {
        wipeSecrets(secrets);
      }
      if (viewingOnly === 'read-only-folder') discardViewingCopy(paths);
    },
  };
}

function signerOf(own: PublicKey, privateKey: Buffer): (bytes: Uint8Array) => Signed {
  return (bytes) => ({ ...own, value: signWith(own.algorithm, privateKey, bytes).toString('base64') });
}

async function proofOf(
  file: KeysFile,
  identifier: string,
  password: string,
  secret: Buffer,
): Promise<Proof | undefined> {
  const user = userTag(identifier, secret);
  const slot = file.slots.find((candidate) => candidate.user === user);
  const key = await slotKey(file, slot, user, password, secret);
  const secrets = slot && openSlot(file, slot, key);
  wipe(key);
  if (slot === undefined || secrets === undefined) return undefined;
  const { signing } = secrets;
  return {
    accountId: slot.account,
    ...(signing && { sign: signerOf(signing.public, signing.privateKey) }),
    close: () => wipeSecrets(secrets),
  };
}

/** The file with one slot sealed under another password; undefined if the current one does not open it. */
async function withPassword(
  file: KeysFile,
  slotNumber: number,
  secret: Buffer,
  current: string,
  next: string,
): Promise<KeysFile | undefined> {
  const slot = file.slots.find((candidate) => candidate.slot === slotNumber);
  if (slot === undefined) return undefined;
  const key = await slotKey(file, slot, slot.user, current, secret);
  const secrets = openSlot(file, slot, key);
  wipe(key);
  if (secrets === undefined) return undefined;
  const place = { slot: slot.slot, user: slot.user, account: slot.account };
  const replaced = await makeSlot(file, place, next, secret, secrets);
  wipeSecrets(secrets);
  return { ...file, slots: file.slots.map((other) => (other === slot ? replaced : other)) };
}
