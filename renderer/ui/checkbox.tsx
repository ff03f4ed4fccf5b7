import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly description?: string;
  readonly isDisabled?: boolean;
  readonly name?: string;
  readonly autoFocus?: boolean;
}

/** Yes or no, with its words beside it. */
export function Checkbox({ children, description, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="group inline-flex items-start gap-2 py-1 data-[disabled]:opacity-60">
      {({ isSelected }) => (
        <>
          <span className="mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-4 border-2 border-line-strong bg-surface text-on-accent group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-(--focus-outer) group-data-[selected]:border-accent group-data-[selected]:bg-accent">
            {isSelected ? <Check aria-hidden size={16} strokeWidth={3} /> : null}
          </span>
          <span>
            {children}
            {description === undefined ? null : (
              <span className="block text-sm text-ink-soft">{description}</span>
            )}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
