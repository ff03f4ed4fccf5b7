import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerEncryption } from '../../../shared/accounts/policy.ts';
import { ok, refuse, type Reply } from '../../../shared/kernel/result.ts';
import type { VaultProgress } from '../../../shared/vault/model.ts';
import { ownHead } from '../../trail/append.ts';
import { lastCheckpoint } from '../../trail/checkpoints.ts';
import { verifyLedger } from '../../trail/verification.ts';
import { writeFileSynced } from '../atomic-file.ts';
import { VaultFault } from '../fault.ts';
import { sha256, wipe } from '../keys.ts';
import { encryptionIn, keysFileIsGenuine, parseKeysFile } from '../keys-file.ts';
import { reconcile } from '../keys-state.ts';
import type { Ledger } from '../ledger.ts';
import { openLedger } from '../open-ledger.ts';
import { type Signed, signWith } from '../signatures.ts';
import { openSlot, type SlotSecrets, slotKey, userTag, wipeSecrets } from '../slots.ts';
import { BackupProblem } from './fault.ts';
import { KEYS, LEDGER, MANIFEST, type Manifest, readManifest } from './folder.ts';

const CHUNK = 1024 * 1024;

export interface StageOptions {
  /** The backup's folder. */
  readonly source: string;
  /** A folder that is made for the copy, and removed again if it does not come to be. */
  readonly into: string;
  readonly identifier: string;
  readonly password: string;
  /** The site secret of this machine. */
  readonly secret: Buffer;
  readonly progress: (progress: Omit<VaultProgress, 'work'>) => void;
  readonly cancelled: () => boolean;
}

/** A backup that has been copied, opened by somebody's password and verified from its first entry to its last. */
export interface Staged {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly ledger: Ledger;
  readonly accountId: string;
  /** Signs with the person's own key; absent if their roles do not sign. */
  readonly sign?: (bytes: Uint8Array) => Signed;
  /** Closes the ledger, and wipes the keys. The folder stays. */
  close(): void;
}

/**
 * Copies a backup into a folder of its own, which opens with somebody's password and this machine's site secret, and verifies
 * all of it. Refused: `restore-refused` if the password or identifier is not right, `cancelled`. Throws a {@link BackupProblem}
 * if there is anything wrong with the backup, the system's error if the disk fails. The folder is removed in all these cases.
 */
export async function stageBackup(options: StageOptions): Promise<Reply<Staged>> {
  const { source, into } = options;
  const manifest = readManifest(source);
  const keys = readFileSync(join(source, KEYS));
  if (sha256(keys).toString('hex') !== manifest.keys.sha256)
    throw new BackupProblem('backup-altered', { file: KEYS });
  const opened = await openBackupSlot(keys, options);
  if (opened === undefined) return refuse('restore-refused', { field: 'password' });
  const { secrets, accountId, encryption } = opened;
  let ledger: Ledger | undefined;
  let whole = false;
  try {
    mkdirSync(into, { mode: 0o700 });
    if (!(await copyLedgerFile(manifest, options))) return refuse('cancelled');
    writeFileSynced(join(into, KEYS), keys);
    ledger = openCopy(into, secrets.ledgerKey, encryption, keys);
    if (!(await isVerified(ledger, manifest, options))) return refuse('cancelled');
    whole = true;
    return ok(stagedOf(into, manifest, ledger, accountId, secrets));
  } finally {
    if (!whole) {
      ledger?.close();
      wipeSecrets(secrets);
      rmSync(into, { recursive: true, force: true });
    }
  }
}

function stagedOf(
  folder: string,
  manifest: Manifest,
  ledger: Ledger,
  accountId: string,
  secrets: SlotSecrets,
): Staged {
  const { signing } = secrets;
  return {
    folder,
    manifest,
    ledger,
    accountId,
    ...(signing && {
      sign: (bytes: Uint8Array) => ({
        ...signing.public,
        value: signWith(signing.public.algorithm, signing.privateKey, bytes).toString('base64'),
      }),
    }),
    close() {
      ledger.close();
      wipeSecrets(secrets);
    },
  };
}

