import { Gavel, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import {
  FINDING_DECISIONS,
  type FindingDecision,
  type Inspection,
  type Way,
} from '../../../shared/media/inspection/model.ts';
import { useCommand } from '../../api/queries.ts';
import { useCodeText } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { notify } from '../../ui/toast.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { FileName, SignatureMark } from './parts.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { useInspectionText } from './text.ts';

interface Props {
  readonly requestId: string;
  readonly inspection: Inspection;
  readonly way: Way;
}

/** Where what was found on one way stands, and the decision on it where this person may make it. */
export function Findings({ requestId, inspection, way }: Props) {
  const t = useInspectionText();
  const { dateTime } = useFormat();
  const { may } = useSession();
  const [deciding, setDeciding] = useState(false);
  const findings = inspection.findings[way];
  // While it is in quarantine, that is what counts, and its end decides.
  if (findings.state === 'none' || inspection.quarantines.some(({ ended }) => ended === null)) return null;
  const decided = inspection.decisions
    .filter((one) => one.way === way && one.check === findings.check)
    .at(-1);
  const stops = findings.state === 'open' || findings.state === 'refused';
  return (
    <div
      className={`flex flex-col items-start gap-2 rounded-8 border-2 p-3 ${stops ? 'border-danger bg-danger-soft' : 'border-line-strong'}`}
    >
      <p className={`flex items-start gap-2 font-bold ${stops ? 'text-danger' : ''}`}>
        <ShieldAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
        <span>
          {t(`way.${way}`)}: {t(`findings.${findings.state}`)}
        </span>
      </p>
      {decided === undefined ? null : (
        <div className="text-sm">
          <p className="whitespace-pre-line">{decided.reason}</p>
          <p className="flex flex-wrap items-center gap-2 text-ink-soft">
            {t('findings.decided', { name: decided.officerName, at: dateTime(decided.at), seq: decided.seq })}
            <SignatureMark holds={decided.signatureHolds} />
          </p>
        </div>
      )}
      {may('media.settleFindings') ? (
        <Button size="sm" icon={Gavel} onPress={() => setDeciding(true)}>
          {t('findings.decide')}
        </Button>
      ) : null}
      {deciding ? (
        <DecideFindings
          requestId={requestId}
          inspection={inspection}
          way={way}
          check={findings.check}
          onClose={() => setDeciding(false)}
        />
      ) : null}
    </div>
  );
}

function DecideFindings({
  requestId,
  inspection,
  way,
  check,
  onClose,
}: Props & { readonly check: number; readonly onClose: () => void }) {
  const t = useInspectionText();
  const code = useCodeText('media');
  const settle = useCommand('media', 'settleFindings');
  const [decision, setDecision] = useState<FindingDecision | null>(null);
  const [tried, setTried] = useState(false);
  const shown = inspection.checks.find(({ seq }) => seq === check);
  return (
    <SignDialog
      title={t('findings.title')}
      pending={settle.isPending}
      error={settle.error}
      onClose={onClose}
      onSign={(reason, password, settled) => {
        setTried(true);
        if (decision === null) return;
        settle.mutate(
          { requestId, way, check, decision, reason, password },
          {
            onSuccess: () => {
              notify(t('findings.done'));
              onClose();
            },
            onSettled: settled,
          },
        );
      }}
    >
      <ul className="max-h-40 list-disc overflow-auto pl-6 text-sm">
        {shown?.findings.map(({ path, name }) => (
          <li key={`${path} ${name}`}>
            <FileName path={path} /> — <span className="break-all">{name}</span>
          </li>
        ))}
      </ul>
      <RadioGroup
        label={t('findings.decision')}
        required
        orientation="vertical"
        value={decision}
        onChange={setDecision}
        options={FINDING_DECISIONS.map((id) => ({
          id,
          label: t(`findings.kind.${id}`),
          description: t(`findings.kind.${id}.means`),
        }))}
        error={tried && decision === null ? code('required') : undefined}
      />
    </SignDialog>
  );
}
