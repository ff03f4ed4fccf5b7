import type { Refusal } from '../kernel/result.ts';
import type { z } from '../kernel/zod.ts';
import type { Founding } from './contract.ts';
import type { Role } from './model.ts';
import { seesLedgers } from './proposal-rules.ts';

/** Every code with which account work is refused. The window has words for each. */
export const ACCOUNTS_REFUSALS = [
  'founding-two-administrators',
  'founding-officer',
  'identifier-taken',
  'administrator-ledger-role',
  'password-common',
  'password-holds-name',
  'password-wrong',
  'password-same',
  'already-founded',
  'founding-failed',
  'sign-in-refused',
  'sign-in-wait',
  'sign-in-fault',
  'attest-refused',
  'attest-no-key',
  'sign-in-hours',
  'password-too-short',
  'account-missing',
  'account-active',
  'account-suspended',
  'account-closed',
  'account-no-key',
  'last-administrators',
  'last-officer',
  'policy-password-min',
  'policy-iterations',
  'recovery-same-custodian',
  'recovery-no-pair',
  'rotation-failed',
  'share-length',
  'share-row',
  'share-version',
  'share-same-half',
  'share-other-pair',
  'share-other-generation',
  'share-no-pair',
  'share-old-generation',
  'share-wrong',
  'recovery-nothing',
  'recovery-fault',
  'proposal-not-own',
  'check-incomplete',
  'check-changed',
  'proposal-missing',
  'proposal-nothing-changes',
  'proposal-own',
  'proposal-own-account',
  'proposal-open-already',
  'proposal-nobody-to-confirm',
  'proposal-confirmed',
  'proposal-refused',
  'proposal-withdrawn',
  'proposal-void',
  'proposal-expired',
] as const;
export type AccountsRefusal = (typeof ACCOUNTS_REFUSALS)[number];

type FoundingInput = z.output<typeof Founding>;

/**
 * Checks the people of a new site: identifiers once each, two administrators and an officer at least (dual control and
 * approval need them from the first day), no administrator who also works in the ledgers (guideline 3.5 (3)), and no
 * password that is common or holds its owner's identifier. `common` says whether a password stands in the list kept offline.
 */
export function checkFounding(
  input: FoundingInput,
  common: (password: string) => boolean,
): Refusal | undefined {
  const seen = new Set<string>();
  for (const [index, account] of input.accounts.entries()) {
    const field = `accounts.${index}`;
    if (seen.has(account.identifier)) return { code: 'identifier-taken', field: `${field}.identifier` };
    seen.add(account.identifier);
    if (account.roles.includes('administrator') && account.roles.some(seesLedgers)) {
      return { code: 'administrator-ledger-role', field: `${field}.roles` };
    }
    const weak = checkPassword(account.password, account.identifier, common);
    if (weak !== undefined) return { ...weak, field: `${field}.password` };
  }
  const having = (role: Role) => input.accounts.filter((account) => account.roles.includes(role)).length;
  if (having('administrator') < 2) return { code: 'founding-two-administrators', field: 'accounts' };
  if (having('officer') < 1) return { code: 'founding-officer', field: 'accounts' };
  return undefined;
}

/** Checks a password that somebody chooses; its length is the schema's matter. */
export function checkPassword(
  password: string,
  identifier: string,
  common: (password: string) => boolean,
): Refusal | undefined {
  const folded = password.toLowerCase();
  if (common(folded)) return { code: 'password-common', field: 'password' };
  if (folded.includes(identifier)) return { code: 'password-holds-name', field: 'password' };
  return undefined;
}
