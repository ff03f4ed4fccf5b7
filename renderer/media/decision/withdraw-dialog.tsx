import { useState } from 'react';
import type { Request } from '../../../shared/media/requests/model.ts';
import { useCommand } from '../../api/queries.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useDecisionText } from './text.ts';

/** An officer takes a permission back, signed; it acts at once. */
export function WithdrawDialog({
  request,
  isOpen,
  onClose,
}: {
  readonly request: Request;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useDecisionText();
  const code = useCodeText('media');
  const refusalText = useRefusalText();
  const { me } = useSession();
  const withdraw = useCommand('media', 'withdraw');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const refusal = withdraw.error?.refusal;
  const atPassword = refusal?.field === 'password';
  const close = (): void => {
    withdraw.reset();
    setPassword('');
    setTried(false);
    onClose();
  };
  return (
    <ReasonDialog
      title={t('withdraw.title', { no: request.no })}
      isOpen={isOpen}
      onClose={close}
      tone="danger"
      confirm={t('withdraw.action')}
      explanation={<p className="text-sm">{t('withdraw.about')}</p>}
      pending={withdraw.isPending}
      error={atPassword ? undefined : refusalText(withdraw.error)}
      onConfirm={(reason) => {
        setTried(true);
        if (password === '') return;
        withdraw.mutate(
          { requestId: request.id, reason, password },
          {
            onSuccess: () => {
              notify(t('withdraw.done', { no: request.no }), 'warn');
              close();
            },
          },
        );
      }}
    >
      <TextField
        type="password"
        name="withdraw-password"
        label={t('password')}
        required
        maxLength={256}
        description={t('passwordHint', { name: me.name })}
        value={password}
        onChange={(text) => {
          withdraw.reset();
          setPassword(text);
        }}
        error={
          atPassword
            ? code(codeOf(refusal), refusal.detail)
            : tried && password === ''
              ? code('required')
              : undefined
        }
      />
    </ReasonDialog>
  );
}
