import { type ReactNode, useState } from 'react';
import { ProposalContent } from '../../../shared/accounts/proposals.ts';
import { useCommand } from '../../api/queries.ts';
import { useCodeText, useRefusalText, useText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useRetentionText } from './text.ts';

/**
 * Proposes something of retention: what it is, the reason, one's own password. `content` is what is proposed without its reason;
 * null while a field of its own is wrong.
 */
export function ProposeDialog({
  title,
  content,
  danger = false,
  onClose,
  children,
}: {
  readonly title: string;
  readonly content: object | null;
  readonly danger?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useRetentionText();
  const app = useText();
  const code = useCodeText('accounts');
  const words = useRefusalText();
  const { me } = useSession();
  const propose = useCommand('accounts', 'propose');
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const required = (text: string) => (tried && text.trim() === '' ? code('required') : undefined);
  const refused = words(propose.error);
  const field = propose.error?.refusal.field;

  const submit = (): void => {
    setTried(true);
    const parsed = ProposalContent.safeParse({ ...content, reason });
    if (content === null || !parsed.success || password === '') return;
    propose.mutate(
      { content: parsed.data, password },
      {
        onSuccess: () => {
          notify(t('form.done'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog title={title} isOpen onClose={onClose} tone={danger ? 'danger' : 'plain'}>
      <Form label={title} onSubmit={submit} className="flex flex-col gap-4">
        {children}
        <TextArea
          label={t('form.reason')}
          required
          maxLength={500}
          rows={2}
          value={reason}
          onChange={setReason}
          error={required(reason)}
        />
        <TextField
          type="password"
          label={t('form.password')}
          required
          maxLength={256}
          description={t('form.passwordHint', { name: me.name })}
          value={password}
          onChange={(text) => {
            propose.reset();
            setPassword(text);
          }}
          error={required(password) ?? (field === 'password' ? refused : undefined)}
        />
        <p className="border-l-4 border-accent pl-3 text-sm">{t('form.twoPeople')}</p>
        {refused === undefined || field === 'password' ? null : (
          <div role="alert">
            <ErrorText>{refused}</ErrorText>
          </div>
        )}
        <div className="flex flex-wrap justify-end gap-3">
          <Button onPress={onClose}>{app('action.cancel')}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'solid'} pending={propose.isPending}>
            {t('form.submit')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
