import { useState } from 'react';
import type { Template } from '../../../shared/media/templates/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { PasswordField } from './password-field.tsx';
import { useTemplatesText } from './text.ts';

/** An officer retires a template, signed; it acts at once. */
export function RetireDialog({
  template,
  onClose,
}: {
  readonly template: Template;
  readonly onClose: () => void;
}) {
  const t = useTemplatesText();
  const refusalText = useRefusalText();
  const retire = useCommand('media', 'retireTemplate');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const refusal = retire.error?.refusal;
  return (
    <ReasonDialog
      title={t('retire.title', { template: `${template.number} ${template.name}` })}
      isOpen
      onClose={onClose}
      tone="danger"
      confirm={t('retire.do')}
      explanation={<p className="text-sm">{t('retire.about')}</p>}
      pending={retire.isPending}
      error={refusal?.field === 'password' ? undefined : refusalText(retire.error)}
      onConfirm={(reason) => {
        setTried(true);
        if (password === '') return;
        retire.mutate(
          { templateId: template.id, reason, password },
          {
            onSuccess: () => {
              notify(t('retire.done'), 'warn');
              onClose();
            },
          },
        );
      }}
    >
      <PasswordField
        value={password}
        onChange={(text) => {
          retire.reset();
          setPassword(text);
        }}
        refusal={refusal}
        tried={tried}
      />
    </ReasonDialog>
  );
}
