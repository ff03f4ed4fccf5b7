import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { DAY } from '../../../shared/kernel/time.ts';
import { TRAIL_GROUPS } from '../../../shared/trail/groups.ts';
import type { TrailFilter } from '../../../shared/trail/model.ts';
import { useQueryOf } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, ChipGroup } from '../../ui/chip.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTrailText } from '../text.ts';

/** A filter with some parts changed; a part without a value is left out. */
export function withParts(
  filter: TrailFilter,
  parts: { readonly [K in keyof TrailFilter]: TrailFilter[K] | undefined },
): TrailFilter {
  return Object.fromEntries(
    Object.entries({ ...filter, ...parts }).filter(([, value]) => value !== undefined),
  );
}

const ANYBODY = '*';

/** Narrows the trail: kind of event as chips; who, when and about what behind a button, which says how many parts are on. */
export function FilterBar({
  filter,
  onChange,
}: {
  readonly filter: TrailFilter;
  readonly onChange: (filter: TrailFilter) => void;
}) {
  const t = useTrailText();
  const [more, setMore] = useState(false);
  const parts = Object.keys(filter).filter((part) => part !== 'group').length;
  return (
    <div className="flex flex-col gap-2 border-b border-line bg-sunken px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <ChipGroup label={t('filter.group')}>
          {TRAIL_GROUPS.map((group) => (
            <Chip
              key={group}
              isSelected={filter.group === group}
              onChange={(on) => onChange(withParts(filter, { group: on ? group : undefined }))}
            >
              {t(`group.${group}`)}
            </Chip>
          ))}
        </ChipGroup>
        <Button size="sm" icon={ListFilter} onPress={() => setMore(!more)}>
          {parts === 0 ? t('filter.more') : t('filter.on', { n: parts })}
        </Button>
        {Object.keys(filter).length === 0 ? null : (
          <Button size="sm" variant="text" icon={X} onPress={() => onChange({})}>
            {t('list.filterClear')}
          </Button>
        )}
      </div>
      {more ? <More filter={filter} onChange={onChange} /> : null}
      {filter.subject === undefined || more ? null : (
        <p className="text-sm break-all">{t('filter.following', { subject: filter.subject })}</p>
      )}
    </div>
  );
}

function More({
  filter,
  onChange,
}: {
  readonly filter: TrailFilter;
  readonly onChange: (filter: TrailFilter) => void;
}) {
  const t = useTrailText();
  const { may } = useSession();
  const people = useQueryOf('accounts', 'list', {}, { enabled: may('accounts.list') });
  const [typed, setTyped] = useState<{ readonly of: string; readonly text: string }>();
  const subject = filter.subject ?? '';
  // What is typed stands until another subject is followed.
  const shown = typed?.of === subject ? typed.text : subject;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-3 gap-3">
        <Select
          label={t('filter.actor')}
          value={filter.actor ?? ANYBODY}
          onChange={(actor) => onChange(withParts(filter, { actor: actor === ANYBODY ? undefined : actor }))}
          options={[
            { id: ANYBODY, label: t('filter.anybody') },
            ...(people.data ?? []).map(({ id, name, identifier }) => ({
              id,
              label: name,
              description: identifier,
            })),
            { id: 'system', label: t('list.system') },
          ]}
        />
        <DateTimeField
          label={t('filter.from')}
          precision="day"
          value={filter.from ?? null}
          onChange={(at) => onChange(withParts(filter, { from: at ?? undefined }))}
        />
        <DateTimeField
          label={t('filter.until')}
          precision="day"
          value={filter.until === undefined ? null : filter.until - DAY}
          onChange={(at) =>
            onChange(withParts(filter, { until: at === null || at === undefined ? undefined : at + DAY }))
          }
        />
      </div>
      <Form
        label={t('list.filter')}
        onSubmit={() =>
          onChange(withParts(filter, { subject: shown.trim() === '' ? undefined : shown.trim() }))
        }
        className="flex items-end gap-2"
      >
        <TextField
          type="search"
          label={t('list.filter')}
          value={shown}
          onChange={(text) => setTyped({ of: subject, text })}
          maxLength={200}
          className="min-w-0 flex-1"
        />
        <Button type="submit">{t('list.filterApply')}</Button>
      </Form>
    </div>
  );
}
