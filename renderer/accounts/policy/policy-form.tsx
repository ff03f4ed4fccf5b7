import { useState } from 'react';
import {
  LedgerEncryption,
  Policy,
  type SettledPolicy,
  SignatureSuite,
} from '../../../shared/accounts/policy.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Standing } from '../people/use-standing.ts';
import { ProposalForm } from '../proposals/proposal-form.tsx';
import { usePolicyText } from './text.ts';
import { POLICY_FIELDS, type PolicyField } from './words.ts';

type NumberField = Exclude<PolicyField, 'signatureSuite' | 'ledgerEncryption'>;
type Typed = Readonly<Record<NumberField, string>>;

const NUMBERS = POLICY_FIELDS.filter(
  (field): field is NumberField => field !== 'signatureSuite' && field !== 'ledgerEncryption',
);

/** A whole number as typed, with its separators, in any width; NaN if it is none. */
function numberIn(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/gu, '');
  return /^\d{1,9}$/u.test(plain) ? Number(plain) : Number.NaN;
}

function typedOf(policy: Policy): Typed {
  const { passwordMin, passwordMaxDays, idleMinutes, unusedDays, iterations } = policy;
  return {
    passwordMin: String(passwordMin),
    passwordMaxDays: String(passwordMaxDays),
    idleMinutes: String(idleMinutes),
    unusedDays: String(unusedDays),
    iterations: String(iterations),
  };
}

/** Proposes other common rules; each field says what it does. */
export function PolicyForm({
  policy,
  standing,
  onCancel,
}: {
  readonly policy: SettledPolicy;
  readonly standing: Standing;
  readonly onCancel: () => void;
}) {
  const t = usePolicyText();
  const [typed, setTyped] = useState(() => typedOf(policy));
  const [signatureSuite, setSuite] = useState<SignatureSuite>(policy.signatureSuite);
  const [ledgerEncryption, setEncryption] = useState<LedgerEncryption>(policy.ledgerEncryption);
  const next: SettledPolicy = {
    passwordMin: numberIn(typed.passwordMin),
    passwordMaxDays: numberIn(typed.passwordMaxDays),
    idleMinutes: numberIn(typed.idleMinutes),
    unusedDays: numberIn(typed.unusedDays),
    iterations: numberIn(typed.iterations),
    signatureSuite,
    ledgerEncryption,
  };
  const wrong = (field: NumberField): boolean => !Policy.shape[field].safeParse(next[field]).success;
  const same = POLICY_FIELDS.every((field) => next[field] === policy[field]);
  return (
    <ProposalForm
      label={t('form')}
      draft={{ kind: 'policy', policy: next }}
      problems={{
        policy: NUMBERS.some(wrong) ? 'policy-numbers' : same ? 'proposal-nothing-changes' : undefined,
      }}
      standing={standing}
      onCancel={onCancel}
    >
      {(field) => (
        <>
          {NUMBERS.map((name, index) => (
            <TextField
              key={name}
              name={name}
              label={t('fieldRange', { field: t(name), range: t(`${name}.range`) })}
              required
              autoFocus={index === 0}
              inputMode="numeric"
              maxLength={12}
              description={t(`${name}.about`)}
              value={typed[name]}
              onChange={(text) => setTyped((now) => ({ ...now, [name]: text }))}
              error={wrong(name) ? t('wrongNumber', { range: t(`${name}.range`) }) : undefined}
            />
          ))}
          <Select
            label={t('signatureSuite')}
            required
            description={t('signatureSuite.about')}
            value={signatureSuite}
            onChange={setSuite}
            options={SignatureSuite.options.map((id) => ({ id, label: t(`suite.${id}`) }))}
          />
          <Select
            label={t('ledgerEncryption')}
            required
            description={t('ledgerEncryption.about')}
            value={ledgerEncryption}
            onChange={setEncryption}
            options={LedgerEncryption.options.map((id) => ({ id, label: t(`encryption.${id}`) }))}
            error={field('policy', t('form')).error}
          />
        </>
      )}
    </ProposalForm>
  );
}
