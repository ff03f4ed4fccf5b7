import { randomBytes } from 'node:crypto';
import type { ReadOnlyReason } from '../../shared/accounts/model.ts';
import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import type { Reply } from '../../shared/kernel/result.ts';
import { Turns } from '../turns.ts';
import { KEY_BYTES, wipe } from './keys.ts';
import { changedKeys, type KeysChange, rotatedKeys } from './keys-change.ts';
import { encryptionIn, type KeysFile, serialiseKeysFile, type Slot } from './keys-file.ts';
import { type InTurn, ownTurn, replaceKeysFile } from './keys-state.ts';
import { ledgerEncryption } from './ledger-encryption.ts';
import type { Ledger } from './ledger.ts';
import { type Proof, proofOf, type Reseal, resealed, signerOf } from './own-slot.ts';
import type { VaultPaths } from './paths.ts';
import { readSecret } from './probe.ts';
import { newRecovery, type Halves } from './recovery.ts';
import { finishRotation, rotateLedgerFile, type RotationFiles } from './rotation-files.ts';
import { openLedger } from './open-ledger.ts';
import type { CopyProgress } from './copy-ledger.ts';
import type { WriteDb } from './db.ts';
import type { PublicKey, Signed } from './signatures.ts';
import { type SlotSecrets, wipeSecrets } from './slots.ts';
import { discardViewingCopy } from './viewing-copy.ts';

export type { Proof } from './own-slot.ts';

/** Why a ledger is open for viewing only. */
export type Viewing = Extract<ReadOnlyReason, 'read-only-folder' | 'disk-full'>;

/** What the keyslot file tells of itself; nothing of it is secret. */
export interface KeysState {
  readonly epoch: number;
  /** What the ledger file is encrypted with. */
  readonly encryption: string;
  readonly site: PublicKey;
  readonly slots: readonly {
    readonly accountId: string;
    readonly iterations: number;
    /** The suite of the signing key; null if there is none. */
    readonly signing: string | null;
    readonly holdsSite: boolean;
  }[];
  readonly recovery: readonly {
    readonly pair: number;
    readonly generation: number;
    readonly holdsSite: boolean;
  }[];
}

/** A change of keyslots, and whose recovery keys are to be made anew with it: by pair, with the generation they get. */
export interface KeysOrder extends Omit<KeysChange, 'recovery'> {
  readonly newRecoveries?: readonly { readonly pair: number; readonly generation: number }[];
  readonly iterations: number;
}

/** What a rotation puts the ledger under, how it tells how far it is, is stopped, and gets the writer's turn. */
export interface RotateHow {
  readonly encryption: LedgerEncryption;
  readonly progress: CopyProgress;
  readonly cancelled: () => boolean;
  readonly hold: () => Promise<Reply<{ end(db?: WriteDb): void }>>;
}

/** What a person's password opened. */
export interface OpenVault {
  /** The ledger as it is open now: a rotation replaces it. */
  readonly ledger: Ledger;
  readonly accountId: string;
  /**
   * Why the ledger is open for viewing only, neither handle being able to write: the folder or a file in it cannot be written
   * (what is open is a copy), or the disk is full (there are no snapshots and scratch ledgers then). False when all is well.
   */
  readonly viewingOnly: Viewing | false;
  /** Signs with the person's own key; absent if their roles do not sign. */
  readonly sign: ((bytes: Uint8Array) => Signed) | undefined;
  /** Signs with the site's key (checkpoints, bundles); absent if this person does not hold it. */
  readonly siteSign: ((bytes: Uint8Array) => Signed) | undefined;
  /** What stands in the keyslot file. */
  keys(): KeysState;
  /**
   * Seals the person's own slot anew; `wrong` if the current password is not theirs. Takes two seconds. `inTurn` is how
   * the caller lets it write in the ledger together with the event; without it, it opens transactions of its own. Throws if
   * the vault is for viewing only.
   */
  reseal(current: string, how: Reseal, inTurn?: InTurn): Promise<'ok' | 'wrong'>;
  /**
   * Changes keyslots: about a second for each that is issued. Answers the halves of recovery keys made anew, by their order, to be wiped by
   * the caller. `inTurn` as in {@link OpenVault.reseal}; if it rejects nothing has changed.
   */
  changeKeys(order: KeysOrder, inTurn?: InTurn): Promise<readonly Halves[]>;
  /**
   * Puts the ledger under a new key, sealed to everybody who has a slot, and encrypts the whole file anew, with the encryption asked
   * for, while it goes on being used; what was open before is closed and {@link OpenVault.ledger} is the new one. `hold` gets the writer's turn for the end. Refused,
   * after which nothing has changed: `cancelled`, `busy`, what `hold` refuses. Throws if the new file stands and cannot be opened: the vault is closed then.
   */
  rotate(how: RotateHow): Promise<Reply<null>>;
  /**
   * Opens the slot of a person (whoever it is) by their password, beside the session: undefined if the password or the identifier
   * is not right, after the same work. Takes a second. To be closed by the caller.
   */
  prove(identifier: string, password: string): Promise<Proof | undefined>;
  /** Closes the ledger and wipes the keys. May be called twice. */
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
  const { paths, viewingOnly } = opened;
  let { file, ledger, secrets, sitePublic } = opened;
  let open = true;
  const turns = new Turns();

