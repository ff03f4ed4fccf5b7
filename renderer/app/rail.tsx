import { DoorOpen, HardDrive, House, Link2, type LucideIcon, Usb, Users, Waves } from 'lucide-react';
import { NavLink } from 'react-router';
import type { SessionChannel } from '../../shared/contracts.ts';
import { useText } from './i18n.ts';
import { useSession } from './session.ts';
import { type RailCount, useRailCounts } from './use-rail-counts.ts';

interface Place {
  readonly to: string;
  readonly word: 'nav.home' | 'nav.entries' | 'nav.media' | 'nav.trail' | 'nav.accounts' | 'nav.backups';
  readonly icon: LucideIcon;
  readonly channel: SessionChannel;
}

const places: readonly Place[] = [
  { to: '/', word: 'nav.home', icon: House, channel: 'accounts.me' },
  { to: '/entries', word: 'nav.entries', icon: DoorOpen, channel: 'entries.board' },
  { to: '/media', word: 'nav.media', icon: Usb, channel: 'media.requests' },
  { to: '/trail', word: 'nav.trail', icon: Link2, channel: 'trail.status' },
  { to: '/backups', word: 'nav.backups', icon: HardDrive, channel: 'vault.backups' },
  { to: '/accounts', word: 'nav.accounts', icon: Users, channel: 'accounts.list' },
];

/** The ledgers this person may see, each with what waits in it. */
export function Rail() {
  const t = useText();
  const { may } = useSession();
  const counts = useRailCounts();
  return (
    <nav
      aria-label={t('nav.label')}
      className="flex shrink-0 items-center bg-bar text-on-bar min-[48rem]:w-16 min-[48rem]:flex-col min-[48rem]:items-stretch min-[64rem]:w-37"
    >
      <p className="flex items-center justify-center gap-2 px-3 py-3 text-lg font-bold">
        <Waves aria-hidden size={22} className="shrink-0" />
        <span className="max-[64rem]:sr-only">{t('app.name')}</span>
      </p>
      <ul className="flex min-[48rem]:flex-col">
        {places
          .filter(({ channel }) => may(channel))
          .map(({ to, word, icon: Icon }) => (
            <li key={to}>
              <NavLink
                to={to}
                end={to === '/'}
                className={({ isActive }) =>
                  `focus-ring relative flex min-h-12 items-center gap-2 border-l-4 px-2.5 max-[64rem]:flex-col max-[64rem]:justify-center max-[64rem]:gap-0 max-[64rem]:px-1 max-[64rem]:text-xs ${
                    isActive
                      ? 'border-yellow-300 bg-white/15 font-bold'
                      : 'border-transparent hover:bg-white/10'
                  }`
                }
              >
                <Icon aria-hidden size={20} className="shrink-0" />
                <span className="min-[64rem]:whitespace-nowrap">{t(word)}</span>
                <Count count={counts[to]} />
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Count({ count }: { readonly count: RailCount | undefined }) {
  if (count === undefined || count.n === 0) return null;
  return (
    <span className="rounded-full bg-white px-2 text-xs leading-5 font-bold text-[#0b1f4b] tabular-nums max-[64rem]:absolute max-[64rem]:top-0.5 max-[64rem]:right-0.5 max-[64rem]:px-1.5 min-[64rem]:ml-auto">
      <span aria-hidden>{count.n}</span>
      <span className="sr-only">{count.words}</span>
    </span>
  );
}
