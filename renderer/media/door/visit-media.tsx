import { HardDriveDownload, Siren } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { VisitRow } from '../../../shared/entries/model.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import { MOVEMENT_STATES } from '../../../shared/media/requests/rules.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/list-detail.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { RequestStateBadge, UsbNotice, WhereBadge } from '../requests/words.tsx';
import { CarryInDialog } from './carry-in-dialog.tsx';
import { MovementDialog } from './movement-dialog.tsx';
import { useDoorText } from './text.ts';

const CARRY_IN_KEY = 'Ctrl+M';

/** What of a visit is inside, each with its two ways out: with the visitor, or with somebody of the utility. */
export function MediaLines({ rows }: { readonly rows: readonly RequestRow[] }) {
  const t = useDoorText();
  const now = useNow();
  const { may, canWrite } = useSession();
  const [moving, setMoving] = useState<{
    readonly row: RequestRow;
    readonly movement: 'takeOut' | 'handOver';
  } | null>(null);
  const close = (): void => setMoving(null);
  return (
    <>
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <li key={row.id} className="rounded-8 border border-line p-2">
            <p className="flex flex-wrap items-center gap-2">
              <Link
                to={`/media/requests/${row.id}?tab=all`}
                className="focus-ring min-w-0 font-bold break-words text-accent underline"
              >
                {row.mediumName}
              </Link>
              <RequestStateBadge state={row.state} />
              <WhereBadge row={row} now={now} />
            </p>
            <p className="text-sm break-words text-ink-soft">{row.purpose}</p>
            {row.whereabouts === 'inside' && canWrite && may('media.takeOut') ? (
              <div className="mt-1 flex flex-wrap gap-2">
                <Button size="sm" onPress={() => setMoving({ row, movement: 'takeOut' })}>
                  {t('action.takeOut')}
                </Button>
                {MOVEMENT_STATES.handOver[row.state] === undefined ? (
                  <Button size="sm" onPress={() => setMoving({ row, movement: 'handOver' })}>
                    {t('action.handOver')}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {moving === null ? null : (
        <MovementDialog isOpen request={moving.row} movement={moving.movement} onClose={close} />
      )}
    </>
  );
}

/** On the page of a visit: what came in with it, and the way in for more while the visitor is inside. */
export default function VisitMedia({ visit }: { readonly visit: Pick<VisitRow, 'id' | 'name' | 'state'> }) {
  const t = useDoorText();
  const navigate = useNavigate();
  const { may, canWrite } = useSession();
  const rows = useQueryOf('media', 'ofVisit', { visitId: visit.id }, { enabled: may('media.ofVisit') });
  const [choosing, setChoosing] = useState(false);
  const inside = visit.state === 'inside' && canWrite && may('media.carryIn');
  useShortcut(CARRY_IN_KEY, () => setChoosing(true), { enabled: inside });
  if (rows.data === undefined || (rows.data.length === 0 && !inside)) return null;
  return (
    <Section
      title={t('visit.title')}
      actions={
        inside ? (
          <div className="flex flex-wrap gap-2">
            <Button
              size="sm"
              icon={HardDriveDownload}
              shortcut={CARRY_IN_KEY}
              onPress={() => setChoosing(true)}
            >
              {t('visit.carryIn')}
            </Button>
            <Button
              size="sm"
              icon={Siren}
              onPress={() => void navigate(`/media/new?emergency&visit=${visit.id}`)}
            >
              {t('visit.emergency')}
            </Button>
          </div>
        ) : null
      }
    >
      {rows.data.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('visit.none')}</p>
      ) : (
        <MediaLines rows={rows.data} />
      )}
      {inside ? (
        <div className="mt-2">
          <UsbNotice />
        </div>
      ) : null}
      <CarryInDialog visit={visit} isOpen={choosing} onClose={() => setChoosing(false)} />
    </Section>
  );
}
