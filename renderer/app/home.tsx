import { type ComponentType, lazy, Suspense } from 'react';
import type { SessionChannel } from '../../shared/contracts.ts';
import { Page } from '../ui/list-detail.tsx';
import { Emergencies } from '../media/home/emergencies.tsx';
import { Quarantines } from '../media/home/quarantines.tsx';
import { VaultCard } from '../vault/home-card.tsx';
import { DoorCard } from './home/door-card.tsx';
import { TrailCard } from './home/trail-card.tsx';
import { useText } from './i18n.ts';
import { useSession } from './session.ts';

// It brings the rules on proposals along, which an operator's first page has no use for.
const AccountsCard = lazy(async () => ({
  default: (await import('./home/accounts-card.tsx')).AccountsCard,
}));

// It brings the rules on requests along.
const MediaCard = lazy(async () => ({ default: (await import('../media/home/media-card.tsx')).MediaCard }));

interface HomeCard {
  /** Shown to those who may call it. */
  readonly channel: SessionChannel;
  readonly Card: ComponentType;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

/** The cards of the first page, in their order: a room that has something waiting adds its own. */
const cards: readonly HomeCard[] = [
  { channel: 'entries.counts', Card: DoorCard, wide: true },
  { channel: 'media.counts', Card: MediaCard, wide: true },
  { channel: 'accounts.waiting', Card: AccountsCard },
  { channel: 'vault.health', Card: VaultCard },
  { channel: 'trail.status', Card: TrailCard },
];

/** What waits for this person: nothing that their roles do not see. */
export function Home() {
  const t = useText();
  const { may } = useSession();
  // What an officer has to decide comes before what goes on at the door.
  const before = ({ channel }: HomeCard): boolean => channel === 'media.counts' && may('media.decide');
  return (
    <Page title={t('home.title')}>
      <div className="grid content-start gap-4 p-4 min-[64rem]:grid-cols-2">
        {may('media.requests') ? (
          <div className="min-w-0 empty:hidden min-[64rem]:col-span-2">
            <Emergencies />
          </div>
        ) : null}
        {may('media.quarantines') ? (
          <div className="min-w-0 empty:hidden min-[64rem]:col-span-2">
            <Quarantines />
          </div>
        ) : null}
        {cards
          .filter(({ channel }) => may(channel))
          .toSorted((a, b) => Number(before(b)) - Number(before(a)))
          .map(({ channel, Card, wide = false }) => (
            <div key={channel} className={wide ? 'min-w-0 min-[64rem]:col-span-2' : 'min-w-0'}>
              <Suspense fallback={null}>
                <Card />
              </Suspense>
            </div>
          ))}
      </div>
    </Page>
  );
}
