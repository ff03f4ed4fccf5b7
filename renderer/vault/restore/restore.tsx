import { useState } from 'react';
import type { Gate } from '../../../shared/accounts/model.ts';
import type { ExaminedBackup, FoundBackup } from '../../../shared/vault/model.ts';
import { useCommand } from '../../api/queries.ts';
import { Outside } from '../../app/outside.tsx';
import { Button } from '../../ui/button.tsx';
import { useVaultText } from '../text.ts';
import { CheckStep } from './check-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';

const STEPS = ['choose', 'check', 'confirm'] as const;

/** Puts a backup in the place of the ledger: chosen, opened and verified, confirmed. Nothing changes before the last. */
export default function Restore({
  onDone,
  onLeave,
}: {
  readonly onDone: (gate: Gate) => void;
  readonly onLeave: () => void;
}) {
  const t = useVaultText();
  const cancel = useCommand('vault', 'cancelRestore');
  const [found, setFound] = useState<FoundBackup>();
  const [examined, setExamined] = useState<ExaminedBackup>();
  const again = () => {
    setExamined(undefined);
    setFound(undefined);
  };
  const step = found === undefined ? 0 : examined === undefined ? 1 : 2;
  return (
    <Outside wide help="/backups">
      <h1 className="text-2xl font-bold">{t('restore.title')}</h1>
      <p className="mt-1 text-sm text-ink-soft">{t('restore.intro')}</p>
      <ol className="mt-4 mb-6 flex flex-wrap gap-x-6 gap-y-1 border-b border-line pb-3 text-sm">
        {STEPS.map((name, index) => (
          <li
            key={name}
            {...(index === step ? { 'aria-current': 'step' as const } : {})}
            className={index === step ? 'font-bold text-accent' : 'text-ink-soft'}
          >
            {t('restore.step', { n: index + 1 })} {t(`restore.step.${name}`)}
          </li>
        ))}
      </ol>
      {found === undefined ? (
        <ChooseStep onFound={setFound} />
      ) : examined === undefined ? (
        <CheckStep found={found} onExamined={setExamined} onAnother={again} />
      ) : (
        <ConfirmStep found={found} examined={examined} onDone={onDone} onAnother={again} />
      )}
      <div className="mt-6 border-t border-line pt-4">
        <Button
          variant="text"
          onPress={() => cancel.mutate({}, { onSettled: onLeave })}
          pending={cancel.isPending}
        >
          {t('restore.back')}
        </Button>
      </div>
    </Outside>
  );
}
