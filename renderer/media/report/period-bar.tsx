import { ChevronLeft, ChevronRight } from 'lucide-react';
import { periodAt, type ReportPeriod, startOf, stepPeriod } from '../../../shared/media/report/period.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useReportText } from './text.ts';
import { usePeriodWords } from './words.ts';

const KINDS = ['month', 'fiscal-year'] as const;

/** Chooses the period of the report: a month or a fiscal year, and which. */
export function PeriodBar({
  period,
  onChange,
}: {
  readonly period: ReportPeriod;
  readonly onChange: (period: ReportPeriod) => void;
}) {
  const t = useReportText();
  const words = usePeriodWords();
  const present = periodAt(period.kind, useNow());
  return (
    <div role="group" aria-label={t('period')} className="flex flex-wrap items-end gap-2">
      <Select
        label={t('period')}
        value={period.kind}
        onChange={(kind) => onChange(periodAt(kind, startOf(period)))}
        options={KINDS.map((kind) => ({ id: kind, label: t(`period.${kind}`) }))}
        className="w-40"
      />
      <IconButton icon={ChevronLeft} label={t('previous')} onPress={() => onChange(stepPeriod(period, -1))} />
      <strong aria-live="polite" className="min-w-32 pb-2 text-center text-lg tabular-nums">
        {words(period)}
      </strong>
      <IconButton icon={ChevronRight} label={t('next')} onPress={() => onChange(stepPeriod(period, 1))} />
      {words(present) === words(period) ? null : (
        <Button size="sm" onPress={() => onChange(present)}>
          {t('current')}
        </Button>
      )}
    </div>
  );
}
