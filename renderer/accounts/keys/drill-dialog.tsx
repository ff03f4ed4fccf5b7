import { useState } from 'react';
import type { RecoveryDrilled } from '../../../shared/accounts/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ShareEntry, type ShareStep } from './share-entry.tsx';
import { useKeysText } from './text.ts';

/** Two custodians try their sheets; nothing is opened. */
export function DrillDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useKeysText();
  const app = useText();
  const drill = useCommand('accounts', 'drillShare');
  const cancel = useCommand('accounts', 'cancelDrill');
  const [at, setAt] = useState<ShareStep>({ step: 'first' });
  const [drilled, setDrilled] = useState<RecoveryDrilled>();
  const leave = (): void => {
    if (drilled === undefined) cancel.mutate({});
    onClose();
  };
  return (
    <Dialog title={t('drill.title')} isOpen onClose={leave}>
      {drilled === undefined ? (
        <>
          <p className="mb-4 text-sm">{t('drill.about')}</p>
          <ShareEntry
            at={at}
            pending={drill.isPending}
            error={drill.error}
            onEnter={(share) =>
              drill.mutate(
                { share },
                {
                  onSuccess: (came) => {
                    if (came.state === 'drilled') setDrilled(came);
                    else setAt({ step: 'pass', pair: came.pair, half: came.half });
                  },
                },
              )
            }
            onNext={() => setAt({ step: 'second' })}
            onCancel={leave}
            cancelLabel={app('action.cancel')}
          />
        </>
      ) : (
        <>
          <p
            role="status"
            className={`rounded-8 border-2 p-3 font-bold ${
              drilled.result === 'good'
                ? 'border-good bg-good-soft text-good'
                : 'border-danger bg-danger-soft text-danger'
            }`}
          >
            {t(drilled.result === 'good' ? 'drill.resultGood' : 'drill.resultBad', { pair: drilled.pair })}
          </p>
          <div className="mt-4">
            <Button variant="solid" autoFocus onPress={leave}>
              {t('drill.close')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
