import { PenLine, ScanLine } from 'lucide-react';
import { useState } from 'react';
import type { Inspection } from '../../../shared/media/inspection/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { QuarantinePart } from '../quarantine/quarantine-part.tsx';
import { CheckCard } from './check-card.tsx';
import { Findings } from './findings.tsx';
import { MissingNotes, openWays, UsbNote } from './parts.tsx';
import { RecordForm } from './record-form.tsx';
import { ScanForm } from './scan-form.tsx';
import { useInspectionText } from './text.ts';

/** The malware checks of a request's medium: what was found, what is missing, scanning here, recording by hand. */
export function ChecksPanel({ requestId }: { readonly requestId: string }) {
  const t = useInspectionText();
  const inspection = useQueryOf('media', 'inspection', { requestId }, { keepPrevious: true, every: 60_000 });
  return (
    <Section title={t('checks.title')}>
      <QueryStates query={inspection}>
        {(found) => <Checks requestId={requestId} inspection={found} />}
      </QueryStates>
    </Section>
  );
}

function Checks({ requestId, inspection }: { readonly requestId: string; readonly inspection: Inspection }) {
  const t = useInspectionText();
  const { may, canWrite } = useSession();
  const [doing, setDoing] = useState<'scan' | 'record' | null>(null);
  const [said, setSaid] = useState('');
  const open = openWays(inspection).length > 0;
  const forms = {
    requestId,
    inspection,
    onClose: () => setDoing(null),
    onDone: (words: string) => {
      setDoing(null);
      setSaid(words);
    },
  };
  const begin = (what: 'scan' | 'record') => () => {
    setSaid('');
    setDoing(what);
  };
  return (
    <div className="flex flex-col gap-3">
      <MissingNotes inspection={inspection} />
      {(['entry', 'exit'] as const).map((way) => (
        <Findings key={way} requestId={requestId} inspection={inspection} way={way} />
      ))}
      <QuarantinePart requestId={requestId} inspection={inspection} />
      {inspection.checks.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('checks.none')}</p>
      ) : (
        <ul aria-label={t('checks.title')} className="flex flex-col gap-2">
          {inspection.checks.toReversed().map((check) => (
            <CheckCard key={check.seq} check={check} open={inspection.closed[check.way] === null} />
          ))}
        </ul>
      )}
      <p aria-live="polite" className="text-sm font-bold">
        {said}
      </p>
      {open ? <UsbNote /> : null}
      {!open || !may('media.scan') ? null : doing === 'scan' ? (
        <ScanForm {...forms} />
      ) : doing === 'record' ? (
        <RecordForm {...forms} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button icon={ScanLine} isDisabled={!canWrite} onPress={begin('scan')}>
            {t('checks.scan')}
          </Button>
          <Button icon={PenLine} isDisabled={!canWrite} onPress={begin('record')}>
            {t('checks.record')}
          </Button>
        </div>
      )}
    </div>
  );
}
