import { Archive, ArchiveRestore, Biohazard } from 'lucide-react';
import { useState } from 'react';
import type { Inspection, Way } from '../../../shared/media/inspection/model.ts';
import { quarantineState } from '../../../shared/media/quarantine/rules.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { EndDialog } from './end-dialog.tsx';
import { QuarantineFacts } from './facts.tsx';
import { PutDialog } from './put-dialog.tsx';
import { useQuarantineText } from './text.ts';

/** On a request, where its medium was found out: its quarantines, and the way into one and out of it for those who may. */
export function QuarantinePart({
  requestId,
  inspection,
}: {
  readonly requestId: string;
  readonly inspection: Inspection;
}) {
  const t = useQuarantineText();
  const { me, may, canWrite } = useSession();
  const request = useQueryOf('media', 'request', { id: requestId });
  const [doing, setDoing] = useState<'put' | 'end' | null>(null);
  const { quarantines, findings } = inspection;
  const last = quarantines.at(-1);
  const held = last !== undefined && last.ended === null ? last : undefined;
  const elsewhere =
    held === undefined && [...inspection.missing.entry, ...inspection.missing.exit].includes('quarantined');
  const state = quarantineState(last);
  const way = (['exit', 'entry'] as const).find(
    (one) => findings[one].state === 'open' || findings[one].state === 'refused',
  );
  const found = (one: Way): number => {
    const its = findings[one];
    return its.state === 'none' ? 0 : its.check;
  };
  const puts =
    way !== undefined &&
    (state === 'none' || state === 'released') &&
    request.data !== undefined &&
    request.data.request.whereabouts !== 'done' &&
    canWrite &&
    may('media.quarantine');
  const close = (): void => setDoing(null);
  return (
    <>
      {elsewhere ? (
        <p className="flex items-start gap-2 rounded-8 border-2 border-danger bg-danger-soft p-3 font-bold text-danger">
          <Biohazard aria-hidden size={20} className="mt-0.5 shrink-0" />
          {t('card.elsewhere')}
        </p>
      ) : null}
      {quarantines.toReversed().map((one) => (
        <section
          key={one.seq}
          aria-label={t(one.ended === null ? 'card.held' : 'card.ended')}
          className={`flex flex-col gap-2 rounded-8 border-2 p-3 ${one.ended === null ? 'border-danger bg-danger-soft' : 'border-line-strong'}`}
        >
          <p className={`flex items-start gap-2 font-bold ${one.ended === null ? 'text-danger' : ''}`}>
            {one.ended === null ? (
              <Biohazard aria-hidden size={20} className="mt-0.5 shrink-0" />
            ) : (
              <ArchiveRestore aria-hidden size={20} className="mt-0.5 shrink-0" />
            )}
            {t(one.ended === null ? 'card.held' : 'card.ended')}
          </p>
          <QuarantineFacts quarantine={one} />
          {one !== held || !may('media.endQuarantine') ? null : one.putById === me.accountId ? (
            <p className="text-sm">{t('end.own')}</p>
          ) : (
            <div>
              <Button size="sm" icon={ArchiveRestore} isDisabled={!canWrite} onPress={() => setDoing('end')}>
                {t('end')}
              </Button>
            </div>
          )}
        </section>
      ))}
      {puts ? (
        <div>
          <Button size="sm" icon={Archive} onPress={() => setDoing('put')}>
            {t('put')}
          </Button>
        </div>
      ) : null}
      {doing === 'put' && way !== undefined && request.data !== undefined ? (
        <PutDialog
          requestId={requestId}
          way={way}
          check={found(way)}
          bearer={request.data.request.bearer}
          onClose={close}
        />
      ) : null}
      {doing === 'end' && held !== undefined ? (
        <EndDialog
          requestId={requestId}
          quarantine={held.seq}
          check={found(held.way)}
          products={inspection.policy.releaseProducts}
          onClose={close}
        />
      ) : null}
    </>
  );
}
