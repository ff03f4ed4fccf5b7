import { VISIT_KINDS, VISIT_STATES } from '../../../shared/entries/model.ts';
import type { VisitFilter } from '../../../shared/entries/contract.ts';
import {
  DAY,
  fiscalYear,
  fromJst,
  type Instant,
  jstDay,
  startOfJstDay,
} from '../../../shared/kernel/time.ts';
import { useQueryOf } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, ChipGroup } from '../../ui/chip.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { useText } from '../text.ts';

const PERIODS = ['today', 'week', 'month', 'year'] as const;
type Period = (typeof PERIODS)[number];

/** When a period that ends today begins: today, seven days, thirty-one days, the fiscal year from April. */
export function beginningOf(period: Period, now: Instant): Instant {
  const today = jstDay(now);
  switch (period) {
    case 'today':
      return startOfJstDay(today);
    case 'week':
      return startOfJstDay(today - 6);
    case 'month':
      return startOfJstDay(today - 30);
    case 'year':
      return fromJst(fiscalYear(now), 4, 1) ?? startOfJstDay(today);
  }
}

/** A filter with one part changed, or without it when there is no value. */
export function withPart<K extends keyof VisitFilter>(
  filter: VisitFilter,
  key: K,
  value: VisitFilter[K] | undefined,
): VisitFilter {
  const { [key]: _, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** How many parts a filter has. */
export const partsOf = (filter: VisitFilter): number => Object.keys(filter).length;

/** Filters for history and search: period, state, kind, area. One of each at most. */
export function FilterBar({
  filter,
  onChange,
  now,
}: {
  readonly filter: VisitFilter;
  readonly onChange: (filter: VisitFilter) => void;
  readonly now: Instant;
}) {
  const t = useText();
  const areas = useQueryOf('entries', 'areas', {});
  const set = <K extends keyof VisitFilter>(key: K, value: VisitFilter[K] | undefined): void =>
    onChange(withPart(filter, key, value));
  return (
    <div className="flex flex-col gap-2 border-b border-line bg-sunken px-3 py-2">
      <ChipGroup label={t('filter.period')}>
        {PERIODS.map((period) => (
          <Chip
            key={period}
            isSelected={filter.from === beginningOf(period, now) && filter.until === undefined}
            onChange={(on) =>
              onChange(
                withPart(
                  withPart(filter, 'until', undefined),
                  'from',
                  on ? beginningOf(period, now) : undefined,
                ),
              )
            }
          >
            {t(`period.${period}`)}
          </Chip>
        ))}
      </ChipGroup>
      <div className="grid max-w-md grid-cols-2 gap-3">
        <DateTimeField
          label={t('filter.from')}
          description={t('filter.dateHint')}
          precision="day"
          value={filter.from ?? null}
          onChange={(at) => set('from', at ?? undefined)}
        />
        <DateTimeField
          label={t('filter.until')}
          description={t('filter.dateHint')}
          precision="day"
          value={filter.until === undefined ? null : filter.until + 1 - DAY}
          onChange={(at) => set('until', at === null || at === undefined ? undefined : at + DAY - 1)}
        />
      </div>
      <ChipGroup label={t('filter.state')}>
        {VISIT_STATES.map((state) => (
          <Chip
            key={state}
            isSelected={filter.state === state}
            onChange={(on) => set('state', on ? state : undefined)}
          >
            {t(`state.${state}`)}
          </Chip>
        ))}
      </ChipGroup>
      <ChipGroup label={t('filter.kind')}>
        {VISIT_KINDS.map((kind) => (
          <Chip
            key={kind}
            isSelected={filter.kind === kind}
            onChange={(on) => set('kind', on ? kind : undefined)}
          >
            {t(`kind.${kind}`)}
          </Chip>
        ))}
      </ChipGroup>
      <ChipGroup label={t('filter.area')}>
        {(areas.data ?? []).map((area) => (
          <Chip
            key={area.id}
            isSelected={filter.areaId === area.id}
            onChange={(on) => set('areaId', on ? area.id : undefined)}
          >
            {area.retired ? t('area.retiredName', { area: area.name }) : area.name}
          </Chip>
        ))}
        {partsOf(filter) === 0 ? null : (
          <Button variant="text" size="sm" onPress={() => onChange({})}>
            {t('filter.clear')}
          </Button>
        )}
      </ChipGroup>
    </div>
  );
}
