import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useText } from '../app/i18n.ts';
import { descriptionClass, ErrorText, type FieldProps, labelClass, RequiredMark } from './field.tsx';
import { isComposing } from './keys.ts';

export interface ComboBoxProps<T> extends FieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is offered for the present text; the page looks it up. */
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly textOf: (item: T) => string;
  readonly renderItem?: (item: T) => ReactNode;
  /** Somebody chose an item; without it, its text is taken. */
  readonly onPick?: (item: T) => void;
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Puts the list under its field, or above it where there is more room, in the top layer so that no pane cuts it off. */
function place(list: HTMLElement, field: HTMLElement): void {
  const box = field.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - 8;
  const above = box.top - 8;
  const up = below < 200 && above > below;
  list.style.left = `${box.left}px`;
  list.style.width = `${box.width}px`;
  list.style.maxHeight = `${Math.min(320, up ? above : below)}px`;
  list.style.top = up ? 'auto' : `${box.bottom + 4}px`;
  list.style.bottom = up ? `${window.innerHeight - box.top + 4}px` : 'auto';
}

/**
 * Free text with suggestions. The arrow keys highlight one, Enter or Tab takes the highlighted one, Escape closes; without a
 * highlight Enter belongs to the form. Keys of an IME composition are left alone.
 */
export function ComboBox<T>(props: ComboBoxProps<T>) {
  const {
    label,
    value,
    onChange,
    items,
    keyOf,
    textOf,
    error,
    description,
    required,
    isDisabled = false,
  } = props;
  const t = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  const [highlighted, setHighlighted] = useState<string | null>(null);

  const open = asked && items.length > 0;
  const index = open ? items.findIndex((item) => keyOf(item) === highlighted) : -1;

  useLayoutEffect(() => {
    const [box, input] = [list.current, field.current];
    if (!open || box === null || input === null) return undefined;
    const put = (): void => place(box, input);
    if (typeof box.showPopover === 'function' && !box.matches(':popover-open')) box.showPopover();
    put();
    window.addEventListener('resize', put);
    document.addEventListener('scroll', put, true);
    return () => {
      window.removeEventListener('resize', put);
      document.removeEventListener('scroll', put, true);
    };
  }, [open]);

  const close = (): void => {
    setAsked(false);
    setHighlighted(null);
  };
  const pick = (item: T): void => {
    if (props.onPick === undefined) onChange(textOf(item));
    else props.onPick(item);
    close();
  };
  const move = (to: number): void => {
    const item = items[(to + items.length) % items.length];
    if (item === undefined) return;
    setHighlighted(keyOf(item));
    document.getElementById(`${id}-${items.indexOf(item)}`)?.scrollIntoView({ block: 'nearest' });
  };

  const pressed = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    const chosen = items[index];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (!open) setAsked(true);
        else if (event.key === 'ArrowDown') move(index + 1);
        else move(index < 0 ? items.length - 1 : index - 1);
        break;
      case 'Enter':
        if (chosen === undefined) close();
        else {
          event.preventDefault();
          pick(chosen);
        }
        break;
      case 'Tab':
        if (chosen !== undefined) pick(chosen);
        break;
      case 'Escape':
        if (open) {
          event.preventDefault();
          event.stopPropagation();
          close();
        }
        break;
      default:
    }
  };

  const notes = [description === undefined ? '' : `${id}-d`, error === undefined ? '' : `${id}-e`]
    .join(' ')
    .trim();
  return (
    <div className={`min-w-0 ${props.className ?? ''}`}>
      <label htmlFor={id} className={labelClass}>
        {label}
        <RequiredMark required={required} />
      </label>
      <input
        id={id}
        ref={(element) => {
          field.current = element;
          if (typeof props.ref === 'function') props.ref(element);
          else if (props.ref !== undefined && props.ref !== null) props.ref.current = element;
        }}
        name={props.name}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        autoFocus={props.autoFocus ?? false}
        disabled={isDisabled}
        value={value}
        aria-expanded={open}
        aria-controls={open ? `${id}-l` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
        aria-required={required === true}
        aria-invalid={error !== undefined}
        aria-describedby={notes === '' ? undefined : notes}
        onChange={(event) => {
          onChange(event.target.value);
          setAsked(true);
          setHighlighted(null);
        }}
        onKeyDown={pressed}
        onBlur={() => {
          close();
          props.onBlur?.();
        }}
        className="field-box focus-ring"
      />
      {open ? (
        <div
          ref={list}
          id={`${id}-l`}
          role="listbox"
          aria-label={t('field.suggestions', { label })}
          popover="manual"
          className="fixed m-0 overflow-auto rounded-8 border border-line bg-surface p-0 py-1 text-ink shadow-2"
        >
          {items.map((item, order) => (
            <div
              key={keyOf(item)}
              id={`${id}-${order}`}
              role="option"
              tabIndex={-1}
              aria-selected={keyOf(item) === highlighted}
              className={`px-3 py-1.5 ${keyOf(item) === highlighted ? 'bg-selected' : 'hover:bg-hover'}`}
              // The field keeps the focus: a press must not take it.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(item)}
            >
              {props.renderItem === undefined ? textOf(item) : props.renderItem(item)}
            </div>
          ))}
        </div>
      ) : null}
      <span aria-live="polite" className="sr-only">
        {open ? t('field.suggestionCount', { n: items.length }) : ''}
      </span>
      {description === undefined ? null : (
        <span id={`${id}-d`} className={descriptionClass}>
          {description}
        </span>
      )}
      {error === undefined ? null : (
        <span id={`${id}-e`}>
          <ErrorText>{error}</ErrorText>
        </span>
      )}
    </div>
  );
}
