import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import type { RequestFilter } from '../../../shared/media/requests/contract.ts';
import { REQUEST_KINDS, REQUEST_STATES } from '../../../shared/media/requests/model.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, ChipGroup } from '../../ui/chip.tsx';
import { FILTER_PARTS } from './filter.ts';
import { useRequestsText } from './text.ts';

const NAMED = {
  mediumId: 'filter.medium',
  bearer: 'filter.bearer',
  organisation: 'filter.organisation',
  asset: 'filter.asset',
  officerId: 'filter.officer',
  requesterId: 'filter.requester',
  templateId: 'filter.template',
} as const;
const NAMED_PARTS = FILTER_PARTS.filter((part) => part !== 'state' && part !== 'kind');

/** Chips for kind and state, one of each at most; what a link narrowed by stands beside them and can be taken off. */
export function FilterBar({
  filter,
  called,
  onChange,
}: {
  readonly filter: RequestFilter;
  /** What the part that is an id is called. */
  readonly called: string;
  readonly onChange: (filter: RequestFilter) => void;
}) {
  const t = useRequestsText();
  const without = (part: keyof RequestFilter): RequestFilter => {
    const { [part]: _, ...rest } = filter;
    return rest;
  };
  const [states, setStates] = useState(false);
  const showStates = states || filter.state !== undefined;
  const named = NAMED_PARTS.filter((part) => filter[part] !== undefined);
  return (
    <div className="flex flex-col gap-2 border-b border-line bg-sunken px-3 py-2">
      {named.length === 0 ? null : (
        <div role="group" aria-label={t('filter.given')} className="flex flex-wrap gap-2">
          {named.map((part) => (
            <Button
              key={part}
              size="sm"
              icon={X}
              onPress={() => onChange(without(part))}
              className="max-w-full"
            >
              {t(NAMED[part], { value: part.endsWith('Id') ? called : (filter[part] ?? '') })}
            </Button>
          ))}
        </div>
      )}
      <ChipGroup label={t('filter.kind')}>
        {REQUEST_KINDS.map((kind) => (
          <Chip
            key={kind}
            isSelected={filter.kind === kind}
            onChange={(on) => onChange(on ? { ...filter, kind } : without('kind'))}
          >
            {t(`kind.${kind}`)}
          </Chip>
        ))}
        <Button
          variant="text"
          size="sm"
          icon={showStates ? ChevronUp : ChevronDown}
          isDisabled={filter.state !== undefined}
          onPress={() => setStates(!states)}
        >
          {t('filter.state')}
        </Button>
        {Object.keys(filter).length === 0 ? null : (
          <Button variant="text" size="sm" onPress={() => onChange({})}>
            {t('filter.clear')}
          </Button>
        )}
      </ChipGroup>
      {showStates ? (
        <ChipGroup label={t('filter.state')}>
          {REQUEST_STATES.map((state) => (
            <Chip
              key={state}
              isSelected={filter.state === state}
              onChange={(on) => onChange(on ? { ...filter, state } : without('state'))}
            >
              {t(`state.${state}`)}
            </Chip>
          ))}
        </ChipGroup>
      ) : null}
    </div>
  );
}
