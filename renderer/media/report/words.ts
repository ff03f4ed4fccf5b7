import { type ReportPeriod, startOf } from '../../../shared/media/report/period.ts';
import type { ReportRow } from '../../../shared/media/report/rows.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useRequestsText } from '../requests/text.ts';
import { useReportText } from './text.ts';

/** What a row of the report is called; `whole` names kind and rule too, where the row does not stand in their table. */
export function useRowLabel(): (row: ReportRow, whole?: boolean) => string {
  const t = useReportText();
  const requests = useRequestsText();
  return ({ label, detail }, whole = false) => {
    const { kind, rule, product = '' } = detail;
    const words = t(`row.${label}`, { product });
    if (!whole || kind === undefined || rule === undefined) return words;
    return [requests(`kind.${kind}`), t(`rule.${rule}`), words].join(t('dot'));
  };
}

/** A period in words: 2026-11 or 令和8年11月; 2026年度. */
export function usePeriodWords(): (period: ReportPeriod) => string {
  const format = useFormat();
  return (period) => {
    const at = startOf(period);
    return period.kind === 'fiscal-year'
      ? format.fiscalYear(at)
      : format.date(at).replace(/(?:1日|[-.]0?1)$/u, '');
  };
}
