import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { useText } from '../app/i18n.ts';
import { descriptionClass, ErrorText, type FieldProps, labelClass, RequiredMark } from './field.tsx';

export interface Option<I extends string = string> {
  readonly id: I;
  readonly label: string;
  readonly description?: string;
}

export interface SelectProps<I extends string> extends FieldProps {
  readonly value: I | null;
  readonly onChange: (id: I) => void;
  readonly options: readonly Option<I>[];
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly className?: string;
}

/** One of a few. Arrow keys change it while it is closed; Enter, Space or ↓ opens it. */
export function Select<I extends string>(props: SelectProps<I>) {
  const {
    label,
    value,
    onChange,
    options,
    error,
    description,
    required,
    isDisabled = false,
    name,
    onBlur,
  } = props;
  const t = useText();
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      isInvalid={error !== undefined}
      isRequired={required === true}
      isDisabled={isDisabled}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      placeholder={props.placeholder ?? t('field.choose')}
      className={`min-w-0 ${props.className ?? ''}`}
      {...(name === undefined ? {} : { name })}
      {...(onBlur === undefined ? {} : { onBlur: () => onBlur() })}
    >
      <Label className={labelClass}>
        {label}
        <RequiredMark required={required} />
      </Label>
      <Button
        className="field-box focus-ring flex items-center justify-between gap-2 text-left"
        {...(error === undefined ? {} : { 'data-invalid': true })}
      >
        <SelectValue className="truncate data-[placeholder]:text-ink-soft">
          {/* The words alone: what else a row of the list shows stays in the list. */}
          {({ selectedText, defaultChildren }) => (selectedText === '' ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden size={18} className="shrink-0" />
      </Button>
      {description === undefined ? null : (
        <Text slot="description" className={descriptionClass}>
          {description}
        </Text>
      )}
      <FieldError>{error === undefined ? null : <ErrorText>{error}</ErrorText>}</FieldError>
      <Popover className="min-w-(--trigger-width) overflow-auto rounded-8 border border-line bg-surface text-ink shadow-2">
        <ListBox items={options} className="py-1 outline-none">
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="flex items-start gap-2 px-3 py-1.5 outline-none data-[focused]:bg-selected data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-(--focus-outer)"
            >
              {({ isSelected }) => (
                <>
                  <Check aria-hidden size={18} className={`mt-1 shrink-0 ${isSelected ? '' : 'invisible'}`} />
                  <span>
                    <Text slot="label" className="block">
                      {option.label}
                    </Text>
                    {option.description === undefined ? null : (
                      <Text slot="description" className="block text-sm text-ink-soft">
                        {option.description}
                      </Text>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
