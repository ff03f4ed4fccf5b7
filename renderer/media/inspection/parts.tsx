import { ShieldAlert, ShieldCheck, Signature, TriangleAlert, Usb } from 'lucide-react';
import type { Inspection, Way } from '../../../shared/media/inspection/model.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useInspectionText } from './text.ts';

/** The name of a file as a drive gave it: made safe in main, set apart from the text around it, broken where there is no room. */
export function FileName({ path }: { readonly path: string }) {
  return <bdi className="font-mono text-sm break-all">{path}</bdi>;
}

/** That the program does not block USB ports. */
export function UsbNote() {
  const t = useInspectionText();
  return (
    <p className="flex items-start gap-2 rounded-8 border border-line-strong bg-sunken p-3 text-sm">
      <Usb aria-hidden size={18} className="mt-0.5 shrink-0" />
      {t('usb')}
    </p>
  );
}

/** Whether a signature that was verified just now holds. */
export function SignatureMark({ holds }: { readonly holds: boolean }) {
  const t = useInspectionText();
  return holds ? (
    <StateBadge tone="good" icon={Signature}>
      {t('sign.holds')}
    </StateBadge>
  ) : (
    <StateBadge tone="danger" icon={ShieldAlert}>
      {t('sign.broken')}
    </StateBadge>
  );
}

/** The ways on which the medium can be looked at now. */
export function openWays({ closed }: Inspection): readonly Way[] {
  return (['entry', 'exit'] as const).filter((way) => closed[way] === null);
}

/** What is missing on each way that is open; where nothing is, until when the checks are good. */
export function MissingNotes({
  inspection,
  ways = openWays(inspection),
}: {
  readonly inspection: Inspection;
  readonly ways?: readonly Way[];
}) {
  const t = useInspectionText();
  const { dateTime } = useFormat();
  return ways.map((way) => {
    const missing = inspection.missing[way];
    const until = inspection.goodUntil[way];
    const what = missing.map((gap) => t(`gap.${gap}`)).join(t('gap.join'));
    return missing.length === 0 ? (
      <p key={way} className="flex items-start gap-2 text-sm font-bold text-good">
        <ShieldCheck aria-hidden size={18} className="mt-0.5 shrink-0" />
        {until === null
          ? t('checks.complete', { way: t(`way.${way}`) })
          : t('checks.completeUntil', { way: t(`way.${way}`), at: dateTime(until) })}
      </p>
    ) : (
      <p key={way} className="flex items-start gap-2 text-sm font-bold text-warn">
        <TriangleAlert aria-hidden size={18} className="mt-0.5 shrink-0" />
        {t('checks.missing', { way: t(`way.${way}`), what })}
      </p>
    );
  });
}
