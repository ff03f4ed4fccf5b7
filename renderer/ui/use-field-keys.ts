import type { KeyboardEvent, RefObject } from 'react';
import { focusNext } from './field-order.ts';
import { isKey } from './keys.ts';

interface FieldKeys {
  readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const isPlainEnter = (event: KeyboardEvent): boolean => isKey(event.nativeEvent, 'Enter');

/**
 * The keys of a form whose fields stand in `[data-field]` boxes: Enter goes on to the next field and submits in the last, Ctrl+Enter
 * submits from anywhere, nothing happens while an IME composes. `stay` keeps Enter in a field that has use for it.
 */
export function useFieldKeys(
  frame: RefObject<HTMLElement | null>,
  submit: () => void,
  stay: (field: string) => boolean = () => false,
): FieldKeys {
  const advance = (box: HTMLElement, target: HTMLElement): void => {
    const field = target.closest('[data-field]')?.getAttribute('data-field') ?? '';
    if (!stay(field) && !focusNext(box, target)) submit();
  };
  return {
    // Ahead of lists, which open at Enter, and of radio buttons, which keep it: Space does that for both.
    onKeyDownCapture: (event) => {
      const target = event.target as HTMLElement;
      const box = frame.current;
      if (box === null || !box.contains(target)) return;
      const closedList =
        target.getAttribute('aria-haspopup') === 'listbox' && target.getAttribute('aria-expanded') !== 'true';
      const ticked = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
      const whole = isKey(event.nativeEvent, 'Ctrl+Enter');
      if (!whole && !(isPlainEnter(event) && (closedList || ticked))) return;
      event.preventDefault();
      event.stopPropagation();
      if (whole) submit();
      else advance(box, target);
    },
    onKeyDown: (event) => {
      const target = event.target as HTMLElement;
      const box = frame.current;
      if (box === null || !box.contains(target) || event.defaultPrevented) return;
      if (!isPlainEnter(event) || target.closest('[data-field]') === null) return;
      event.preventDefault();
      advance(box, target);
    },
  };
}
