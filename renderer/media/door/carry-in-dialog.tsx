import { useState } from 'react';
import { sameName } from '../../../shared/entries/rules.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, QueryStates } from '../../ui/states.tsx';
import { MovementForm } from './movement-dialog.tsx';
import { useDoorText } from './text.ts';

interface Visitor {
  readonly id: string;
  readonly name: string;
}

/** Carries in with a visit one of those that are permitted or notified now; the visitor's own stand first. */
export function CarryInDialog({
  visit,
  isOpen,
  onClose,
}: {
  readonly visit: Visitor;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useDoorText();
  const ready = useQueryOf('media', 'ready', {}, { enabled: isOpen });
  return (
    <Dialog title={t('title.choose', { name: visit.name })} isOpen={isOpen} onClose={onClose}>
      <QueryStates query={ready}>
        {(rows) => (
          <Choose visit={visit} rows={rows.filter(({ kind }) => kind === 'carry-in')} onClose={onClose} />
        )}
      </QueryStates>
    </Dialog>
  );
}

function Choose({
  visit,
  rows,
  onClose,
}: {
  readonly visit: Visitor;
  readonly rows: readonly RequestRow[];
  readonly onClose: () => void;
}) {
  const t = useDoorText();
  const own = rows.filter(({ bearer }) => sameName(bearer, visit.name));
  const sorted = [...own, ...rows.filter((row) => !own.includes(row))];
  const [chosen, setChosen] = useState<string | null>(null);
  const row = sorted.find(({ id }) => id === chosen) ?? own[0];
  if (sorted.length === 0)
    return (
      <EmptyState
        title={t('choose.none')}
        action={<LinkButton to={`/media/new?emergency&visit=${visit.id}`}>{t('visit.emergency')}</LinkButton>}
      >
        {t('choose.noneDo')}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('field.request')}
        name="request"
        required
        value={row?.id ?? null}
        onChange={setChosen}
        options={sorted.map((one) => ({
          id: one.id,
          label: `${one.mediumName}　${one.bearer}`,
          description: own.includes(one) ? one.purpose : `${t('choose.other')}: ${one.purpose}`,
        }))}
      />
      {row === undefined ? null : (
        <MovementForm key={row.id} request={row} movement="carryIn" visitId={visit.id} onClose={onClose} />
      )}
    </div>
  );
}
