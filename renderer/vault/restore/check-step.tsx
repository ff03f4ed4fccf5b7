import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { ExaminedBackup, FoundBackup } from '../../../shared/vault/model.ts';
import { TypedHead } from '../../../shared/vault/model.ts';
import { RefusalError } from '../../api/client.ts';
import { useCommand } from '../../api/queries.ts';
import { useCodeText, useRefusalText, useText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useVaultText } from '../text.ts';
import { WorkProgress } from '../work-progress.tsx';
import { FoundFacts } from './choose-step.tsx';

/** Signs in to the backup and has main verify all of it, with a checkpoint to compare with if somebody has one. */
export function CheckStep({
  found,
  onExamined,
  onAnother,
}: {
  readonly found: FoundBackup;
  readonly onExamined: (examined: ExaminedBackup) => void;
  readonly onAnother: () => void;
}) {
  const t = useVaultText();
  const app = useText();
  const words = useRefusalText();
  const code = useCodeText('vault');
  const examine = useCommand('vault', 'examineBackup');
  const cancel = useCommand('vault', 'cancelRestore');
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [slip, setSlip] = useState(false);
  const [size, setSize] = useState('');
  const [head, setHead] = useState('');
  const [tried, setTried] = useState(false);

  const typedSize = Number(size.normalize('NFKC').replaceAll(',', ''));
  const goodSize = Number.isSafeInteger(typedSize) && typedSize > 0;
  const goodHead = TypedHead.safeParse(head).success;
  const refused = examine.error instanceof RefusalError ? examine.error.refusal : undefined;
  const atField = (field: string) => (refused?.field === field ? words(examine.error) : undefined);
  const required = (value: string) => (tried && value === '' ? app('refusal.required') : undefined);
  const elsewhere =
    refused?.field === 'password' || refused?.field === 'identifier' ? undefined : words(examine.error);

  const submit = () => {
    setTried(true);
    if (identifier === '' || password === '' || (slip && !(goodSize && goodHead))) return;
    const checkpoint = slip ? { size: typedSize, head } : null;
    examine.mutate(
      { source: found.id, identifier, password, checkpoint },
      {
        onSuccess: (examined) => {
          if (examined !== null) onExamined(examined);
        },
        onSettled: () => {
          setPassword('');
          setTried(false);
        },
      },
    );
  };
  return (
    <div className="flex flex-col gap-5">
      <FoundFacts found={found} />
      {examine.isPending ? (
        <WorkProgress work="restore" onCancel={() => cancel.mutate({})} />
      ) : (
        <Form label={t('restore.step.check')} onSubmit={submit} className="flex flex-col gap-4">
          <p>{t('restore.who')}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label={t('restore.identifier')}
              required
              autoFocus
              maxLength={64}
              value={identifier}
              onChange={setIdentifier}
              error={required(identifier) ?? atField('identifier')}
            />
            <TextField
              type="password"
              label={t('restore.password')}
              required
              maxLength={256}
              value={password}
              onChange={setPassword}
              error={required(password) ?? atField('password')}
            />
          </div>
          <Checkbox isSelected={slip} onChange={setSlip} description={t('restore.slipAbout')}>
            {t('restore.slip')}
          </Checkbox>
          {slip ? (
            <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
              <TextField
                label={t('restore.slipSize')}
                inputMode="numeric"
                required
                value={size}
                onChange={setSize}
                error={tried && !goodSize ? code('size-form') : undefined}
              />
              <TextField
                label={t('restore.slipHead')}
                required
                maxLength={200}
                value={head}
                onChange={setHead}
                error={tried && !goodHead ? code('head-form') : undefined}
              />
            </div>
          ) : null}
          {elsewhere === undefined ? null : (
            <div role="alert">
              <ErrorText>{elsewhere}</ErrorText>
            </div>
          )}
          {examine.data === null ? <p role="status">{t('restore.cancelled')}</p> : null}
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant="solid" icon={ShieldCheck}>
              {t('restore.examine')}
            </Button>
            <Button onPress={onAnother}>{t('restore.another')}</Button>
          </div>
        </Form>
      )}
    </div>
  );
}
