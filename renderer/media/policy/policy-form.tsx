import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { CONFIDENTIALITY, type Confidentiality } from '../../../shared/kernel/classification.ts';
import { requiredParagraph } from '../../../shared/kernel/text.ts';
import { z } from '../../../shared/kernel/zod.ts';
import { MediaPolicy } from '../../../shared/media/policy.ts';
import { useCommand } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form, FormErrorSummary } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { leadTo, useFields } from '../register/use-fields.ts';
import { useText } from '../text.ts';
import { useMediaPolicyText } from './text.ts';

const NUMBERS = [
  'definitionsMaxDays',
  'checkHours',
  'releaseProducts',
  'emergencyHours',
  'remindDays',
] as const;
type NumberField = (typeof NUMBERS)[number];

const LEVELS = { 1: '1', 2: '2', 3: '3' } as const satisfies Record<Confidentiality, string>;
const NONE = 'none';

const Change = z.strictObject({
  policy: MediaPolicy,
  reason: requiredParagraph(500),
  password: z.string().min(1, { error: 'required' }),
});

/** A whole number as typed, in any width; out of every range if it is none. */
function numberIn(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/u.test(plain) ? Number(plain) : -1;
}

/** Changes the rules for media, under the officer's own signature; each field says what it does. */
export function PolicyForm({
  policy,
  onClose,
}: {
  readonly policy: MediaPolicy;
  readonly onClose: () => void;
}) {
  const t = useMediaPolicyText();
  const words = useText();
  const { me } = useSession();
  const setPolicy = useCommand('media', 'setPolicy');
  const [typed, setTyped] = useState<Readonly<Record<NumberField, string>>>(() => ({
    definitionsMaxDays: String(policy.definitionsMaxDays),
    checkHours: String(policy.checkHours),
    releaseProducts: String(policy.releaseProducts),
    emergencyHours: String(policy.emergencyHours),
    remindDays: String(policy.remindDays),
  }));
  const [rest, setRest] = useState({
    twoProductsFrom: policy.twoProductsFrom,
    contentList: policy.contentList,
  });
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const next = {
    ...rest,
    definitionsMaxDays: numberIn(typed.definitionsMaxDays),
    checkHours: numberIn(typed.checkHours),
    releaseProducts: numberIn(typed.releaseProducts),
    emergencyHours: numberIn(typed.emergencyHours),
    remindDays: numberIn(typed.remindDays),
  };
  const form = useFields(Change, { policy: next, reason, password }, setPolicy.error?.refusal);
  const changed = (): void => setPolicy.reset();
  const ranged = (name: NumberField): string =>
    t('fieldRange', { field: t(name), range: t(`${name}.range`) });
  const labels = {
    'policy.definitionsMaxDays': ranged('definitionsMaxDays'),
    'policy.checkHours': ranged('checkHours'),
    'policy.releaseProducts': ranged('releaseProducts'),
    'policy.emergencyHours': ranged('emergencyHours'),
    'policy.remindDays': ranged('remindDays'),
    reason: t('reason'),
    password: t('password', { name: me.name }),
  };
  const fields = {
    definitionsMaxDays: form.field('policy.definitionsMaxDays'),
    checkHours: form.field('policy.checkHours'),
    releaseProducts: form.field('policy.releaseProducts'),
    emergencyHours: form.field('policy.emergencyHours'),
    remindDays: form.field('policy.remindDays'),
    reason: form.field('reason'),
    password: form.field('password'),
  };
  const refused = form.refused(labels);
  const submit = (): void => {
    form.tried();
    if (form.value === undefined) return;
    setPolicy.mutate(form.value, {
      onSuccess: () => {
        notify(t('done'));
        onClose();
      },
      onError: ({ refusal }) => {
        setPassword('');
        leadTo(refusal.field ?? 'password');
      },
    });
  };
  const number = (name: NumberField, autoFocus = false) => (
    <TextField
      {...fields[name]}
      label={ranged(name)}
      required
      autoFocus={autoFocus}
      inputMode="numeric"
      maxLength={4}
      description={t(`${name}.about`)}
      value={typed[name]}
      onChange={(text) => {
        changed();
        setTyped((now) => ({ ...now, [name]: text }));
      }}
    />
  );
  return (
    <Form label={t('form')} onSubmit={submit} className="flex flex-col gap-4">
      <FormErrorSummary errors={form.problems(labels)} />
      {number('definitionsMaxDays', true)}
      {number('checkHours')}
      <Select<string>
        label={t('twoProductsFrom')}
        required
        description={t('twoProductsFrom.about')}
        value={rest.twoProductsFrom === null ? NONE : LEVELS[rest.twoProductsFrom]}
        onChange={(id) => {
          changed();
          const twoProductsFrom = CONFIDENTIALITY.find((level) => LEVELS[level] === id) ?? null;
          setRest((now) => ({ ...now, twoProductsFrom }));
        }}
        options={[
          { id: NONE, label: t('twoProductsFrom.none') },
          ...CONFIDENTIALITY.map((level) => ({
            id: LEVELS[level],
            label: t('twoProductsFrom.value', { level: words(`confidentiality.${level}`) }),
          })),
        ]}
      />
      {number('releaseProducts')}
      <div>
        <RadioGroup<'yes' | 'no'>
          label={t('contentList')}
          value={rest.contentList ? 'yes' : 'no'}
          onChange={(id) => {
            changed();
            setRest((now) => ({ ...now, contentList: id === 'yes' }));
          }}
          options={[
            { id: 'yes', label: t('contentList.yes') },
            { id: 'no', label: t('contentList.no') },
          ]}
        />
        <p className="mt-1 text-sm text-ink-soft">{t('contentList.about')}</p>
      </div>
      {number('emergencyHours')}
      {number('remindDays')}
      <TextArea
        {...fields.reason}
        label={t('reason')}
        required
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(text) => {
          changed();
          setReason(text);
        }}
      />
      <TextField
        {...fields.password}
        type="password"
        label={t('password', { name: me.name })}
        description={t('signs')}
        required
        autoComplete="current-password"
        value={password}
        onChange={(text) => {
          changed();
          setPassword(text);
        }}
        className="max-w-80"
      />
      {refused === undefined ? null : <ErrorText>{refused}</ErrorText>}
      <div className="flex justify-end gap-3">
        <Button onPress={onClose}>{t('back')}</Button>
        <Button type="submit" variant="solid" icon={PenLine} pending={setPolicy.isPending}>
          {t('sign')}
        </Button>
      </div>
    </Form>
  );
}
