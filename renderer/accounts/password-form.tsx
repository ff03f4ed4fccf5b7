import { useState } from 'react';
import type { Me } from '../../shared/accounts/model.ts';
import { RefusalError } from '../api/client.ts';
import { useCommand } from '../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../app/i18n.ts';
import { Button } from '../ui/button.tsx';
import { ErrorText } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { passwordProblem } from './password-problem.ts';
import { useAccountsText } from './text.ts';

/** Replaces one's own password: the present one, then the new one twice. */
export function PasswordForm({
  me: { identifier, passwordMin },
  handed = false,
  onChanged,
}: {
  readonly me: Pick<Me, 'identifier' | 'passwordMin'>;
  /** The present password was handed out. */
  readonly handed?: boolean;
  readonly onChanged: () => void;
}) {
  const t = useAccountsText();
  const code = useCodeText('accounts');
  const words = useRefusalText();
  const change = useCommand('accounts', 'changePassword');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [left, setLeft] = useState({ current: false, next: false, repeat: false });

  const refusal = change.error instanceof RefusalError ? change.error.refusal : undefined;
  const refused = (field: string): string | undefined =>
    refusal?.field === field ? code(codeOf(refusal), { min: passwordMin, ...refusal.detail }) : undefined;
  const found = {
    current: current === '' ? 'required' : undefined,
    next: passwordProblem(next, identifier, passwordMin),
    repeat: next === repeat ? undefined : 'password-different',
  };
  const shown = (field: keyof typeof found): string | undefined =>
    (left[field] ? code(found[field], { min: passwordMin }) : undefined) ?? refused(field);

  const submit = (): void => {
    setLeft({ current: true, next: true, repeat: true });
    if (Object.values(found).some((problem) => problem !== undefined)) return;
    change.mutate({ current, next }, { onSuccess: onChanged });
  };
  const edit = (set: (text: string) => void) => (text: string) => {
    change.reset();
    set(text);
  };
  const elsewhere =
    refusal?.field === 'current' || refusal?.field === 'next' ? undefined : words(change.error);

  return (
    <Form label={t('password.title')} onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        type="password"
        name="current"
        label={t(handed ? 'password.handed' : 'password.current')}
        required
        autoFocus
        value={current}
        onChange={edit(setCurrent)}
        onBlur={() => setLeft((now) => ({ ...now, current: now.current || current !== '' }))}
        error={shown('current')}
      />
      <TextField
        type="password"
        name="next"
        label={t('password.next')}
        required
        description={t('password.rule', { min: passwordMin })}
        value={next}
        onChange={edit(setNext)}
        onBlur={() => setLeft((now) => ({ ...now, next: now.next || next !== '' }))}
        error={shown('next')}
      />
      <TextField
        type="password"
        name="repeat"
        label={t('password.repeat')}
        required
        value={repeat}
        onChange={edit(setRepeat)}
        onBlur={() => setLeft((now) => ({ ...now, repeat: now.repeat || repeat !== '' }))}
        error={shown('repeat')}
      />
      {elsewhere === undefined ? null : (
        <div role="alert">
          <ErrorText>{elsewhere}</ErrorText>
        </div>
      )}
      <div>
        <Button type="submit" variant="solid" pending={change.isPending}>
          {t('password.submit')}
        </Button>
      </div>
    </Form>
  );
}
