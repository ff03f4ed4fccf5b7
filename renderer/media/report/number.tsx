import { Link } from 'react-router';
import { Button } from 'react-aria-components/Button';
import type { ReportRow } from '../../../shared/media/report/rows.ts';
import { useFormat } from '../../ui/use-format.ts';
import { listOf } from '../requests/filter.ts';
import { useReportText } from './text.ts';
import { useRowLabel } from './words.ts';

const linkClass = 'focus-ring rounded-4 font-bold text-accent underline';

const PLACES = { carried: '/media?tab=carried', quarantine: '/media/quarantine' } as const;

/** A number of the report; it leads to the list that it counts, where there is one. */
export function ReportNumber({
  row,
  onList,
}: {
  readonly row: ReportRow;
  readonly onList: (row: ReportRow) => void;
}) {
  const t = useReportText();
  const label = useRowLabel();
  const { number } = useFormat();
  const { count, counted, list } = row;
  const words = number(count);
  if (count === 0) return <span className="text-ink-soft">{words}</span>;
  const name = t('list.show', { what: label(row, true), n: words });
  if (list !== undefined)
    return (
      <Link
        to={typeof list === 'string' ? PLACES[list] : listOf(list)}
        aria-label={name}
        className={linkClass}
      >
        {words}
      </Link>
    );
  if (counted === undefined) return <span>{words}</span>;
  return (
    <Button aria-label={name} onPress={() => onList(row)} className={linkClass}>
      {words}
    </Button>
  );
}
