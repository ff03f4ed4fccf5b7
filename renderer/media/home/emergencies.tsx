import { Siren } from 'lucide-react';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useNow } from '../../ui/use-now.ts';
import { useHomeText } from './text.ts';

const SHOWN = 5;

/** Emergency carry-ins that nobody has decided yet, on everybody's first page until somebody has; nothing where there are none. */
export function Emergencies() {
  const t = useHomeText();
  const format = useFormat();
  const now = useNow();
  const { may, canWrite } = useSession();
  const found = useQueryOf(
    'media',
    'requests',
    { filter: { state: 'emergency' }, offset: 0, limit: SHOWN },
    { every: 60_000 },
  );
  const rows = found.data?.rows ?? [];
  const total = found.data?.total ?? 0;
  if (total === 0) return null;
  const decides = canWrite && may('media.decide');
  return (
    <section
      aria-label={t('emergency.title', { n: total })}
      className="rounded-8 border-4 border-danger bg-danger-soft p-4"
    >
      <h2 className="flex items-center gap-2 text-xl font-bold text-danger">
        <Siren aria-hidden size={24} className="shrink-0" />
        {t('emergency.title', { n: total })}
      </h2>
      <ul className="mt-2 flex flex-col gap-2">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="min-w-0 flex-1 basis-72">
              <strong className="block break-words">{row.mediumName}</strong>
              <span className="block text-sm break-words">
                {[row.bearer, row.organisation, row.purpose, row.areaName]
                  .filter((part) => part !== '')
                  .join(' / ')}
              </span>
            </span>
            {row.decideBy === null ? null : (
              <span className="font-bold text-danger tabular-nums">
                {t(row.decideBy < now ? 'emergency.late' : 'emergency.by', {
                  at: format.dayTime(row.decideBy, now),
                })}
              </span>
            )}
            <LinkButton size="sm" variant={decides ? 'solid' : 'outline'} to={`/media/requests/${row.id}`}>
              {t(decides ? 'emergency.decide' : 'emergency.open')}
            </LinkButton>
          </li>
        ))}
      </ul>
      {total > rows.length ? <p className="mt-1 text-sm">{t('more', { n: total - rows.length })}</p> : null}
      {decides ? null : <p className="mt-2 text-sm">{t('emergency.tell')}</p>}
    </section>
  );
}
