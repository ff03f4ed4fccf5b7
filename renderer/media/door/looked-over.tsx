import { Link } from 'react-router';
import type { Way } from '../../../shared/media/inspection/model.ts';
import type { Movement } from '../../../shared/media/requests/rules.ts';
import { useQueryOf } from '../../api/queries.ts';
import { MissingNotes } from '../inspection/parts.tsx';
import { useDoorText } from './text.ts';

/** On which way a medium is looked at before a movement; null where nothing is looked at. */
const WAY_OF: Readonly<Record<Movement, Way | null>> = {
  carryIn: 'entry',
  carryOut: 'entry',
  takeOut: 'exit',
  giveBack: 'exit',
  handOver: null,
  deliver: null,
};

/** Before a movement: what is missing on the medium, and where to make up for it, or until when its checks are good. */
export function LookedOver({
  requestId,
  movement,
}: {
  readonly requestId: string;
  readonly movement: Movement;
}) {
  const t = useDoorText();
  const way = WAY_OF[movement];
  const found = useQueryOf('media', 'inspection', { requestId }, { enabled: way !== null, every: 60_000 });
  if (way === null || found.data === undefined) return null;
  return (
    <div className="flex flex-col gap-1">
      <MissingNotes inspection={found.data} ways={[way]} />
      {found.data.missing[way].length === 0 ? null : (
        <Link
          to={`/media/requests/${requestId}?tab=all`}
          className="focus-ring self-start text-sm text-accent underline"
        >
          {t('looked.open')}
        </Link>
      )}
    </div>
  );
}
