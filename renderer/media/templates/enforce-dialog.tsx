import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { Template, TemplateVersion } from '../../../shared/media/templates/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/toast.tsx';
import { versionOf } from './in-use.ts';
import { PasswordField } from './password-field.tsx';
import { TemplateFacts } from './template-facts.tsx';
import { useTemplatesText } from './text.ts';

/** An officer puts what waits in force: what is signed is shown whole, with its digest. */
export function EnforceDialog({
  template,
  onClose,
}: {
  readonly template: Template;
  readonly onClose: () => void;
}) {
  const t = useTemplatesText();
  // What is signed is what was shown when the dialog opened, whatever comes after.
  const [draft] = useState(() => versionOf(template, template.draft));
  if (draft === undefined) return null;
  const title = t('enforce.title', {
    template: `${draft.content.number} ${draft.content.name}`,
    n: draft.version,
  });
  return (
    <Dialog title={title} isOpen onClose={onClose} size="lg">
      <Signing templateId={template.id} draft={draft} label={title} onClose={onClose} />
    </Dialog>
  );
}

function Signing({
  templateId,
  draft,
  label,
  onClose,
}: {
  readonly templateId: string;
  readonly draft: TemplateVersion;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const t = useTemplatesText();
  const refusalText = useRefusalText();
  const enforce = useCommand('media', 'enforceTemplate');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const refusal = enforce.error?.refusal;
  const { version, digest } = draft;
  const submit = (): void => {
    setTried(true);
    if (password === '') return;
    enforce.mutate(
      { templateId, version, digest, password },
      {
        onSuccess: () => {
          notify(t('enforce.done', { n: version }));
          onClose();
        },
      },
    );
  };
  return (
    <Form label={label} onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-sm">{t('enforce.about')}</p>
      <div className="rounded-8 border border-line-strong bg-sunken p-3">
        <TemplateFacts version={draft} />
        <p className="mt-2 text-xs text-ink-soft">{t('enforce.digest')}</p>
        <code className="font-mono text-xs break-all">{digest}</code>
      </div>
      <PasswordField
        value={password}
        onChange={(text) => {
          enforce.reset();
          setPassword(text);
        }}
        refusal={refusal}
        tried={tried}
      />
      {enforce.error === null || refusal?.field === 'password' ? null : (
        <div role="alert">
          <ErrorText>{refusalText(enforce.error) ?? ''}</ErrorText>
        </div>
      )}
      <div className="flex justify-end gap-3">
        <Button onPress={onClose}>{t('form.leave')}</Button>
        <Button type="submit" variant="solid" icon={PenLine} pending={enforce.isPending}>
          {t('enforce.do')}
        </Button>
      </div>
    </Form>
  );
}
