import { useEffect, useEffectEvent } from 'react';
import { sameName } from '../../../shared/entries/rules.ts';
import type { RequestRow } from '../../../shared/media/requests/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Select } from '../../ui/select.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useDoorText } from './text.ts';

const NONE = 'none';

/** The visit with which a medium comes in: the bearer's is proposed where they are inside. */
export function VisitField({
  request,
  value,
  onChange,
  error,
}: {
  readonly request: Pick<RequestRow, 'bearer'>;
  readonly value: string | null;
  readonly onChange: (visitId: string | null) => void;
  readonly error: string | undefined;
}) {
  const t = useDoorText();
  const format = useFormat();
  const board = useQueryOf('entries', 'board', {});
  const inside = board.data?.inside ?? [];
  const bearers = inside.filter(({ name }) => sameName(name, request.bearer));
  const proposed = bearers.length === 1 ? bearers[0]?.id : undefined;
  const propose = useEffectEvent((id: string) => {
    if (value === null) onChange(id);
  });
  useEffect(() => {
    if (proposed !== undefined) propose(proposed);
  }, [proposed]);
  const rows = [...bearers, ...inside.filter((row) => !bearers.includes(row))];
  return (
    <Select
      label={t('field.visit')}
      name="visitId"
      value={value ?? NONE}
      onChange={(id) => onChange(id === NONE ? null : id)}
      description={t('field.visitHint')}
      error={error}
      options={[
        { id: NONE, label: t('field.noVisit') },
        ...rows.map((row) => ({
          id: row.id,
          label: row.organisation === '' ? row.name : `${row.name}(${row.organisation})`,
          description: row.enteredAt === null ? '' : format.dateTime(row.enteredAt),
        })),
      ]}
    />
  );
}
