import { useEffect, useEffectEvent } from 'react';
import { isKey } from './keys.ts';

/** Whether what has the focus takes letters: keys typed there belong to it. */
export const writesText = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(element.type));

/** Leads to the search field with Ctrl+F, and with / where nothing is being written. */
export function useSearchKeys(go: () => void): void {
  const pressed = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const slash = isKey(event, '/') && !writesText(document.activeElement);
    if (event.defaultPrevented || !(slash || isKey(event, 'Ctrl+F'))) return;
    if (document.querySelector('[role="dialog"],[role="alertdialog"]') !== null) return;
    event.preventDefault();
    go();
  });
  useEffect(() => {
    const heard = (event: globalThis.KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}
