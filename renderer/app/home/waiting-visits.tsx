import { Link } from 'react-router';
import type { VisitRow } from '../../../shared/entries/model.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useText } from '../i18n.ts';

const SHOWN = 6;

/** Visits that something has to be done about, each one step away. Nothing where there are none. */
export function WaitingVisits({
  title,
  rows,
  now,
}: {
  readonly title: string;
  readonly rows: readonly VisitRow[];
  readonly now: number;
}) {
  const t = useText();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="mt-2 text-sm font-bold">{title}</h3>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id} className="border-b border-line">
            <Link
              to={`/entries/visits/${row.id}`}
              className="focus-ring flex flex-wrap gap-x-3 px-1 py-1.5 hover:bg-hover"
            >
              <span className="font-bold text-accent underline">{row.name}</span>
              <span>{row.organisation}</span>
              <span>{row.areaName}</span>
              {row.enteredAt === null ? null : (
                <span className="ml-auto text-sm text-ink-soft tabular-nums">
                  {t('home.since', {
                    at: format.dayTime(row.enteredAt, now),
                    duration: format.duration(now - row.enteredAt),
                  })}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
