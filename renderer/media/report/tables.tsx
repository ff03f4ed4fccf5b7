import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MediaReport } from '../../../shared/media/report/model.ts';
import { AREA_COLUMNS, areaRows, type ReportRow } from '../../../shared/media/report/rows.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useRequestsText } from '../requests/text.ts';
import { useReportText } from './text.ts';
import { useRowLabel } from './words.ts';

type Show = (row: ReportRow) => ReactNode;

const table = 'w-full border-collapse text-sm';
const head = 'border-b border-line-strong px-2 py-1 text-left font-bold';
const cell = 'border-t border-line px-2 py-1 align-top';
const figures = `${cell} text-right tabular-nums whitespace-nowrap`;

/** The rows of kind and rule, those in which nothing was asked left out, each with its numbers; the first is all. */
export function linesOf(rows: readonly ReportRow[]): readonly (readonly ReportRow[])[] {
  const lines = new Map<string, ReportRow[]>();
  for (const row of rows) {
    if (row.section !== 'requests') continue;
    const key = `${row.detail.kind} ${row.detail.rule}`;
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines.values()].filter(([all]) => (all?.count ?? 0) > 0);
}

/** Requests by kind and rule, with what became of them. */
export function RequestsTable({ rows, show }: { readonly rows: readonly ReportRow[]; readonly show: Show }) {
  const t = useReportText();
  const requests = useRequestsText();
  const label = useRowLabel();
  const lines = linesOf(rows);
  const first = lines[0] ?? [];
  return (
    <div className="overflow-x-auto">
      <table className={table}>
        <thead>
          <tr>
            <th scope="col" className={head}>
              {t('kind')}
            </th>
            <th scope="col" className={head}>
              {t('rule')}
            </th>
            {first.map((row) => (
              <th key={row.label} scope="col" className={`${head} text-right`}>
                {label(row)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { kind, rule } = line[0]?.detail ?? {};
            if (kind === undefined || rule === undefined) return null;
            return (
              <tr key={`${kind} ${rule}`}>
                <th scope="row" className={`${cell} text-left font-normal`}>
                  {requests(`kind.${kind}`)}
                </th>
                <td className={cell}>{t(`rule.${rule}`)}</td>
                {line.map((row) => (
                  <td key={row.label} className={figures}>
                    {show(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Rows of a section, one number each. */
export function RowsTable({ rows, show }: { readonly rows: readonly ReportRow[]; readonly show: Show }) {
  const label = useRowLabel();
  return (
    <table className={table}>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.label} ${row.detail.product ?? ''}`}>
            <th scope="row" className={`${cell} text-left font-normal break-words`}>
              {label(row)}
            </th>
            <td className={figures}>{show(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was counted in each area. */
export function AreasTable({ report }: { readonly report: MediaReport }) {
  const t = useReportText();
  const { number } = useFormat();
  return (
    <div className="overflow-x-auto">
      <table className={table}>
        <thead>
          <tr>
            <th scope="col" className={head}>
              {t('area')}
            </th>
            {AREA_COLUMNS.map((column) => (
              <th key={column} scope="col" className={`${head} text-right`}>
                {t(`col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areaRows(report).map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row" className={`${cell} text-left font-normal break-words`}>
                {name}
              </th>
              {AREA_COLUMNS.map((column) => (
                <td key={column} className={figures}>
                  {number(counts[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By how much an emergency was decided late, or is late by now; in words. */
export function useLateness(): (emergency: MediaReport['emergencies'][number], at: number) => string {
  const t = useReportText();
  const format = useFormat();
  return ({ decideBy, decidedAt }, at) => {
    const late = (decidedAt ?? at) - decideBy;
    return late > 0 ? format.duration(late) : t('emergency.inTime');
  };
}

/** Each emergency: until when it had to be decided, when it was, and how late. */
export function EmergenciesTable({ report }: { readonly report: MediaReport }) {
  const t = useReportText();
  const format = useFormat();
  const lateness = useLateness();
  return (
    <div className="overflow-x-auto">
      <table className={table}>
        <thead>
          <tr>
            {(['request', 'medium', 'decideBy', 'decidedAt', 'late'] as const).map((column) => (
              <th key={column} scope="col" className={head}>
                {t(`emergency.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.emergencies.map((one) => (
            <tr key={one.id}>
              <th scope="row" className={`${cell} text-left font-normal`}>
                <Link to={`/media/requests/${one.id}`} className="focus-ring font-bold text-accent underline">
                  {one.no}
                </Link>
              </th>
              <td className={`${cell} break-words`}>{one.mediumName}</td>
              <td className={`${cell} tabular-nums`}>{format.dateTime(one.decideBy)}</td>
              <td className={`${cell} tabular-nums`}>
                {one.decidedAt === null ? t('emergency.open') : format.dateTime(one.decidedAt)}
              </td>
              <td className={cell}>{lateness(one, report.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
