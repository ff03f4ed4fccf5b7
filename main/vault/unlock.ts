import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import { faultOf, isDiskFull, VaultFault } from './fault.ts';
import { wipe } from './keys.ts';
import { encryptionIn, keysFileIsGenuine, parseKeysFile, readKeysFile } from './keys-file.ts';
import { reconcile } from './keys-state.ts';
import type { Ledger } from './ledger.ts';
import { openLedger, openLedgerAlone } from './open-ledger.ts';
import { openVault, type OpenVault, type Viewing } from './open-vault.ts';
import type { VaultPaths } from './paths.ts';
import { isWritable, type Obstacle, probe, readSecret } from './probe.ts';
import { signatureAlgorithm } from './signatures.ts';
import { openOwnSlot } from './own-slot.ts';
import { wipeSecrets } from './slots.ts';
import { discardViewingCopy, viewingCopy } from './viewing-copy.ts';

export type { OpenVault } from './open-vault.ts';
export { type Obstacle, probe, readSite } from './probe.ts';

/** What came of a sign-in. `refused` says nothing of which part was wrong. */
export type Unlocked =
  | { readonly ok: true; readonly vault: OpenVault }
  | { readonly ok: false; readonly refused: true }
  | ({ readonly ok: false } & Obstacle);

/**
 * Opens the vault for a person. An unknown identifier, a wrong password, a slot that was removed, moved or edited give the
 * same answer after the same work. What is wrong with the files is said only once the password has opened a slot, as far as it
 * was not plain before.
 */
export async function unlock(paths: VaultPaths, identifier: string, password: string): Promise<Unlocked> {
  const state = probe(paths);
  if (state === 'unfounded') return { ok: false, fault: 'ledger-missing', file: paths.ledger };
  if (state !== 'ready') return { ok: false, ...state };
  try {
    const vault = await open(paths, identifier, password);
    return vault === undefined ? { ok: false, refused: true } : { ok: true, vault };
  } catch (error) {
    const found = faultOf(error, paths.ledger);
    if (found === undefined) throw error;
    return { ok: false, fault: found.fault, file: found.file };
  }
}

async function open(paths: VaultPaths, identifier: string, password: string): Promise<OpenVault | undefined> {
  const { file, bytes } = readKeysFile(paths.keys);
  const secret = readSecret(paths.secret);
  const own = await openOwnSlot(file, identifier, password, secret);
  wipe(secret);
  if (own === undefined) return undefined;
  const { slot, secrets } = own;
  let ledger: Ledger | undefined;
  try {
    if (!keysFileIsGenuine(file, secrets.ledgerKey)) throw new VaultFault('keys-altered', paths.keys);
    const asPossible = openAsPossible(paths, secrets.ledgerKey, encryptionIn(file, paths.keys));
    const { viewingOnly } = asPossible;
    ledger = asPossible.ledger;
    const valid = reconcile(ledger, paths.keys, bytes, viewingOnly === false);
    const current = valid.equals(bytes) ? file : parseKeysFile(valid, paths.keys);
    const { mac: _, ...keys } = current;
    // A replacement that a crash cut short may have taken this person's slot away, or given them another.
    if (keys.slots.every(({ agreement }) => agreement.key !== slot.agreement.key)) {
      ledger.close();
      wipeSecrets(secrets);
      return undefined;
    }
    const { algorithm: id, key: sitePublic } = keys.site.signing;
    const suite = signatureAlgorithm(id, 'read');
    if (suite === undefined) throw new VaultFault('keys-algorithm', paths.keys);
    return openVault({
      paths,
      ledger,
      viewingOnly,
      file: keys,
      slot,
      secrets,
      sitePublic: { algorithm: suite, key: sitePublic },
    });
  } catch (error) {
    ledger?.close();
    wipeSecrets(secrets);
    throw error;
  }
}

/** Opens the ledger to be written, or else, where the folder cannot be written or the disk is full, to be viewed. */
function openAsPossible(
  paths: VaultPaths,
  key: Buffer,
  encryption: LedgerEncryption,
): { ledger: Ledger; viewingOnly: Viewing | false } {
  if (!isWritable(paths)) {
    const ledger = openLedger(viewingCopy(paths), key, 'viewing', encryption);
    return { ledger, viewingOnly: 'read-only-folder' };
  }
  discardViewingCopy(paths);
  try {
    return { ledger: openLedger(paths.ledger, key, 'write', encryption), viewingOnly: false };
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return { ledger: openLedgerAlone(paths.ledger, key, encryption), viewingOnly: 'disk-full' };
  }
}
