import type { MediaReport } from '../../../shared/media/report/model.ts';
import { AREA_COLUMNS, areaRows, REPORT_SECTIONS, reportRows } from '../../../shared/media/report/rows.ts';
import { useSession } from '../../app/session.ts';
import type { SheetPart } from '../../ui/sheet/content.ts';
import { SheetFacts } from '../../ui/sheet/page.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useRequestsText } from '../requests/text.ts';
import { useErasedLines } from './erased.ts';
import { linesOf, useLateness } from './tables.tsx';
import { useReportText } from './text.ts';
import { usePeriodWords, useRowLabel } from './words.ts';

function useRequestsPart(report: MediaReport): readonly SheetPart[] {
  const t = useReportText();
  const requests = useRequestsText();
  const label = useRowLabel();
  const { number } = useFormat();
  const lines = linesOf(reportRows(report));
  const first = lines[0];
  if (first === undefined) return [];
  return [
    {
      kind: 'table',
      title: t('section.requests'),
      columns: [
        { title: t('kind'), width: '20mm' },
        { title: t('rule') },
        ...first.map((row) => ({ title: label(row), width: '18mm', align: 'end' as const })),
      ],
      rows: lines.map((line) => {
        const { kind, rule } = line[0]?.detail ?? {};
        return [
          kind === undefined ? '' : requests(`kind.${kind}`),
          rule === undefined ? '' : t(`rule.${rule}`),
          ...line.map(({ count }) => number(count)),
        ];
      }),
    },
  ];
}

function useSectionParts(report: MediaReport): readonly SheetPart[] {
  const t = useReportText();
  const label = useRowLabel();
  const { number } = useFormat();
  const rows = reportRows(report);
  return REPORT_SECTIONS.filter((section) => section !== 'requests').map(
    (section): SheetPart => ({
      kind: 'table',
      title: t(`section.${section}`),
      columns: [{ title: t('item') }, { title: t('count'), width: '30mm', align: 'end' }],
      rows: rows.filter((row) => row.section === section).map((row) => [label(row), number(row.count)]),
    }),
  );
}

function useEmergenciesPart({ emergencies, at }: MediaReport): readonly SheetPart[] {
  const t = useReportText();
  const format = useFormat();
  const lateness = useLateness();
  if (emergencies.length === 0) return [];
  return [
    {
      kind: 'table',
      title: t('emergencies'),
      columns: [
        { title: t('emergency.request'), width: '20mm' },
        { title: t('emergency.medium') },
        { title: t('emergency.decideBy'), width: '36mm' },
        { title: t('emergency.decidedAt'), width: '36mm' },
        { title: t('emergency.late'), width: '28mm' },
      ],
      rows: emergencies.map((one) => [
        one.no,
        one.mediumName,
        format.dateTime(one.decideBy),
        one.decidedAt === null ? t('emergency.open') : format.dateTime(one.decidedAt),
        lateness(one, at),
      ]),
    },
  ];
}

function useAreasPart(report: MediaReport): readonly SheetPart[] {
  const t = useReportText();
  const { number } = useFormat();
  const rows = areaRows(report);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      title: t('areas'),
      columns: [
        { title: t('area') },
        ...AREA_COLUMNS.map((column) => ({
          title: t(`col.${column}`),
          width: '17mm',
          align: 'end' as const,
        })),
      ],
      rows: rows.map(({ name, counts }) => [name, ...AREA_COLUMNS.map((column) => number(counts[column]))]),
    },
  ];
}

/** The report on paper, with the stamps that offices put on it. */
export default function ReportSheet({
  report,
  onClose,
}: {
  readonly report: MediaReport;
  readonly onClose: () => void;
}) {
  const t = useReportText();
  const format = useFormat();
  const words = usePeriodWords();
  const now = useNow();
  const erased = useErasedLines()(report);
  const { site } = useSession().me;
  const { period, at, size, head } = report;
  const facts = [
    { label: t('sheet.period'), value: words(period) },
    { label: t('sheet.at'), value: format.dateTime(at) },
  ];
  const about = (
    <>
      <SheetFacts facts={facts} />
      <p className="mt-[2mm] text-[8.5pt]">{t('about', { at: format.dateTime(at) })}</p>
      {erased.length === 0 ? null : (
        <p className="mt-[2mm] text-[8.5pt] font-bold whitespace-pre-line">{erased.join('\n')}</p>
      )}
    </>
  );
  const parts: readonly SheetPart[] = [
    { kind: 'block', content: about },
    ...useRequestsPart(report),
    ...useEmergenciesPart(report),
    ...useAreasPart(report),
    ...useSectionParts(report),
  ];
  const number = period.kind === 'month' ? `${period.year}-${period.month}` : `${period.year}`;
  return (
    <Sheet
      title={`${t(period.kind === 'month' ? 'title' : 'titleYear')} ${words(period)}`}
      office={`${site.name} ${site.room}`}
      number={`${site.code}-${number}`}
      issued={format.dateTime(now)}
      stamps={[t('stamp.made'), t('stamp.officer'), t('stamp.head')]}
      checkpoint={t('checkpoint', { size: format.number(size), head: head.slice(0, 16) })}
      parts={parts}
      onClose={onClose}
    />
  );
}
