import { Biohazard } from 'lucide-react';
import { useQueryOf } from '../../api/queries.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useHomeText } from './text.ts';

const SHOWN = 5;

/** Media in quarantine, on everybody's first page until each has ended; nothing where there are none. */
export function Quarantines() {
  const t = useHomeText();
  const found = useQueryOf('media', 'quarantines', { ended: false }, { every: 60_000 });
  const rows = found.data ?? [];
  if (rows.length === 0) return null;
  const title = t('quarantine.title', { n: rows.length });
  return (
    <section aria-label={title} className="rounded-8 border-4 border-danger bg-danger-soft p-4">
      <h2 className="flex flex-wrap items-center gap-2 text-xl font-bold text-danger">
        <Biohazard aria-hidden size={24} className="shrink-0" />
        <span className="flex-1">{title}</span>
        <LinkButton size="sm" to="/media/quarantine">
          {t('quarantine.all')}
        </LinkButton>
      </h2>
      <ul className="mt-2 flex flex-col gap-2">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.seq} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="min-w-0 flex-1 basis-72">
              <strong className="block break-words">
                {row.mediumName}
                {row.lost ? (
                  <span className="ml-2 rounded-4 border-2 border-danger px-1 text-danger">
                    {t('quarantine.lost')}
                  </span>
                ) : null}
              </strong>
              <span className="block text-sm break-words">
                {[row.finding, row.place, row.seal, row.keeper].filter((part) => part !== '').join(' / ')}
              </span>
            </span>
            <LinkButton size="sm" to={`/media/requests/${row.requestId}?tab=all`}>
              {t('quarantine.open')}
            </LinkButton>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? <p className="mt-1 text-sm">{t('more', { n: rows.length - SHOWN })}</p> : null}
    </section>
  );
}
