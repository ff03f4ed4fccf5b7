import { CircleSlash, Clock, Cpu, PencilLine, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { Check } from '../../../shared/media/inspection/model.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { FileName } from './parts.tsx';
import { useInspectionText } from './text.ts';

const SHOWN = 50;

/** One check as it was recorded, whether it counts, and until when. `open`: its way can still be looked at, so that its age matters. */
export function CheckCard({ check, open }: { readonly check: Check; readonly open: boolean }) {
  const t = useInspectionText();
  const { date, dateTime, number } = useFormat();
  const now = useNow();
  const stale = check.counts && open && (check.leftSince || now > check.goodUntil);
  const clean = check.result === 'clean';
  const hidden = Math.max(0, check.findings.length - SHOWN) + check.more;
  return (
    <li className="rounded-8 border border-line p-3">
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <StateBadge tone={clean ? 'good' : 'danger'} icon={clean ? ShieldCheck : ShieldAlert}>
          {t(clean ? 'check.clean' : 'check.found')}
        </StateBadge>
        {clean && !check.counts ? (
          <StateBadge tone="warn" icon={CircleSlash}>
            {t('check.notCounted')}
          </StateBadge>
        ) : null}
        {stale ? (
          <StateBadge tone="warn" icon={Clock}>
            {t(check.leftSince ? 'check.leftSince' : 'check.tooOld')}
          </StateBadge>
        ) : null}
        <StateBadge tone="quiet" icon={check.origin === 'here' ? Cpu : PencilLine}>
          {t(`check.${check.origin}`)}
        </StateBadge>
        <span className="text-sm font-bold">{t(`way.${check.way}`)}</span>
      </p>
      <FactList
        facts={[
          { label: t('check.product'), value: `${check.product} ${check.version}` },
          { label: t('check.definitions'), value: date(check.definitionsAt) },
          { label: t('check.at'), value: dateTime(check.checkedAt) },
          ...(check.counts ? [{ label: t('check.goodUntil'), value: dateTime(check.goodUntil) }] : []),
          { label: t('check.machine'), value: check.machine },
          { label: t('check.by'), value: check.by },
          ...(check.files === null
            ? []
            : [{ label: t('check.files'), value: t('check.filesCount', { n: number(check.files) }) }]),
          ...(check.exception === ''
            ? []
            : [{ label: t('check.exception'), value: check.exception, wide: true }]),
          {
            label: t('check.recordedBy'),
            value: t('check.recorded', { name: check.recordedBy, at: dateTime(check.at), seq: check.seq }),
            wide: true,
          },
        ]}
      />
      {check.findings.length === 0 ? null : (
        <div className="mt-2">
          <p className="text-xs text-ink-soft">{t('check.findings')}</p>
          <ul className="list-disc pl-6 text-sm">
            {check.findings.slice(0, SHOWN).map(({ path, name }) => (
              <li key={`${path} ${name}`}>
                <FileName path={path} /> — <span className="break-all">{name}</span>
              </li>
            ))}
          </ul>
          {hidden === 0 ? null : <p className="text-sm">{t('check.more', { n: number(hidden) })}</p>}
        </div>
      )}
    </li>
  );
}
