import type { LedgerEncryption } from '../../shared/accounts/policy.ts';
import type { KeysFile, Recovery, Slot } from './keys-file.ts';
import { sealLedgerKey, sealSite, type SharedSecrets } from './shared-secrets.ts';
import { holderOf, makeSlot, newSlotSecrets, userTag } from './slots.ts';
import { recoveryHolder } from './recovery.ts';
import { wipe } from './keys.ts';
import type { PublicKey } from './signatures.ts';

/** A slot to be made, or made anew, for an account: under a password that is handed over, without a signing key. */
export interface Issue {
  readonly accountId: string;
  readonly identifier: string;
  readonly password: string;
  /** Whether the account is to hold the site's keys; sealed at once if whoever issues holds them, by the next holder otherwise. */
  readonly site: boolean;
}

/** What is to become of the keyslots. Accounts by id. */
export interface KeysChange {
  readonly issue?: readonly Issue[];
  /** Accounts that lose their slot. */
  readonly remove?: readonly string[];
  /** Accounts that are to hold the site's keys, as far as whoever changes holds them. */
  readonly grantSite?: readonly string[];
  readonly withdrawSite?: readonly string[];
  /** Another signing key for the site; only from whoever holds the present one. */
  readonly newSite?: { readonly public: PublicKey; readonly privateKey: Buffer };
  /** Recovery keys made anew, and pairs whose key is taken away. */
  readonly recovery?: readonly Recovery[];
  readonly revokeRecovery?: readonly number[];
}

/**
 * The keyslot file after a change. `secret` is the site's; `shared` what whoever changes holds. Takes about a second for each slot
 * issued. Throws if nobody would be left with a slot.
 */
export async function changedKeys(
  file: KeysFile,
  change: KeysChange,
  shared: SharedSecrets,
  secret: Uint8Array,
  iterations: number,
): Promise<KeysFile> {
  const { issue = [], remove = [], grantSite = [], withdrawSite = [] } = change;
  const without = file.slots.filter(
    ({ account }) => !remove.includes(account) && issue.every(({ accountId }) => accountId !== account),
  );
  const kept = without.map((slot) => withSite(file, slot, shared, { grantSite, withdrawSite }));
  let highest = Math.max(0, ...file.slots.map(({ slot }) => slot));
  const places = issue.map(({ accountId, identifier, password, site }) => {
    highest += 1;
    const place = { slot: highest, user: userTag(identifier, secret), account: accountId };
    return { place, password, site };
  });
  const issued = await Promise.all(
    places.map(async ({ place, password, site }) => {
      const own = newSlotSecrets({ ledgerKey: shared.ledgerKey, site: site ? shared.site : undefined });
      const slot = await makeSlot(file, place, password, secret, own, iterations);
      wipe(own.agreement.privateKey);
      return slot;
    }),
  );
  const slots = [...kept, ...issued];
  if (slots.length === 0) throw new TypeError('keys: nobody would be left');
  const changed = { ...file, slots, recovery: changedRecovery(file, change, shared) };
  return change.newSite === undefined ? changed : withNewSite(changed, change.newSite, shared);
}

/** The site's other signing key, for all who hold the present one. */
function withNewSite(
  file: KeysFile,
  { public: publicKey, privateKey }: NonNullable<KeysChange['newSite']>,
  { site }: SharedSecrets,
): KeysFile {
  if (site === undefined) throw new TypeError("keys: the site's key is not held here");
  const next = { signing: privateKey, encryption: site.encryption };
  const anew = <T extends Slot | Recovery>(entry: T, holder: string): T =>
    entry.site === null
      ? entry
      : { ...entry, site: sealSite(file.format, holder, entry.agreement.key, next) };
  return {
    ...file,
    site: { ...file.site, signing: publicKey },
    slots: file.slots.map((slot) => anew(slot, holderOf(slot))),
    recovery: file.recovery.map((entry) => anew(entry, recoveryHolder(entry))),
  };
}

function withSite(
  file: KeysFile,
  slot: Slot,
  { site }: SharedSecrets,
  {
    grantSite,
    withdrawSite,
  }: { readonly grantSite: readonly string[]; readonly withdrawSite: readonly string[] },
): Slot {
  if (withdrawSite.includes(slot.account)) return { ...slot, site: null };
  if (site === undefined || slot.site !== null || !grantSite.includes(slot.account)) return slot;
  return { ...slot, site: sealSite(file.format, holderOf(slot), slot.agreement.key, site) };
}

function changedRecovery(
  file: KeysFile,
  { recovery = [], revokeRecovery = [] }: KeysChange,
  { site }: SharedSecrets,
): Recovery[] {
  const gone = [...revokeRecovery, ...recovery.map(({ pair }) => pair)];
  return [...file.recovery.filter(({ pair }) => !gone.includes(pair)), ...recovery].map((entry) =>
    entry.site !== null || site === undefined
      ? entry
      : { ...entry, site: sealSite(file.format, recoveryHolder(entry), entry.agreement.key, site) },
  );
}

/**
 * The keyslot file of the next epoch: another ledger key for a ledger file under this encryption, sealed to everybody who has a slot
 * and to every recovery key.
 */
export function rotatedKeys(file: KeysFile, ledgerKey: Uint8Array, encryption: LedgerEncryption): KeysFile {
  const next = { ...file, encryption, epoch: file.epoch + 1 };
  return {
    ...next,
    slots: file.slots.map((slot) => ({
      ...slot,
      ledger: sealLedgerKey(next, holderOf(slot), slot.agreement.key, ledgerKey),
    })),
    recovery: file.recovery.map((entry) => ({
      ...entry,
      ledger: sealLedgerKey(next, recoveryHolder(entry), entry.agreement.key, ledgerKey),
    })),
  };
}
