import { FlaskConical, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { BackupsView } from '../../shared/vault/model.ts';
import { RefusalError } from '../api/client.ts';
import { useCommand } from '../api/queries.ts';
import { useRefusalText, useText } from '../app/i18n.ts';
import { Button } from '../ui/button.tsx';
import { ErrorText } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/list-detail.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Well } from './backup-story.tsx';
import { useVaultText } from './text.ts';
import { WorkProgress } from './work-progress.tsx';

/** Tries whether a backup could be restored, without touching the ledger. */
export function DrillPanel({ view }: { readonly view: BackupsView }) {
  const t = useVaultText();
  const app = useText();
  const words = useRefusalText();
  const choose = useCommand('vault', 'chooseDrill');
  const drill = useCommand('vault', 'drill');
  const cancel = useCommand('vault', 'cancel');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const chosen = choose.data ?? undefined;
  const atField = drill.error instanceof RefusalError && drill.error.refusal.field === 'password';
  const elsewhere = words(atField ? choose.error : (drill.error ?? choose.error));
  const fieldError =
    missing && password === '' ? app('refusal.required') : atField ? words(drill.error) : undefined;
  const going = drill.isPending || view.running === 'drill';
  const none = view.last === null && chosen === undefined;
  return (
    <Section title={t('drill.title')}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-soft">{t('drill.about')}</p>
        {going ? (
          <WorkProgress work="drill" onCancel={() => cancel.mutate({})} />
        ) : (
          <Form
            label={t('drill.title')}
            className="flex flex-col gap-3"
            onSubmit={() => {
              setMissing(true);
              if (password === '' || none) return;
              drill.mutate({ source: chosen?.id ?? null, password });
              setPassword('');
              setMissing(false);
            }}
          >
            <p className="text-sm break-all">
              {chosen === undefined ? t('drill.last') : `${t('drill.chosen')}: ${chosen.path}`}
            </p>
            <TextField
              type="password"
              label={t('drill.password')}
              description={t('drill.passwordHint')}
              value={password}
              onChange={(text) => {
                drill.reset();
                setPassword(text);
              }}
              error={fieldError}
              className="max-w-xs"
            />
            <div className="flex flex-wrap gap-2">
              <Button type="submit" icon={FlaskConical} isDisabled={none || view.running !== null}>
                {t('drill.run')}
              </Button>
              <Button variant="text" icon={FolderOpen} onPress={() => choose.mutate({})}>
                {t('drill.choose')}
              </Button>
            </div>
          </Form>
        )}
        <div aria-live="polite">
          {going || drill.data === undefined ? null : drill.data === null ? (
            <p className="text-sm">{t('drill.cancelled')}</p>
          ) : drill.data.result === 'verified' ? (
            <Well>{t('drill.verified')}</Well>
          ) : (
            <ErrorText>{t('drill.bad', { why: t(`fault.${drill.data.result}`) })}</ErrorText>
          )}
        </div>
        {elsewhere === undefined ? null : (
          <div role="alert">
            <ErrorText>{elsewhere}</ErrorText>
          </div>
        )}
      </div>
    </Section>
  );
}
