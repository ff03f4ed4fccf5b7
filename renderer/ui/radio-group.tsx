import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup';
import { ErrorText, type FieldProps, labelClass, RequiredMark } from './field.tsx';
import type { Option } from './select.tsx';

export interface RadioGroupProps<I extends string> extends FieldProps {
  readonly value: I | null;
  readonly onChange: (id: I) => void;
  readonly options: readonly Option<I>[];
  readonly orientation?: 'horizontal' | 'vertical';
}

/** One of a few, all of them in sight. */
export function RadioGroup<I extends string>(props: RadioGroupProps<I>) {
  const {
    label,
    value,
    onChange,
    options,
    error,
    required,
    isDisabled = false,
    orientation = 'horizontal',
  } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      orientation={orientation}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      isRequired={required === true}
      validationBehavior="aria"
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(props.onBlur === undefined ? {} : { onBlur: () => props.onBlur?.() })}
    >
      <Label className={labelClass}>
        {label}
        <RequiredMark required={required} />
      </Label>
      <div className={`flex gap-x-5 gap-y-1 ${orientation === 'vertical' ? 'flex-col' : 'flex-wrap'}`}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="group inline-flex items-start gap-2 py-1">
            <span className="mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-line-strong bg-surface group-data-[focus-visible]:outline-3 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-(--focus-outer) group-data-[selected]:border-accent">
              <span className="size-2.5 rounded-full bg-accent opacity-0 group-data-[selected]:opacity-100" />
            </span>
            <span>
              {option.label}
              {option.description === undefined ? null : (
                <span className="block text-sm text-ink-soft">{option.description}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError>{error === undefined ? null : <ErrorText>{error}</ErrorText>}</FieldError>
    </AriaRadioGroup>
  );
}
