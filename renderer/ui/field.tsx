import { TriangleAlert } from 'lucide-react';
import { useText } from '../app/i18n.ts';

/** What every field of a form may say about itself. */
export interface FieldProps {
  readonly label: string;
  /** What is wrong, in words; undefined when nothing is. */
  readonly error?: string | undefined;
  readonly description?: string | undefined;
  /** true: 必須, false: 任意, undefined: nothing is said. */
  readonly required?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly name?: string | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** The word that says whether a field has to be filled in. */
export function RequiredMark({ required }: { readonly required: boolean | undefined }) {
  const t = useText();
  if (required === undefined) return null;
  return required ? (
    <span className="ml-2 text-xs font-bold text-danger">{t('field.required')}</span>
  ) : (
    <span className="ml-2 text-xs text-ink-soft">{t('field.optional')}</span>
  );
}

/** The words of an error, marked by an icon too. */
export function ErrorText({ children }: { readonly children: string }) {
  return (
    <span className="mt-1 flex items-start gap-1 text-sm text-danger">
      <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </span>
  );
}

export const labelClass = 'mb-1 block text-sm font-bold';
export const descriptionClass = 'mt-1 block text-sm text-ink-soft';