/** What a person's password opens in the backup's keyslot file; undefined if it does not. */
async function openBackupSlot(
  bytes: Buffer,
  { identifier, password, secret }: StageOptions,
): Promise<
  | { readonly secrets: SlotSecrets; readonly accountId: string; readonly encryption: LedgerEncryption }
  | undefined
> {
  const file = asBackup(() => parseKeysFile(bytes, KEYS));
  const user = userTag(identifier, secret);
  const slot = file.slots.find((candidate) => candidate.user === user);
  const key = await slotKey(file, slot, user, password, secret);
  const secrets = slot && openSlot(file, slot, key);
  wipe(key);
  if (slot === undefined || secrets === undefined) return undefined;
  if (!keysFileIsGenuine(file, secrets.ledgerKey)) {
    wipeSecrets(secrets);
    throw new BackupProblem('backup-altered', { file: KEYS });
  }
  return { secrets, accountId: slot.account, encryption: asBackup(() => encryptionIn(file, KEYS)) };
}

/** Turns a fault of the vault's files into one of the backup. */
function asBackup<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof VaultFault)) throw error;
    const newer = error.fault === 'ledger-newer' || error.fault === 'keys-algorithm';
    throw new BackupProblem(newer ? 'backup-newer' : 'backup-altered');
  }
}

function openCopy(folder: string, key: Buffer, encryption: LedgerEncryption, keys: Buffer): Ledger {
  return asBackup(() => {
    const ledger = openLedger(join(folder, LEDGER), key, 'write', encryption);
    try {
      reconcile(ledger, join(folder, KEYS), keys, true);
      // An older backup has been brought to the newest version: what was before stands in the backup itself.
      for (const name of readdirSync(folder)) {
        if (name.startsWith(`${LEDGER}.before-`)) rmSync(join(folder, name));
      }
      return ledger;
    } catch (error) {
      ledger.close();
      throw error;
    }
  });
}

/** Copies the backup's ledger and compares it with the manifest. False if cancelled. */
async function copyLedgerFile(
  { ledger: { bytes: total, sha256: expected } }: Manifest,
  { source, into, progress, cancelled }: StageOptions,
): Promise<boolean> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(CHUNK);
  const from = await open(join(source, LEDGER), 'r');
  try {
    const to = await open(join(into, LEDGER), 'wx', 0o600);
    try {
      for (let done = 0; done < total; ) {
        const { bytesRead } = await from.read(piece, 0, Math.min(CHUNK, total - done), done);
        if (bytesRead === 0) throw new BackupProblem('backup-incomplete', { file: LEDGER });
        const read = piece.subarray(0, bytesRead);
        hash.update(read);
        await to.appendFile(read);
        done += bytesRead;
        progress({ step: 'copying', done, total });
        if (cancelled()) return false;
      }
      await to.sync();
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
  if (hash.digest('hex') !== expected) throw new BackupProblem('backup-altered', { file: LEDGER });
  return true;
}

/** Verifies the copy's chain, file and views, and that they are what the manifest says. False if cancelled. */
async function isVerified(
  ledger: Ledger,
  manifest: Manifest,
  { progress, cancelled }: StageOptions,
): Promise<boolean> {
  const head = ownHead(ledger.read);
  if (head === undefined || head.site !== manifest.site)
    throw new BackupProblem('backup-altered', { file: LEDGER });
  if ((lastCheckpoint(ledger.read)?.note ?? null) !== manifest.checkpoint) {
    throw new BackupProblem('backup-altered', { file: MANIFEST });
  }
  if (head.seq !== manifest.size || head.hash.toString('hex') !== manifest.head) {
    throw new BackupProblem('backup-altered', { file: LEDGER });
  }
  const verified = await verifyLedger(
    ledger,
    ({ done, total }) => progress({ step: 'checking', done, total }),
    cancelled,
  );
  if (verified.state === 'broken') {
    throw new BackupProblem('chain-broken', { seq: verified.first.seq, kind: verified.first.kind });
  }
  return verified.state === 'verified';
}
