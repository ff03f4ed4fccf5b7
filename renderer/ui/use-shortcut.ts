import { useEffect, useEffectEvent } from 'react';
import { isKey } from './keys.ts';

export interface ShortcutOptions {
  readonly enabled?: boolean;
  /** The shortcut belongs to a dialog: it also works while one stands. */
  readonly inDialog?: boolean;
}

function dialogStands(): boolean {
  return document.querySelector('[role="dialog"],[role="alertdialog"]') !== null;
}

/** Does something at a key combination anywhere in the window; never while an IME composes. */
export function useShortcut(keys: string, action: () => void, options: ShortcutOptions = {}): void {
  const { enabled = true, inDialog = false } = options;
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !isKey(event, keys)) return;
    if (!inDialog && dialogStands()) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const heard = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [enabled]);
}
