import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import type { RequestFilter } from '../../../shared/media/requests/contract.ts';
import type { Request } from '../../../shared/media/requests/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useFormat } from '../../ui/use-format.ts';
import { listOf } from '../requests/filter.ts';
import { useRequestsText } from '../requests/text.ts';
import { RequestStateBadge } from '../requests/words.tsx';

const LATEST = 3;

interface Related {
  readonly words: 'bearer' | 'organisation' | 'asset' | 'medium' | 'template' | 'officer' | 'requester';
  readonly value: string;
  readonly filter: RequestFilter;
}

function relatedTo({
  details,
  mediumId,
  mediumName,
  decisions,
  requesterId,
  requestedBy,
  template,
}: Request): readonly Related[] {
  const { bearer, organisation, asset } = details;
  const officers = new Map(decisions.map(({ officerId, officerName }) => [officerId, officerName]));
  return [
    { words: 'bearer', value: bearer, filter: { bearer } },
    ...(organisation === ''
      ? []
      : [{ words: 'organisation', value: organisation, filter: { organisation } } as const]),
    ...(mediumId === null ? [] : [{ words: 'medium', value: mediumName, filter: { mediumId } } as const]),
    ...(asset === '' ? [] : [{ words: 'asset', value: asset, filter: { asset } } as const]),
    ...(template === null
      ? []
      : [
          {
            words: 'template',
            value: `${template.number} ${template.name}`,
            filter: { templateId: template.id },
          } as const,
        ]),
    { words: 'requester', value: requestedBy, filter: { requesterId } },
    ...[...officers].map(
      ([officerId, value]): Related => ({ words: 'officer', value, filter: { officerId } }),
    ),
  ];
}

function Line({ related, self }: { readonly related: Related; readonly self: string }) {
  const t = useRequestsText();
  const format = useFormat();
  const { words, value, filter } = related;
  const found = useQueryOf(
    'media',
    'requests',
    { filter, offset: 0, limit: LATEST + 1 },
    { staleTime: 5_000 },
  );
  const named = Object.keys(filter).some((part) => part.endsWith('Id')) ? value : '';
  const others = (found.data?.rows ?? []).filter(({ id }) => id !== self).slice(0, LATEST);
  return (
    <li className="border-b border-line py-1.5 last:border-b-0">
      <Link
        to={listOf(filter, named)}
        className="focus-ring flex items-center gap-2 rounded-4 text-accent underline-offset-4 hover:underline"
      >
        <span className="min-w-0 truncate">{t(`history.${words}`, { value })}</span>
        {found.data === undefined ? null : (
          <span className="shrink-0 tabular-nums">
            {t('history.count', { n: format.number(found.data.total) })}
          </span>
        )}
        <ArrowRight aria-hidden size={16} className="shrink-0" />
      </Link>
      {others.length === 0 ? null : (
        <ul className="pl-3 text-sm">
          {others.map((row) => (
            <li key={row.id} className="flex items-center gap-2">
              <span className="shrink-0 text-ink-soft tabular-nums">{format.shortDate(row.requestedAt)}</span>
              <Link
                to={`/media/requests/${row.id}?tab=all`}
                className="focus-ring min-w-0 truncate text-accent underline-offset-4 hover:underline"
              >
                {row.mediumName}
                {t('list.dot')}
                {row.purpose}
              </Link>
              <RequestStateBadge state={row.state} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What the ledger knows of the person, the company, the medium, the asset, who asks and who decided: each one step away. */
export function History({ request }: { readonly request: Request }) {
  return (
    <ul>
      {relatedTo(request).map((related) => (
        <Line key={`${related.words} ${related.value}`} related={related} self={request.id} />
      ))}
    </ul>
  );
}
