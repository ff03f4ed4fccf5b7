import { Repeat } from 'lucide-react';
import { Link } from 'react-router';
import { useQueryOf } from '../../api/queries.ts';
import { type Draft, isBlank } from '../requests/form/draft.ts';
import { useTemplatesText } from './text.ts';

const SHOWN = 8;

/** Beside an empty form: the templates that it may be begun from. */
export function OfferTemplates({ draft }: { readonly draft: Draft }) {
  const t = useTemplatesText();
  const offers = !draft.emergency && draft.revises === null && isBlank(draft);
  const read = useQueryOf('media', 'templates', {}, { enabled: offers });
  const usable = (read.data ?? []).filter((one) => one.usable);
  if (!offers || usable.length === 0) return null;
  return (
    <section aria-label={t('offer.title')}>
      <h2 className="mb-2 text-lg font-bold">{t('offer.title')}</h2>
      <ul>
        {usable.slice(0, SHOWN).map(({ id, number, name }) => (
          <li key={id} className="flex items-center gap-2 border-b border-line py-1 last:border-b-0">
            <Repeat aria-hidden size={18} className="shrink-0 text-ink-soft" />
            <Link
              to={`/media/new?template=${id}`}
              className="focus-ring block min-w-0 truncate text-sm text-accent underline-offset-4 hover:underline"
            >
              {number} {name}
            </Link>
          </li>
        ))}
      </ul>
      {usable.length > SHOWN ? (
        <Link to="/media/templates" className="focus-ring text-sm text-accent underline">
          {t('offer.open')}
        </Link>
      ) : null}
    </section>
  );
}
