import { type ReactNode, useState } from 'react';
import { RefusalError } from '../../api/client.ts';
import { codeOf, useCodeText, useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useInspectionText } from './text.ts';

/** An officer decides: what is signed is shown, a reason is given, the password is asked once more. */
export function SignDialog({
  title,
  children,
  pending,
  error,
  ready = true,
  onSign,
  onClose,
}: {
  readonly title: string;
  /** What is signed. */
  readonly children: ReactNode;
  readonly pending: boolean;
  readonly error: Error | null;
  /** What else has to be chosen has been. */
  readonly ready?: boolean;
  readonly onSign: (reason: string, password: string, settled: () => void) => void;
  readonly onClose: () => void;
}) {
  const t = useInspectionText();
  const code = useCodeText('media');
  const words = useRefusalText();
  const { me, canWrite } = useSession();
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const refusal = error instanceof RefusalError ? error.refusal : undefined;
  const refused = (field: string): string | undefined =>
    refusal?.field === field ? code(codeOf(refusal), refusal.detail) : undefined;
  const missing = (text: string): string | undefined =>
    tried && text.trim() === '' && !pending ? code('required') : undefined;
  const atField = refused('password') !== undefined || refused('reason') !== undefined;
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        label={title}
        className="flex flex-col gap-4"
        onSubmit={() => {
          setTried(true);
          if (!ready || pending || reason.trim() === '' || password === '') return;
          onSign(reason, password, () => setPassword(''));
        }}
      >
        {children}
        <TextArea
          name="reason"
          label={t('sign.reason')}
          required
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={refused('reason') ?? missing(reason)}
        />
        <TextField
          type="password"
          name="password"
          label={t('sign.password', { name: me.name })}
          description={t('sign.means')}
          required
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={refused('password') ?? missing(password)}
          className="max-w-80"
        />
        {error === null || atField ? null : <ErrorText>{words(error) ?? ''}</ErrorText>}
        <div className="flex justify-end gap-3">
          <Button onPress={onClose}>{t('work.close')}</Button>
          <Button type="submit" variant="solid" pending={pending} isDisabled={!canWrite}>
            {t('sign.do')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
