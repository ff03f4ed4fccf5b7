import { useState } from 'react';
import type { KeysOverview } from '../../../shared/accounts/model.ts';
import { useCommand, useQueryOf } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useEncryptionWords } from '../policy/words.ts';
import { WorkPage } from '../work-page.tsx';
import { Algorithms, Slots } from './inventory.tsx';
import { Pairs } from './pairs.tsx';
import { useKeysText } from './text.ts';

/** 鍵と暗号: the ledger's key, the recovery sheets, whose keys there are, and which algorithms stand under what. */
export function KeysPage() {
  const t = useKeysText();
  const keys = useQueryOf('accounts', 'keys', {});
  return (
    <WorkPage title={t('title')}>
      <div className="flex w-full max-w-5xl flex-col gap-4 p-4">
        <QueryStates query={keys}>
          {(overview) => (
            <>
              <LedgerKey overview={overview} />
              <Pairs pairs={overview.pairs} />
              <Slots slots={overview.slots} />
              <Algorithms algorithms={overview.algorithms} />
            </>
          )}
        </QueryStates>
      </div>
    </WorkPage>
  );
}

function LedgerKey({
  overview: { epoch, rotatedAt, rotationDue, ledgerEncryption },
}: {
  readonly overview: KeysOverview;
}) {
  const t = useKeysText();
  const format = useFormat();
  const encryptionWords = useEncryptionWords();
  const words = useRefusalText();
  const { may, canWrite } = useSession();
  const rotate = useCommand('accounts', 'rotate');
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <h2 className="mb-2 text-lg font-bold">{t('ledger.title')}</h2>
      <p className="mb-3 text-sm">{t('ledger.about')}</p>
      <FactList
        facts={[
          { label: t('ledger.epoch'), value: t('ledger.epochValue', { n: format.number(epoch) }) },
          {
            label: t('ledger.rotatedAt'),
            value: rotatedAt === null ? t('ledger.never') : format.dateTime(rotatedAt),
          },
          { label: t('ledger.encryption'), value: encryptionWords(ledgerEncryption.inUse) },
          { label: t('ledger.settled'), value: encryptionWords(ledgerEncryption.settled) },
          {
            label: t('ledger.due'),
            value:
              rotationDue === null ? (
                t('ledger.dueNot')
              ) : (
                <strong className="text-danger">
                  {rotationDue.since === null
                    ? t('ledger.dueEncryption')
                    : t('ledger.dueSince', { at: format.dateTime(rotationDue.since) })}
                </strong>
              ),
          },
        ]}
      />
      {may('accounts.rotate') && canWrite ? (
        <div className="mt-3">
          <Button pending={rotate.isPending} onPress={() => setAsking(true)}>
            {t('ledger.rotate')}
          </Button>
        </div>
      ) : null}
      <div role="alert" className="mt-2 text-sm text-danger empty:hidden">
        {words(rotate.error)}
      </div>
      <ConfirmDialog
        title={t('ledger.ask')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        explanation={<p>{t('ledger.askAbout')}</p>}
        confirm={t('ledger.rotate')}
        onConfirm={() => {
          setAsking(false);
          rotate.mutate({}, { onSuccess: () => notify(t('ledger.done')) });
        }}
      />
    </Card>
  );
}
