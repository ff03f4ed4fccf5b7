import { existsSync, mkdirSync } from 'node:fs';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { VaultFault } from './fault.ts';
import {
  encryptionIn,
  keysFileIsGenuine,
  parseKeysFile,
  readKeysFile,
  type SealedKeysFile,
  serialiseKeysFile,
} from './keys-file.ts';
import { changedKeys } from './keys-change.ts';
import { type InTurn, reconcile, replaceKeysFile } from './keys-state.ts';
import { sha256, wipe } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './open-ledger.ts';
import { openVault, type OpenVault } from './open-vault.ts';
import { openOwnSlot } from './own-slot.ts';
import type { VaultPaths } from './paths.ts';
import { type Obstacle, readSecret, type Site } from './probe.ts';
import { openRecovery, type Recovered } from './recovery.ts';
import type { Share } from './recovery-share.ts';
import { finishRotation } from './rotation-files.ts';
import { signatureAlgorithm } from './signatures.ts';

/** Why two shares open nothing. */
export type ShareRefusal =
  | 'share-same-half'
  | 'share-other-pair'
  | 'share-other-generation'
  | 'share-no-pair'
  | 'share-old-generation'
  | 'share-wrong';

/** Whose slot is made anew, under which password, and what the person's slot needs. */
export interface Reissue {
  readonly accountId: string;
  readonly identifier: string;
  readonly password: string;
  readonly iterations: number;
}

/** A ledger that two custodians have opened together, with nobody signed in. */
export interface RecoveredVault {
  readonly ledger: Ledger;
  readonly pair: number;
  readonly generation: number;
  /**
   * Makes a person's slot anew and takes the recovery key that was used away, in one step with what `inTurn` records; puts the site secret and
   * the site's name (`site`) in their places if this machine lost them. Answers the person's vault, which this one becomes.
   */
  reissue(how: Reissue, site: Site, inTurn: InTurn): Promise<OpenVault>;
  /** Closes the ledger and wipes the keys; not to be called once {@link RecoveredVault.reissue} has answered. */
  close(): void;
}

/** Whether two shares are halves of one key. */
export function refusePair(one: Share, other: Share): ShareRefusal | undefined {
  if (one.pair !== other.pair) return 'share-other-pair';
  if (one.generation !== other.generation) return 'share-other-generation';
  return one.half === other.half ? 'share-same-half' : undefined;
}

/**
 * Opens the recovery key of two shares, proof that they would open the ledger; nothing else is opened. Throws a {@link VaultFault} if the
 * keyslot file cannot be read.
 */
export function tryShares(
  paths: VaultPaths,
  one: Share,
  other: Share,
): { readonly file: SealedKeysFile; readonly bytes: Buffer; readonly recovered: Recovered } | ShareRefusal {
  const refusal = refusePair(one, other);
  if (refusal !== undefined) return refusal;
  const { file, bytes } = readKeysFile(paths.keys);
  const entry = file.recovery.find(({ pair }) => pair === one.pair);
  if (entry === undefined) return 'share-no-pair';
  if (entry.generation !== one.generation) return 'share-old-generation';
  const [a, b] = one.half === 'A' ? [one, other] : [other, one];
  const recovered = openRecovery(file, entry, { a: a.bytes, b: b.bytes });
  if (recovered === undefined) return 'share-wrong';
  if (keysFileIsGenuine(file, recovered.ledgerKey)) return { file, bytes, recovered };
  wipeRecovered(recovered);
  throw new VaultFault('keys-altered', paths.keys);
}

/** Opens the ledger with the shares of two custodians. An obstacle is a fault of the files, found on the way. */
export function recoverVault(
  paths: VaultPaths,
  one: Share,
  other: Share,
): RecoveredVault | ShareRefusal | Obstacle {
  try {
    finishRotation(paths);
    const tried = tryShares(paths, one, other);
    if (typeof tried === 'string') return tried;
    return opened(paths, one, tried);
  } catch (error) {
    if (error instanceof VaultFault) return { fault: error.fault, file: error.file };
    throw error;
  }
}

function opened(
  paths: VaultPaths,
  { pair, generation }: Share,
  { file: found, bytes, recovered }: { file: SealedKeysFile; bytes: Buffer; recovered: Recovered },
): RecoveredVault {
  let ledger: Ledger;
  let file = found;
  try {
    ledger = openLedger(paths.ledger, recovered.ledgerKey, 'write', encryptionIn(file, paths.keys));
  } catch (error) {
    wipeRecovered(recovered);
    throw error;
  }
  const close = (): void => {
    ledger.close();
    wipeRecovered(recovered);
  };
  try {
    const valid = reconcile(ledger, paths.keys, bytes, true);
    if (!valid.equals(bytes)) file = parseKeysFile(valid, paths.keys);
  } catch (error) {
    close();
    throw error;
  }
  return {
    ledger,
    pair,
    generation,
    close,
    async reissue({ accountId, identifier, password, iterations }, site, inTurn) {
      const { mac: _, ...keys } = file;
      const issue = [{ accountId, identifier, password, site: false }];
      const change = { issue, revokeRecovery: [pair] };
      const next = await changedKeys(keys, change, recovered, recovered.secret, iterations);
      restoreSite(paths, recovered.secret, site);
      await replaceKeysFile(ledger, paths.keys, serialiseKeysFile(next, recovered.ledgerKey), inTurn);
      const own = await openOwnSlot(next, identifier, password, recovered.secret);
      const algorithm = signatureAlgorithm(next.site.signing.algorithm, 'read');
      if (own === undefined || algorithm === undefined) throw new VaultFault('keys-damaged', paths.keys);
      wipeRecovered(recovered);
      return openVault({
        paths,
        ledger,
        viewingOnly: false,
        file: next,
        ...own,
        sitePublic: { ...next.site.signing, algorithm },
      });
    },
  };
}

/** A machine that lost its own folder, or another one, gets what it needs to open the ledger from now on. */
function restoreSite(paths: VaultPaths, secret: Buffer, site: Site): void {
  mkdirSync(paths.appFolder, { recursive: true, mode: 0o700 });
  if (!hasSecret(paths, secret)) writeFileAtomic(paths.secret, secret);
  if (!existsSync(paths.site)) {
    writeFileAtomic(paths.site, `${canonicalJson({ code: site.code, name: site.name, room: site.room })}\n`);
  }
}

function hasSecret(paths: VaultPaths, secret: Buffer): boolean {
  try {
    const present = readSecret(paths.secret);
    const same = sha256(present).equals(sha256(secret));
    wipe(present);
    return same;
  } catch (error) {
    if (error instanceof VaultFault) return false;
    throw error;
  }
}

/** Overwrites what a recovery key opened. */
export function wipeRecovered({ ledgerKey, secret, site }: Recovered): void {
  wipe(ledgerKey, secret, site?.signing, site?.encryption);
}
