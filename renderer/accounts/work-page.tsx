import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { SessionChannel } from '../../shared/contracts.ts';
import { useQueryOf } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Page } from '../ui/list-detail.tsx';
import { usePeopleText } from './people/text.ts';

interface Room {
  readonly to: string;
  readonly word: 'nav.list' | 'nav.proposals' | 'nav.policy' | 'nav.check' | 'nav.keys';
  readonly channel: SessionChannel;
}

const HOME = '/accounts';

const rooms: readonly Room[] = [
  { to: HOME, word: 'nav.list', channel: 'accounts.list' },
  { to: '/accounts/proposals', word: 'nav.proposals', channel: 'accounts.proposals' },
  { to: '/accounts/policy', word: 'nav.policy', channel: 'accounts.policy' },
  { to: '/accounts/check', word: 'nav.check', channel: 'accounts.toCheck' },
  { to: '/accounts/keys', word: 'nav.keys', channel: 'accounts.keys' },
];

/** A page of account work, with the ways to its other pages. */
export function WorkPage({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = usePeopleText();
  const { may } = useSession();
  const { pathname } = useLocation();
  // A person, and the forms that make and close them, belong to the list.
  const here = rooms.findLast(({ to }) => pathname.startsWith(to))?.to ?? HOME;
  const waiting = useQueryOf('accounts', 'waiting', {}, { enabled: may('accounts.waiting') });
  return (
    <Page
      title={title}
      actions={actions}
      toolbar={
        <nav aria-label={t('nav.label')} className="-mb-2 flex flex-wrap gap-1">
          {rooms
            .filter(({ channel }) => may(channel))
            .map(({ to, word }) => (
              <Link
                key={to}
                to={to}
                aria-current={to === here ? 'page' : undefined}
                className={`focus-ring rounded-t-6 border-b-4 px-4 py-1.5 text-sm hover:bg-hover ${
                  to === here ? 'border-accent font-bold text-accent' : 'border-transparent text-ink-soft'
                }`}
              >
                {t(word)}
                {word === 'nav.proposals' && (waiting.data?.toConfirm ?? 0) > 0 ? (
                  <span className="ml-2 tabular-nums">{waiting.data?.toConfirm}</span>
                ) : null}
              </Link>
            ))}
        </nav>
      }
    >
      {children}
    </Page>
  );
}
