import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';

export interface ChipProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly count?: number;
}

/** A filter that is on or off. */
export function Chip({ isSelected, onChange, children, count }: ChipProps) {
  return (
    <ToggleButton
      isSelected={isSelected}
      onChange={onChange}
      className="focus-ring inline-flex min-h-8 items-center gap-1 rounded-full border border-line-strong bg-surface px-3 text-sm hover:bg-hover data-[selected]:border-accent data-[selected]:bg-accent-soft data-[selected]:font-bold data-[selected]:text-accent"
    >
      {isSelected ? <Check aria-hidden size={16} /> : null}
      {children}
      {count === undefined ? null : <span className="tabular-nums">{count}</span>}
    </ToggleButton>
  );
}

/** Filters that belong together. */
export function ChipGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // A fieldset's legend cannot stand in one line with its chips.
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      {children}
    </div>
  );
}
