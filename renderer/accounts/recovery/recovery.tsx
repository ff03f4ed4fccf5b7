import { useState } from 'react';
import type { Confirmed, Gate, RecoveryOpened } from '../../../shared/accounts/model.ts';
import { call } from '../../api/client.ts';
import { useCommand } from '../../api/queries.ts';
import { Outside } from '../../app/outside.tsx';
import { Button } from '../../ui/button.tsx';
import { ShareEntry, type ShareStep } from '../keys/share-entry.tsx';
import { useKeysText } from '../keys/text.ts';
import { Recovered } from './recovered.tsx';
import { Whom } from './whom.tsx';

type Stage =
  | { readonly stage: 'about' }
  | { readonly stage: 'sheets'; readonly at: ShareStep }
  | { readonly stage: 'whom'; readonly opened: RecoveryOpened }
  | {
      readonly stage: 'done';
      readonly handed: Confirmed['handed'][number];
      readonly custodians: readonly string[];
    };

/** Recovery by two custodians, when nobody can sign in or a machine has lost its site secret. */
export default function Recovery({ onLeave }: { readonly onLeave: (gate: Gate | undefined) => void }) {
  const t = useKeysText();
  const enter = useCommand('accounts', 'recoveryShare');
  const cancel = useCommand('accounts', 'cancelRecovery');
  const [stage, setStage] = useState<Stage>({ stage: 'about' });
  const leave = (): void => {
    cancel.mutate({}, { onSettled: () => onLeave(undefined) });
  };
  return (
    <Outside wide help="/accounts/keys">
      <h1 className="mb-4 text-2xl font-bold">{t('recovery.title')}</h1>
      {stage.stage === 'about' ? (
        <About onStart={() => setStage({ stage: 'sheets', at: { step: 'first' } })} onLeave={leave} />
      ) : stage.stage === 'sheets' ? (
        <ShareEntry
          at={stage.at}
          pending={enter.isPending}
          error={enter.error}
          onEnter={(share) =>
            enter.mutate(
              { share },
              {
                onSuccess: (came) =>
                  setStage(
                    came.state === 'open'
                      ? { stage: 'whom', opened: came }
                      : { stage: 'sheets', at: { step: 'pass', pair: came.pair, half: came.half } },
                  ),
              },
            )
          }
          onNext={() => {
            enter.reset();
            setStage({ stage: 'sheets', at: { step: 'second' } });
          }}
          onCancel={leave}
          cancelLabel={t('recovery.leave')}
        />
      ) : stage.stage === 'whom' ? (
        <Whom
          opened={stage.opened}
          onDone={(handed) => setStage({ stage: 'done', handed, custodians: stage.opened.custodians })}
          onLeave={leave}
        />
      ) : (
        <Recovered
          handed={stage.handed}
          custodians={stage.custodians}
          onFinish={() => {
            void call('accounts', 'gate', {}).then(onLeave, () => onLeave(undefined));
          }}
        />
      )}
    </Outside>
  );
}

function About({ onStart, onLeave }: { readonly onStart: () => void; readonly onLeave: () => void }) {
  const t = useKeysText();
  return (
    <>
      <p>{t('recovery.about')}</p>
      <ul className="my-4 list-disc pl-6">
        {(['recovery.happens1', 'recovery.happens2', 'recovery.happens3'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button variant="solid" autoFocus onPress={onStart}>
          {t('recovery.start')}
        </Button>
        <Button onPress={onLeave}>{t('recovery.leave')}</Button>
      </div>
    </>
  );
}
