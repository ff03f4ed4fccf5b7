import { AlarmClock, CalendarClock, CircleHelp, DoorOpen, Users } from 'lucide-react';
import { useQueryOf } from '../../api/queries.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Card } from '../../ui/list-detail.tsx';
import { QueryStates } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../i18n.ts';
import { useSession } from '../session.ts';
import { Figure } from './figure.tsx';
import { WaitingVisits } from './waiting-visits.tsx';

/** Who is inside, who is expected, who has stayed too long, whose exit is unknown. */
export function DoorCard() {
  const t = useText();
  const { may } = useSession();
  const counts = useQueryOf('entries', 'counts', {}, { every: 60_000 });
  const board = useQueryOf('entries', 'board', {});
  const now = useNow();
  const overdue = (board.data?.inside ?? []).filter(
    (row) => row.expectedUntil !== null && row.expectedUntil < now,
  );
  const unknown = board.data?.unknown ?? [];
  return (
    <Card>
      <h2 className="mb-3 text-lg font-bold">{t('home.waits')}</h2>
      <QueryStates query={counts}>
        {(data) => (
          <dl className="grid grid-cols-2 gap-3 min-[64rem]:grid-cols-4">
            <Figure icon={Users} label={t('home.inside')} value={t('home.people', { n: data.inside })} />
            <Figure
              icon={CalendarClock}
              label={t('home.expected')}
              value={t('home.count', { n: data.expectedToday })}
            />
            <Figure
              icon={AlarmClock}
              label={t('home.overdue')}
              value={t('home.people', { n: data.overdue })}
              alarm={data.overdue > 0}
            />
            <Figure
              icon={CircleHelp}
              label={t('home.unknown')}
              value={t('home.people', { n: data.unknown })}
              alarm={data.unknown > 0}
            />
          </dl>
        )}
      </QueryStates>
      <div className="mt-3 grid gap-x-6 min-[64rem]:grid-cols-2">
        <WaitingVisits title={t('home.overdueList')} rows={overdue} now={now} />
        <WaitingVisits title={t('home.unknownList')} rows={unknown} now={now} />
      </div>
      {board.data !== undefined && overdue.length === 0 && unknown.length === 0 ? (
        <p className="mt-3 text-ink-soft">{t('home.allWell')}</p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        {may('entries.enter') ? (
          <LinkButton to="/entries" variant="solid" icon={DoorOpen}>
            {t('home.door')}
          </LinkButton>
        ) : null}
        <LinkButton to="/entries/board" icon={Users} shortcut="F2">
          {t('home.board')}
        </LinkButton>
      </div>
    </Card>
  );
}
