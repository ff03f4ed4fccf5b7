import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { KeysFile, SiteKeys } from './keys-file.ts';
import { wipe } from './keys.ts';
import { type AgreementKey, openSealedTo, sealTo } from './sealed-to.ts';

/** The site's private keys, PKCS8 DER. */
export interface SiteSecrets {
  readonly signing: Buffer;
  readonly encryption: Buffer;
}

/** What several hold alike: everybody the ledger's key, officers and auditors the site's. */
export interface SharedSecrets {
  readonly ledgerKey: Buffer;
  readonly site: SiteSecrets | undefined;
}

/** What such secrets are bound to. */
type FileContext = Pick<KeysFile, 'format' | 'epoch' | 'encryption'>;

/** The part of a slot that holds them, sealed to the holder's agreement key. */
export interface SealedShared {
  readonly ledger: string;
  readonly site: SiteKeys | null;
}

/** Seals the ledger's key to a holder. Bound to the epoch: one of an older epoch does not pass for the present one. */
export function sealLedgerKey(
  file: FileContext,
  holder: string,
  publicKey: string,
  ledgerKey: Uint8Array,
): string {
  return sealTo(publicKey, ledgerKey, ledgerBinding(file, holder));
}

/** Seals the site's keys to a holder. Not bound to the epoch: whoever rotates the ledger's key may not hold them. */
export function sealSite(format: string, holder: string, publicKey: string, site: SiteSecrets): SiteKeys {
  return {
    signing: sealTo(publicKey, site.signing, siteBinding(format, holder, 'site-signing')),
    encryption: sealTo(publicKey, site.encryption, siteBinding(format, holder, 'site-encryption')),
  };
}

/** Seals what a holder shares with others. */
export function sharedWith(
  file: FileContext,
  holder: string,
  publicKey: string,
  { ledgerKey, site }: SharedSecrets,
): SealedShared {
  return {
    ledger: sealLedgerKey(file, holder, publicKey, ledgerKey),
    site: site === undefined ? null : sealSite(file.format, holder, publicKey, site),
  };
}

/** Opens what {@link sharedWith} sealed; undefined if any of it does not open. */
export function openShared(
  file: FileContext,
  holder: string,
  agreement: AgreementKey,
  sealed: SealedShared,
): SharedSecrets | undefined {
  const ledgerKey = openSealedTo(agreement, sealed.ledger, ledgerBinding(file, holder));
  const open = (bytes: string | undefined, what: string) =>
    bytes === undefined ? undefined : openSealedTo(agreement, bytes, siteBinding(file.format, holder, what));
  const signing = open(sealed.site?.signing, 'site-signing');
  const encryption = open(sealed.site?.encryption, 'site-encryption');
  const site = signing === undefined || encryption === undefined ? undefined : { signing, encryption };
  if (ledgerKey !== undefined && (sealed.site === null || site !== undefined)) return { ledgerKey, site };
  wipe(ledgerKey, signing, encryption);
  return undefined;
}

/** Overwrites them. */
export function wipeShared({ ledgerKey, site }: SharedSecrets): void {
  wipe(ledgerKey, site?.signing, site?.encryption);
}

function ledgerBinding({ format, epoch, encryption }: FileContext, holder: string): string {
  return canonicalJson({ format, epoch, encryption, holder, what: 'ledger' });
}

function siteBinding(format: string, holder: string, what: string): string {
  return canonicalJson({ format, holder, what });
}
