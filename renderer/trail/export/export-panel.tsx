import { CircleStop, FolderOutput } from 'lucide-react';
import { useCallback, useState } from 'react';
import { LEDGERS, type Ledger } from '../../../shared/trail/model.ts';
import { useCommand, usePush } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Verdict } from '../compare/verdict.tsx';
import { Hash } from '../hash.tsx';
import { useExportText } from './text.ts';

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Writes the chain out for an auditor, who checks it without this program. */
export default function ExportPanel() {
  const t = useExportText();
  const words = useRefusalText();
  const { number } = useFormat();
  const { canWrite } = useSession();
  const exporting = useCommand('trail', 'export');
  const cancel = useCommand('trail', 'cancelExport');
  const [withhold, setWithhold] = useState<readonly Ledger[]>([]);
  const [progress, setProgress] = useState<Progress>();
  const heard = useCallback((message: Progress) => setProgress(message), []);
  usePush('trail', 'exportProgress', heard);
  const problem = words(exporting.error);
  const { data } = exporting;

  return (
    <Section title={t('title')}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-ink-soft">{t('about')}</p>
        <fieldset className="flex flex-col">
          <legend className="mb-1 text-sm font-bold">{t('withhold')}</legend>
          {LEDGERS.map((ledger) => (
            <Checkbox
              key={ledger}
              isSelected={withhold.includes(ledger)}
              onChange={(on) =>
                setWithhold(LEDGERS.filter((one) => (one === ledger ? on : withhold.includes(one))))
              }
              isDisabled={exporting.isPending}
            >
              {t(`ledger.${ledger}`)}
            </Checkbox>
          ))}
          <p className="text-sm text-ink-soft">{t('withholdMeans')}</p>
        </fieldset>
        {exporting.isPending ? (
          <ProgressBar
            label={t('going')}
            value={progress?.done ?? 0}
            max={progress?.total ?? 0}
            onCancel={() => cancel.mutate({})}
          />
        ) : (
          <div>
            <Button
              variant="solid"
              icon={FolderOutput}
              isDisabled={!canWrite}
              onPress={() => {
                setProgress(undefined);
                exporting.mutate({ withhold: [...withhold] });
              }}
            >
              {t('start')}
            </Button>
            {canWrite ? null : <p className="mt-2 text-sm">{t('readOnly')}</p>}
          </div>
        )}
        <div aria-live="polite">
          {data === undefined || data === null || exporting.isPending ? null : data.state === 'cancelled' ? (
            <p className="flex items-start gap-2 rounded-8 border border-line-strong p-3">
              <CircleStop aria-hidden size={22} className="shrink-0" />
              {t('cancelled')}
            </p>
          ) : (
            <Verdict good title={t('done', { size: number(data.size) })}>
              <p className="break-all">{t('folder', { folder: data.folder })}</p>
              <p>
                <span className="mr-2">{t('digest')}</span>
                <Hash value={data.digest} />
              </p>
              <p className="font-bold">{t('care')}</p>
            </Verdict>
          )}
          {problem === undefined ? null : <ErrorText>{problem}</ErrorText>}
        </div>
      </div>
    </Section>
  );
}
