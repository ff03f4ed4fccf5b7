import { faultOf, VaultFault } from './fault.ts';
import { wipe } from './keys.ts';
import { keysFileIsGenuine, parseKeysFile, readKeysFile, type SealedKeysFile } from './keys-file.ts';
import { reconcile } from './keys-state.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './open-ledger.ts';
import { openVault, type OpenVault } from './open-vault.ts';
import type { VaultPaths } from './paths.ts';
import { isWritable, type Obstacle, probe, readSecret } from './probe.ts';
import { signatureAlgorithm } from './signatures.ts';
import { openSlot, slotKey, type SlotSecrets, userTag, wipeSecrets } from './slots.ts';
import { viewingCopy } from './viewing-copy.ts';

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
  const user = userTag(identifier, secret);
  const slot = file.slots.find((candidate) => candidate.user === user);
  const key = await slotKey(file, slot, user, password, secret);
  const secrets = slot && openSlot(file, slot, key);
  wipe(key, secret);
  if (slot === undefined || secrets === undefined) return undefined;
  let ledger: Ledger | undefined;
  try {
    assertGenuine(file, secrets, paths.keys);
    const viewingOnly = !isWritable(paths);
    ledger = viewingOnly
      ? openLedger(viewingCopy(paths), secrets.ledgerKey, 'viewing')
      : openLedger(paths.ledger, secrets.ledgerKey, 'write');
    const valid = reconcile(ledger, paths.keys, bytes, !viewingOnly);
    const current = valid.equals(bytes) ? file : parseKeysFile(valid, paths.keys);
    assertGenuine(current, secrets, paths.keys);
    const { mac: _, ...keys } = current;
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

function assertGenuine(file: SealedKeysFile, secrets: SlotSecrets, path: string): void {
  if (!keysFileIsGenuine(file, secrets.ledgerKey)) throw new VaultFault('keys-altered', path);
}
