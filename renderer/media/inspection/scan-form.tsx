import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { ChosenFolder } from '../../../shared/media/inspection/contract.ts';
import type { Inspection, Scanner, Way } from '../../../shared/media/inspection/model.ts';
import { daysOutdated } from '../../../shared/media/inspection/rules/checks.ts';
import { useCommand, useQueryOf } from '../../api/queries.ts';
import { useRefusalText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorText } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { openWays } from './parts.tsx';
import { useInspectionText } from './text.ts';
import { DriveField, useProgress, WayField, WorkProgress } from './work.tsx';

const DAY = 86_400_000;

interface Props {
  readonly requestId: string;
  readonly inspection: Inspection;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Scans a drive with a product of this machine. */
export function ScanForm(props: Props) {
  const t = useInspectionText();
  const scanners = useQueryOf('media', 'scanners', {}, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <QueryStates query={scanners}>
      {(found) =>
        found.length === 0 ? (
          <div className="flex flex-col items-start gap-2">
            <p className="text-sm">{t('scan.none')}</p>
            <Button size="sm" onPress={props.onClose}>
              {t('work.close')}
            </Button>
          </div>
        ) : (
          <ScanWith {...props} scanners={found} />
        )
      }
    </QueryStates>
  );
}

function ScanWith({
  requestId,
  inspection,
  onDone,
  onClose,
  scanners,
}: Props & { readonly scanners: readonly Scanner[] }) {
  const t = useInspectionText();
  const words = useRefusalText();
  const { date } = useFormat();
  const now = useNow(60_000);
  const scan = useCommand('media', 'scan');
  const { progress, begin } = useProgress();
  const ways = openWays(inspection);
  const [way, setWay] = useState<Way>(ways[0] ?? 'entry');
  const usable = scanners.filter(({ definitionsAt }) => definitionsAt !== null);
  const [scannerId, setScannerId] = useState<Scanner['id'] | null>(usable[0]?.id ?? null);
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const [exception, setException] = useState('');
  const definitionsAt = scanners.find(({ id }) => id === scannerId)?.definitionsAt ?? null;
  const outdated =
    definitionsAt !== null && daysOutdated({ definitionsAt, checkedAt: now }, inspection.policy) > 0;
  const problem = words(scan.error);
  const ready = folder !== null && scannerId !== null && (!outdated || exception.trim() !== '');

  return (
    <Form
      label={t('scan.title')}
      className="flex flex-col gap-3"
      onSubmit={() => {
        if (folder === null || scannerId === null || !ready || scan.isPending) return;
        begin();
        scan.mutate(
          { requestId, way, folder: folder.id, scanner: scannerId, exception: outdated ? exception : '' },
          {
            onSuccess: (result) => onDone(t(result === null ? 'scan.cancelled' : `scan.${result.result}`)),
          },
        );
      }}
    >
      <p className="text-sm text-ink-soft">{t('scan.about')}</p>
      <WayField ways={ways} value={way} onChange={setWay} />
      <RadioGroup
        label={t('scan.scanner')}
        orientation="vertical"
        value={scannerId}
        onChange={(id) => {
          if (usable.some((one) => one.id === id)) setScannerId(id);
        }}
        isDisabled={scan.isPending}
        options={scanners.map(({ id, product, version, definitionsAt: at }) => ({
          id,
          label: t('scan.scannerLine', { product, version, id }),
          description: at === null ? t('scan.definitionsUnknown') : t('scan.definitions', { date: date(at) }),
        }))}
      />
      {outdated && definitionsAt !== null ? (
        <TextField
          name="exception"
          label={t('scan.exception')}
          required
          maxLength={500}
          description={t('scan.outdated', {
            days: Math.floor((now - definitionsAt) / DAY),
            max: inspection.policy.definitionsMaxDays,
          })}
          value={exception}
          onChange={setException}
        />
      ) : null}
      <DriveField chosen={folder} onChoose={setFolder} isDisabled={scan.isPending} />
      {scan.isPending ? (
        <WorkProgress label={t('scan.going')} progress={progress} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="solid" icon={ShieldCheck} isDisabled={!ready}>
            {t('scan.start')}
          </Button>
          <Button onPress={onClose}>{t('work.close')}</Button>
        </div>
      )}
      <div aria-live="polite">{problem === undefined ? null : <ErrorText>{problem}</ErrorText>}</div>
    </Form>
  );
}
