import type { MediaReport } from '../../../shared/media/report/model.ts';
import { startOf } from '../../../shared/media/report/period.ts';
import { useRetentionText } from '../../trail/retention/text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useReportText } from './text.ts';

/** What a report says of records that were erased and are counted no longer: a line each, under one that says so; empty where none were. */
export function useErasedLines(): (report: MediaReport) => readonly string[] {
  const t = useReportText();
  const kinds = useRetentionText();
  const format = useFormat();
  return ({ erased }) =>
    erased.length === 0
      ? []
      : [
          t('erased'),
          ...erased.map(({ kind, fiscalYear, records, at }) =>
            t('erased.line', {
              kind: kinds(`kind.${kind}`),
              year: format.fiscalYear(startOf({ kind: 'fiscal-year', year: fiscalYear })),
              n: format.number(records),
              at: format.date(at),
            }),
          ),
        ];
}
