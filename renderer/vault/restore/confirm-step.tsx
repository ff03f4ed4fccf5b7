import { OctagonAlert, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { Gate } from '../../../shared/accounts/model.ts';
import type { ExaminedBackup, FoundBackup } from '../../../shared/vault/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { Hash } from '../../trail/hash.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Well } from '../backup-story.tsx';
import { useVaultText } from '../text.ts';

/** What was found, what will be missing, and the last word. */
export function ConfirmStep({
  found,
  examined,
  onDone,
  onAnother,
}: {
  readonly found: FoundBackup;
  readonly examined: ExaminedBackup;
  readonly onDone: (gate: Gate) => void;
  readonly onAnother: () => void;
}) {
  const t = useVaultText();
  const format = useFormat();
  const words = useRefusalText();
  const restore = useCommand('vault', 'restore');
  const [acknowledged, setAcknowledged] = useState(false);
  const { missing, size, head, lastEntryAt, comparedWith, replaces } = examined;
  const n = format.number(missing);
  const problem = words(restore.error);
  return (
    <Form
      label={t('restore.step.confirm')}
      className="flex flex-col gap-4"
      onSubmit={() => restore.mutate({ source: found.id, acknowledged }, { onSuccess: onDone })}
    >
      <Well>{t('restore.verified')}</Well>
      <FactList
        facts={[
          { label: t('restore.path'), value: found.path, wide: true },
          { label: t('restore.entries'), value: t('restore.entriesValue', { n: format.number(size) }) },
          {
            label: t('restore.lastEntry'),
            value: lastEntryAt === null ? undefined : format.dateTime(lastEntryAt),
          },
          { label: t('restore.head'), value: <Hash value={head} />, wide: true },
        ]}
      />
      <div className="text-sm">
        {comparedWith.includes('witness') ? <p>{t('restore.comparedWitness')}</p> : null}
        {comparedWith.includes('checkpoint') ? <p>{t('restore.comparedCheckpoint')}</p> : null}
        {comparedWith.length === 0 ? <p className="text-warn">{t('restore.comparedNone')}</p> : null}
      </div>
      {missing === 0 ? (
        comparedWith.length === 0 ? null : (
          <p className="font-bold">{t('restore.whole')}</p>
        )
      ) : (
        <div role="alert" className="rounded-8 border-2 border-danger bg-danger-soft p-3">
          <p className="flex items-start gap-2 font-bold text-danger">
            <OctagonAlert aria-hidden size={22} className="shrink-0" />
            {t('restore.missing', { n })}
          </p>
          <p className="mt-1 mb-2">{t('restore.missingAbout', { n })}</p>
          <Checkbox isSelected={acknowledged} onChange={setAcknowledged} name="acknowledged">
            {t('restore.acknowledge', { n })}
          </Checkbox>
        </div>
      )}
      {replaces ? <p className="text-sm">{t('restore.replaces')}</p> : null}
      {problem === undefined ? null : (
        <div role="alert">
          <ErrorText>{problem}</ErrorText>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          variant={missing > 0 ? 'danger' : 'solid'}
          icon={RotateCcw}
          pending={restore.isPending}
        >
          {t('restore.run')}
        </Button>
        <Button onPress={onAnother}>{t('restore.another')}</Button>
      </div>
    </Form>
  );
}
