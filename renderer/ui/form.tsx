import { TriangleAlert } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../app/i18n.ts';
import { isComposing } from './keys.ts';

export interface FormProps {
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
  /** What the form is called, for those who do not see its heading. */
  readonly label?: string;
  readonly className?: string;
}

/** A form whose checks are the page's own. Enter that ends an IME composition never submits it. */
export function Form({ onSubmit, children, label, className }: FormProps) {
  return (
    <form
      noValidate
      aria-label={label}
      className={className}
      onKeyDownCapture={(event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog's form may stand, for React, within the form of the dialog that opened it: this one alone is meant.
        event.stopPropagation();
        onSubmit(event);
      }}
    >
      {children}
    </form>
  );
}

export interface FieldProblem {
  readonly label: string;
  readonly message: string;
  /** The name of the field, to lead there. */
  readonly name?: string;
}

/** Everything that is wrong with a form, together, read aloud when it appears. Nothing when nothing is wrong. */
export function FormErrorSummary({ errors }: { readonly errors: readonly FieldProblem[] }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [shown]);
  if (!shown) return null;
  return (
    <div ref={box} role="alert" className="rounded-8 border-2 border-danger bg-danger-soft p-3 text-sm">
      <p className="flex items-center gap-2 font-bold text-danger">
        <TriangleAlert aria-hidden size={18} />
        {t('form.problems', { n: errors.length })}
      </p>
      <ul className="mt-1 list-disc pl-7">
        {errors.map(({ label, message, name }) => (
          <li key={`${label} ${message}`}>
            {name === undefined ? (
              label
            ) : (
              <button
                type="button"
                className="focus-ring font-bold text-danger underline"
                onClick={() => {
                  const field = document.getElementsByName(name)[0];
                  field?.focus();
                }}
              >
                {label}
              </button>
            )}
            {label === '' ? '' : ': '}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
