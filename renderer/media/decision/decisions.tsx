import { BadgeCheck, ShieldX } from 'lucide-react';
import type { Decided } from '../../../shared/media/requests/model.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useRequestsText } from '../requests/text.ts';

function Mark({ holds }: { readonly holds: boolean }) {
  const t = useRequestsText();
  return holds ? (
    <StateBadge tone="good" icon={BadgeCheck}>
      {t('decision.holds')}
    </StateBadge>
  ) : (
    <StateBadge tone="danger" icon={ShieldX}>
      {t('decision.broken')}
    </StateBadge>
  );
}

/** The decisions on a request, newest last, each with its signature as it was verified just now; void ones say so. */
export function Decisions({ decisions }: { readonly decisions: readonly Decided[] }) {
  const t = useRequestsText();
  const format = useFormat();
  if (decisions.length === 0) return <p className="text-sm text-ink-soft">{t('detail.noDecisions')}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {decisions.map((one) => (
        <li
          key={one.seq}
          className={`rounded-8 border p-3 ${one.counts ? 'border-line-strong' : 'border-dashed border-line text-ink-soft'}`}
        >
          <p className="flex flex-wrap items-center gap-2">
            <strong>{t(`decision.${one.decision}`)}</strong>
            <span>{one.officerName}</span>
            <span className="text-sm text-ink-soft tabular-nums">
              {format.dateTime(one.at)}　{t('detail.no', { no: one.seq })}
            </span>
            <Mark holds={one.signatureHolds} />
          </p>
          <p className="text-sm">
            {t(one.counts ? 'decision.revision' : 'decision.void', { n: one.revision })}
          </p>
          {one.conditions === '' ? null : (
            <p className="text-sm font-bold whitespace-pre-line">
              {t('decision.conditions', { text: one.conditions })}
            </p>
          )}
          {one.reason === '' ? null : (
            <p className="text-sm whitespace-pre-line">{t('decision.reason', { text: one.reason })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
