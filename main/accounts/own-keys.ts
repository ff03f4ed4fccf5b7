import { SIGNING_ROLES } from '../../shared/accounts/model.ts';
import type { Policy } from '../../shared/accounts/policy.ts';
import type { NewSuimonEvent } from '../../shared/events.ts';
import type { Signatory } from '../context.ts';
import { endorsedBytes } from '../trail/endorsement.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { signerOf } from '../vault/own-slot.ts';
import { newSignatureKey } from '../vault/signatures.ts';
import type { SigningSecret } from '../vault/slots.ts';
import type { Account } from './queries.ts';

/** A new signing key for a person, and the event that makes it theirs. */
export interface NewOwnKey {
  readonly signing: SigningSecret;
  readonly event: NewSuimonEvent;
  /** The person, signing with the new key: it signs for itself. */
  readonly signatory: Signatory;
}

/**
 * A new signing key if the person is to have one: none yet or an order for another (after a password was reissued, the old key is
 * lost with it), or the present one of another suite than is settled now, which then endorses its successor. Undefined if all is as it should be.
 */
export function renewedKey(
  vault: Pick<OpenVault, 'sign' | 'keys'>,
  account: Account,
  { signatureSuite }: Policy,
): NewOwnKey | undefined {
  if (!account.roles.some((role) => SIGNING_ROLES.includes(role))) return undefined;
  const present = vault.keys().slots.find(({ accountId }) => accountId === account.id)?.signing ?? null;
  if (!account.keyWanted && (present === null || present === signatureSuite)) return undefined;
  const signing = newSignatureKey(signatureSuite);
  const subject = `account:${account.id}` as const;
  const { algorithm, key } = signing.public;
  const endorsement = vault.sign?.(endorsedBytes(subject, algorithm, key)).value ?? null;
  return {
    signing,
    event: { type: 'account.keyMade', version: 1, subject, data: { algorithm, key, endorsement } },
    signatory: {
      id: account.id,
      name: account.name,
      roles: account.roles,
      sign: signerOf(signing.public, signing.privateKey),
    },
  };
}
