import { useCallback } from 'react';
import {
  type LedgerEncryption,
  type Policy,
  type SettledPolicy,
  type SignatureSuite,
  settled,
} from '../../../shared/accounts/policy.ts';
import { useFormat } from '../../ui/use-format.ts';
import { ja } from './messages.ja.ts';
import { usePolicyText } from './text.ts';

/** The parts of the common rules, in the order in which they are shown. */
export const POLICY_FIELDS = [
  'passwordMin',
  'passwordMaxDays',
  'idleMinutes',
  'unusedDays',
  'signatureSuite',
  'iterations',
  'ledgerEncryption',
] as const satisfies readonly (keyof SettledPolicy)[];
export type PolicyField = (typeof POLICY_FIELDS)[number];

/** The value of one of the common rules in words. */
export function usePolicyValue(): (policy: Policy, field: PolicyField) => string {
  const t = usePolicyText();
  const format = useFormat();
  return useCallback(
    (policy: Policy, field: PolicyField) => {
      if (field === 'signatureSuite') return t(`suite.${policy.signatureSuite}`);
      if (field === 'ledgerEncryption') return t(`encryption.${settled(policy).ledgerEncryption}`);
      if (field === 'passwordMaxDays' && policy.passwordMaxDays === 0) return t('passwordMaxDays.never');
      return t(`${field}.unit`, { n: format.number(policy[field]) });
    },
    [t, format],
  );
}

function isSuite(suite: string): suite is SignatureSuite {
  return `suite.${suite}` in ja;
}

/** The name of a signature suite; its id where this version has none. */
export function useSuiteWords(): (suite: string) => string {
  const t = usePolicyText();
  return useCallback((suite: string) => (isSuite(suite) ? t(`suite.${suite}`) : suite), [t]);
}

function isEncryption(id: string): id is LedgerEncryption {
  return `encryption.${id}` in ja;
}

/** The name of an encryption of the ledger; its id where this version has none. */
export function useEncryptionWords(): (id: string) => string {
  const t = usePolicyText();
  return useCallback((id: string) => (isEncryption(id) ? t(`encryption.${id}`) : id), [t]);
}
