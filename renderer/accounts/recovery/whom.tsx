import { useState } from 'react';
import type { Confirmed, RecoveryOpened } from '../../../shared/accounts/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { RotationBar, useRotation } from '../keys/rotation.tsx';
import { useKeysText } from '../keys/text.ts';

/** Which administrator gets a new password; then the ledger's key is replaced, with progress. */
export function Whom({
  opened: { pair, custodians, administrators },
  onDone,
  onLeave,
}: {
  readonly opened: RecoveryOpened;
  readonly onDone: (handed: Confirmed['handed'][number]) => void;
  readonly onLeave: () => void;
}) {
  const t = useKeysText();
  const words = useRefusalText();
  const recover = useCommand('accounts', 'recover');
  const rotation = useRotation();
  const [whom, setWhom] = useState(administrators[0]?.id ?? '');
  return (
    <Form
      label={t('recovery.whom')}
      onSubmit={() => recover.mutate({ accountId: whom }, { onSuccess: onDone })}
      className="flex flex-col gap-4"
    >
      <p role="status" className="rounded-8 border border-good bg-good-soft p-3 font-bold text-good">
        {t('recovery.opened', { pair, custodians: custodians.join('・') })}
      </p>
      <h2 className="text-lg font-bold">{t('recovery.whom')}</h2>
      <RadioGroup
        label={t('recovery.person')}
        value={whom}
        onChange={setWhom}
        options={administrators.map(({ id, name, identifier }) => ({ id, label: `${name} (${identifier})` }))}
      />
      {recover.isPending ? (
        <>
          <p className="font-bold">{t('recovery.running')}</p>
          {rotation === undefined ? null : <RotationBar progress={rotation} />}
        </>
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="solid">
            {t('recovery.run')}
          </Button>
          <Button onPress={onLeave}>{t('recovery.leave')}</Button>
        </div>
      )}
      {recover.error === null ? null : (
        <div role="alert">
          <ErrorText>{words(recover.error) ?? ''}</ErrorText>
        </div>
      )}
    </Form>
  );
}
