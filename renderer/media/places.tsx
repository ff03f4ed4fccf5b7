import {
  Biohazard,
  ChartColumn,
  FileStack,
  Library,
  type LucideIcon,
  Repeat,
  ScrollText,
} from 'lucide-react';
import { Link, useLocation } from 'react-router';
import type { SessionChannel } from '../../shared/contracts.ts';
import { useQueryOf } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { useText } from './text.ts';

interface Place {
  readonly to: string;
  readonly word: 'requests' | 'quarantine' | 'templates' | 'register' | 'report' | 'policy';
  readonly icon: LucideIcon;
  readonly channel: SessionChannel;
}

/** The pages of the media ledger, in the order of how often they are needed. */
const places: readonly Place[] = [
  { to: '/media', word: 'requests', icon: FileStack, channel: 'media.requests' },
  { to: '/media/register', word: 'register', icon: Library, channel: 'media.media' },
  { to: '/media/quarantine', word: 'quarantine', icon: Biohazard, channel: 'media.quarantines' },
  { to: '/media/templates', word: 'templates', icon: Repeat, channel: 'media.templates' },
  { to: '/media/report', word: 'report', icon: ChartColumn, channel: 'media.report' },
  { to: '/media/policy', word: 'policy', icon: ScrollText, channel: 'media.policy' },
];

/** Leads from each page of the media ledger to the others, and says what waits there: templates to sign, media in quarantine. */
export function MediaPlaces() {
  const t = useText();
  const { may } = useSession();
  const { pathname } = useLocation();
  const here = places.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`))?.to;
  const signs = may('media.enforceTemplate');
  const templates = useQueryOf('media', 'templates', {}, { enabled: signs, staleTime: 5_000 });
  const held = useQueryOf('media', 'quarantines', { ended: false }, { staleTime: 5_000 });
  const unsigned = (templates.data ?? []).filter(({ draft, ownDraft }) => draft !== null && !ownDraft).length;
  const inQuarantine = held.data?.length ?? 0;
  const called = (word: Place['word']): string => {
    if (word === 'templates' && unsigned > 0) return t('places.templates.n', { n: unsigned });
    if (word === 'quarantine' && inQuarantine > 0) return t('places.quarantine.n', { n: inQuarantine });
    return t(`places.${word}`);
  };
  return (
    <nav aria-label={t('places.label')}>
      <ul className="flex flex-wrap gap-x-1">
        {places
          .filter(({ channel }) => may(channel))
          .map(({ to, word, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                aria-current={to === here ? 'page' : undefined}
                className="focus-ring flex items-center gap-1.5 rounded-lg px-2.5 py-1 text-sm text-ink-soft hover:bg-hover aria-[current]:bg-selected aria-[current]:font-bold aria-[current]:text-accent"
              >
                <Icon aria-hidden size={16} className="shrink-0" />
                {called(word)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
