import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { AGREEMENT, COMBINATION, type KeysFile, type Recovery, SEALING } from './keys-file.ts';
import { hkdf, KEY_BYTES, seal, unseal, wipe } from './keys.ts';
import { newAgreementKey, openSealedTo, sealTo } from './sealed-to.ts';
import { openShared, sealLedgerKey, sealSite, type SharedSecrets } from './shared-secrets.ts';

/** The two halves of a recovery key; neither tells anything of it alone. */
export interface Halves {
  readonly a: Buffer;
  readonly b: Buffer;
}

/** What a recovery key opens: all that is needed to go on, also on another machine. */
export interface Recovered extends SharedSecrets {
  /** The site secret. */
  readonly secret: Buffer;
}

/** How what is sealed to a recovery key names its holder. */
export function recoveryHolder({ pair, generation }: Pick<Recovery, 'pair' | 'generation'>): string {
  return `recovery ${pair}.${generation}`;
}

/**
 * A new recovery key for a pair of custodians: 256 random bits, split by XOR into two halves to be printed and then wiped by the caller. What it
 * opens is sealed to an agreement key that it seals, so it stays valid when the ledger's key is replaced.
 */
export function newRecovery(
  file: KeysFile,
  place: Pick<Recovery, 'pair' | 'generation'>,
  shared: SharedSecrets,
  secret: Uint8Array,
): { readonly recovery: Recovery; readonly halves: Halves } {
  const halves = { a: randomBytes(KEY_BYTES), b: randomBytes(KEY_BYTES) };
  return { recovery: sealedRecovery(file, place, joined(halves), shared, secret), halves };
}

function sealedRecovery(
  file: KeysFile,
  place: Pick<Recovery, 'pair' | 'generation'>,
  key: Buffer,
  shared: SharedSecrets,
  secret: Uint8Array,
): Recovery {
  const holder = recoveryHolder(place);
  const agreement = newAgreementKey();
  const kek = keyOf(key, place);
  const head = { ...place, combination: COMBINATION, sealing: SEALING } as const;
  const recovery: Recovery = {
    ...head,
    agreement: {
      algorithm: AGREEMENT,
      key: agreement.key,
      sealed: seal(kek, agreement.privateKey, binding(file.format, head, agreement.key)).toString('base64'),
    },
    ledger: sealLedgerKey(file, holder, agreement.key, shared.ledgerKey),
    secret: sealTo(agreement.key, secret, secretBinding(file.format, holder)),
    site: shared.site === undefined ? null : sealSite(file.format, holder, agreement.key, shared.site),
  };
  wipe(kek, key, agreement.privateKey);
  return recovery;
}

/** Opens a recovery entry with both halves; undefined if they are not its key's. */
export function openRecovery(file: KeysFile, recovery: Recovery, halves: Halves): Recovered | undefined {
  const key = joined(halves);
  const kek = keyOf(key, recovery);
  const { agreement } = recovery;
  const privateKey = unseal(
    kek,
    Buffer.from(agreement.sealed, 'base64'),
    binding(file.format, recovery, agreement.key),
  );
  wipe(kek, key);
  if (privateKey === undefined) return undefined;
  const holder = recoveryHolder(recovery);
  const own = { key: agreement.key, privateKey };
  const shared = openShared(file, holder, own, recovery);
  const secret = openSealedTo(own, recovery.secret, secretBinding(file.format, holder));
  wipe(privateKey);
  if (shared !== undefined && secret !== undefined) return { ...shared, secret };
  wipe(shared?.ledgerKey, shared?.site?.signing, shared?.site?.encryption, secret);
  return undefined;
}

function joined({ a, b }: Halves): Buffer {
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)));
}

function keyOf(key: Buffer, { pair, generation }: Pick<Recovery, 'pair' | 'generation'>): Buffer {
  return hkdf(key, new Uint8Array(), `suimon recovery key 1 ${pair} ${generation}`);
}

function binding(
  format: string,
  { pair, generation, combination, sealing }: Omit<Recovery, 'agreement' | 'ledger' | 'secret' | 'site'>,
  agreement: string,
): string {
  return canonicalJson({ format, pair, generation, combination, sealing, agreement, what: 'recovery' });
}

function secretBinding(format: string, holder: string): string {
  return canonicalJson({ format, holder, what: 'site-secret' });
}
