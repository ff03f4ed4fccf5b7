import type { Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { descriptionClass, ErrorText, type FieldProps, labelClass, RequiredMark } from './field.tsx';
import { Kbd } from './kbd.tsx';

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly maxLength?: number;
  /** The label is read aloud and not shown. */
  readonly labelHidden?: boolean;
  /** The key that leads here, shown beside the label. */
  readonly shortcut?: string;
  readonly className?: string;
}

export interface TextFieldProps extends TextProps {
  readonly type?: 'text' | 'password' | 'search';
  readonly inputMode?: 'text' | 'numeric';
  readonly placeholder?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

function Frame({
  label,
  error,
  description,
  required,
  labelHidden = false,
  shortcut,
  children,
}: Pick<TextProps, 'label' | 'error' | 'description' | 'required' | 'labelHidden' | 'shortcut'> & {
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <span className={labelHidden ? 'sr-only' : 'flex items-baseline justify-between'}>
        <Label className={labelClass}>
          {label}
          <RequiredMark required={required} />
        </Label>
        {shortcut === undefined ? null : (
          <span aria-hidden className="text-ink-soft">
            <Kbd>{shortcut}</Kbd>
          </span>
        )}
      </span>
      {children}
      {description === undefined ? null : (
        <Text slot="description" className={descriptionClass}>
          {description}
        </Text>
      )}
      <FieldError>{error === undefined ? null : <ErrorText>{error}</ErrorText>}</FieldError>
    </>
  );
}

function common({
  error,
  required,
  isDisabled = false,
  name,
  onBlur,
  autoFocus = false,
  ...props
}: TextProps) {
  return {
    value: props.value,
    onChange: props.onChange,
    isInvalid: error !== undefined,
    isRequired: required === true,
    isDisabled,
    autoFocus,
    validationBehavior: 'aria',
    autoComplete: props.autoComplete ?? 'off',
    className: `min-w-0 ${props.className ?? ''}`,
    ...(name === undefined ? {} : { name }),
    ...(onBlur === undefined ? {} : { onBlur: () => onBlur() }),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
  } as const;
}

/** One line of text with its label above and its error below. */
export function TextField({ ref, placeholder, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...common(props)} type={props.type ?? 'text'} inputMode={props.inputMode ?? 'text'}>
      <Frame {...props}>
        <Input
          ref={ref}
          {...(placeholder === undefined ? {} : { placeholder })}
          spellCheck="false"
          className="field-box focus-ring"
        />
      </Frame>
    </AriaTextField>
  );
}

/** Several lines of text. Enter makes a line; it does not submit. */
export function TextArea({
  ref,
  rows = 3,
  ...props
}: TextProps & { readonly rows?: number; readonly ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <AriaTextField {...common(props)}>
      <Frame {...props}>
        <AriaTextArea ref={ref} rows={rows} spellCheck="false" className="field-box focus-ring py-2" />
      </Frame>
    </AriaTextField>
  );
}