  const whileOpen = (sign: (bytes: Uint8Array) => Signed) => (bytes: Uint8Array) => {
    if (!open) throw new TypeError('vault: closed');
    return sign(bytes);
  };
  /** One change of the keyslot file at a time; `work` gets the site secret. */
  const changing = <T>(work: (secret: Buffer) => Promise<T>): Promise<T> =>
    turns.take(async () => {
      if (!open) throw new TypeError('vault: closed');
      if (viewingOnly !== false) throw new TypeError('vault: for viewing only');
      const secret = readSecret(paths.secret);
      try {
        return await work(secret);
      } finally {
        wipe(secret);
      }
    });
  const replace = async (changed: KeysFile, inTurn: InTurn): Promise<void> => {
    await replaceKeysFile(ledger, paths.keys, serialiseKeysFile(changed, secrets.ledgerKey), inTurn);
    file = changed;
  };

  const adopt = (rotated: KeysFile, ledgerKey: Buffer): void => {
    ledger.close();
    finishRotation(paths);
    wipe(secrets.ledgerKey);
    secrets = { ...secrets, ledgerKey };
    file = rotated;
    ledger = openLedger(paths.ledger, ledgerKey, 'write', encryptionIn(rotated, paths.keys));
  };

  return {
    get ledger() {
      return ledger;
    },
    accountId: opened.slot.account,
    viewingOnly,
    get sign() {
      const { signing } = secrets;
      return signing && whileOpen(signerOf(signing.public, signing.privateKey));
    },
    get siteSign() {
      const { site } = secrets;
      return site && whileOpen(signerOf(sitePublic, site.signing));
    },
    keys: () => stateOf(file, sitePublic),
    rotate: (how) =>
      changing(async () => {
        if (ledgerEncryption(how.encryption, 'write') === undefined)
          throw new TypeError('vault: not written any more');
        const ledgerKey = randomBytes(KEY_BYTES);
        const rotated = rotatedKeys(file, ledgerKey, how.encryption);
        return rotateWith(how, {
          ledger,
          paths,
          newKey: ledgerKey,
          keysFileBytes: () => serialiseKeysFile(rotated, ledgerKey),
          adopt: () => {
            adopt(rotated, ledgerKey);
            return ledger.write;
          },
        });
      }),
    reseal: (current, how, inTurn = ownTurn(ledger)) =>
      changing(async (secret) => {
        const changed = await resealed(file, opened.slot.slot, secret, current, how);
        if (changed === undefined) return 'wrong';
        await replace(changed, inTurn);
        if (how.signing !== undefined) {
          wipe(secrets.signing?.privateKey);
          secrets = { ...secrets, signing: how.signing };
        }
        return 'ok';
      }),
    changeKeys: ({ newRecoveries = [], iterations, ...change }, inTurn = ownTurn(ledger)) =>
      changing(async (secret) => {
        const made = newRecoveries.map((place) => newRecovery(file, place, secrets, secret));
        const recovery = made.map((one) => one.recovery);
        await replace(await changedKeys(file, { ...change, recovery }, secrets, secret, iterations), inTurn);
        if (change.newSite !== undefined && secrets.site !== undefined) {
          wipe(secrets.site.signing);
          secrets = { ...secrets, site: { ...secrets.site, signing: change.newSite.privateKey } };
          sitePublic = change.newSite.public;
        }
        return made.map(({ halves }) => halves);
      }),
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

/** Rotates the files, then has the new ones taken into use while nobody writes. */
async function rotateWith(
  { encryption, progress, cancelled, hold }: RotateHow,
  {
    adopt,
    ...files
  }: Pick<RotationFiles, 'ledger' | 'paths' | 'newKey' | 'keysFileBytes'> & { readonly adopt: () => WriteDb },
): Promise<Reply<null>> {
  let held: { end(db?: WriteDb): void } | undefined;
  let next: WriteDb | undefined;
  try {
    const reply = await rotateLedgerFile({
      ...files,
      newEncryption: encryption,
      progress,
      cancelled,
      inStillness: async (work) => {
        const turn = await hold();
        if (!turn.ok) return turn;
        held = turn.value;
        return work();
      },
    });
    if (reply.ok) next = adopt();
    return reply;
  } finally {
    held?.end(next);
  }
}

function stateOf({ epoch, encryption, slots, recovery }: KeysFile, site: PublicKey): KeysState {
  return {
    epoch,
    encryption,
    site,
    slots: slots.map((slot) => ({
      accountId: slot.account,
      iterations: slot.iterations,
      signing: slot.signing?.algorithm ?? null,
      holdsSite: slot.site !== null,
    })),
    recovery: recovery.map(({ pair, generation, site: sealed }) => ({
      pair,
      generation,
      holdsSite: sealed !== null,
    })),
  };
}
