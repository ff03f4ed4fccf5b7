import { Printer } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { MediaReport } from '../../../shared/media/report/model.ts';
import { periodAt, ReportPeriod } from '../../../shared/media/report/period.ts';
import { REPORT_SECTIONS, type ReportRow, reportRows } from '../../../shared/media/report/rows.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Page } from '../../ui/list-detail.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { MediaPlaces } from '../places.tsx';
import { useErasedLines } from './erased.ts';
import { ReportNumber } from './number.tsx';
import { PeriodBar } from './period-bar.tsx';
import { RequestsDialog } from './requests-dialog.tsx';
import { AreasTable, EmergenciesTable, RequestsTable, RowsTable } from './tables.tsx';
import { useReportText } from './text.ts';

const ReportSheet = lazy(() => import('./report-sheet.tsx'));

/** The period that an address asks for; the present month if it asks for none. */
function periodOf(params: URLSearchParams, now: number): ReportPeriod {
  const number = (name: string): number => Number(params.get(name) ?? Number.NaN);
  const kind = params.get('kind');
  const given = ReportPeriod.safeParse(
    kind === 'month'
      ? { kind, year: number('year'), month: number('month') }
      : { kind, year: number('year') },
  );
  return given.success ? given.data : periodAt('month', now);
}

function paramsOf(period: ReportPeriod): Record<string, string> {
  const { kind, year } = period;
  return { kind, year: String(year), ...(kind === 'month' ? { month: String(period.month) } : {}) };
}

/** 月次報告: what was asked, decided, carried and looked at in a month or a fiscal year; on screen and on paper. */
export function ReportPage() {
  const t = useReportText();
  const [params, setParams] = useSearchParams();
  const [onPaper, setOnPaper] = useState<MediaReport>();
  const period = periodOf(params, useNow());
  const report = useQueryOf('media', 'report', { period }, { keepPrevious: true });
  const print = (): void => setOnPaper(report.data);
  const ready = report.data !== undefined && onPaper === undefined;
  useShortcut('Ctrl+P', print, { enabled: ready });
  return (
    <Page
      title={t(period.kind === 'month' ? 'title' : 'titleYear')}
      places={<MediaPlaces />}
      actions={
        <>
          <Button
            size="sm"
            variant="solid"
            icon={Printer}
            shortcut="Ctrl+P"
            isDisabled={report.data === undefined}
            onPress={print}
          >
            {t('print')}
          </Button>
        </>
      }
      toolbar={
        <PeriodBar period={period} onChange={(next) => setParams(paramsOf(next), { replace: true })} />
      }
    >
      <QueryStates query={report}>{(found) => <Loaded report={found} />}</QueryStates>
      <Suspense fallback={null}>
        {onPaper === undefined ? null : (
          <ReportSheet report={onPaper} onClose={() => setOnPaper(undefined)} />
        )}
      </Suspense>
    </Page>
  );
}

function Loaded({ report }: { readonly report: MediaReport }) {
  const t = useReportText();
  const format = useFormat();
  const [asked, setAsked] = useState<ReportRow>();
  const erased = useErasedLines()(report);
  const rows = reportRows(report);
  const show = (row: ReportRow) => <ReportNumber row={row} onList={setAsked} />;
  const of = (section: (typeof REPORT_SECTIONS)[number]) => rows.filter((row) => row.section === section);
  const asks = rows.some(({ section, count }) => section === 'requests' && count > 0);
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-sm text-ink-soft">{t('about', { at: format.dateTime(report.at) })}</p>
      {erased.length === 0 ? null : (
        <p className="rounded-8 border border-line-strong p-3 text-sm whitespace-pre-line">
          {erased.join('\n')}
        </p>
      )}
      {report.counts.length === 0 ? <EmptyState title={t('nothing')}>{t('nothingDo')}</EmptyState> : null}
      {asks ? (
        <Part title={t('section.requests')}>
          <RequestsTable rows={rows} show={show} />
        </Part>
      ) : null}
      {report.emergencies.length > 0 ? (
        <Part title={t('emergencies')}>
          <EmergenciesTable report={report} />
        </Part>
      ) : null}
      <div className="columns-1 gap-4 min-[48rem]:columns-2 min-[72rem]:columns-3 *:mb-4 *:break-inside-avoid">
        {REPORT_SECTIONS.filter(
          (section) => section === 'now' || (section !== 'requests' && report.counts.length > 0),
        ).map((section) => (
          <Part key={section} title={t(`section.${section}`)}>
            <RowsTable rows={of(section)} show={show} />
          </Part>
        ))}
      </div>
      {report.areas.length > 0 ? (
        <Part title={t('areas')}>
          <AreasTable report={report} />
        </Part>
      ) : null}
      {asked?.counted === undefined ? null : (
        <RequestsDialog
          row={asked}
          counted={asked.counted}
          period={report.period}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Card>
      <section aria-label={title}>
        <h2 className="mb-2 text-lg font-bold">{title}</h2>
        {children}
      </section>
    </Card>
  );
}
