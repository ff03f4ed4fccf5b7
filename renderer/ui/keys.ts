/** The name by which assistive technology knows a key combination (`aria-keyshortcuts`). */
export function ariaKeys(keys: string): string {
  return keys.replaceAll('Ctrl', 'Control');
}

/** Whether a key press is that combination (`F4`, `Ctrl+K`, `Shift+Enter`), and not part of an IME composition. */
export function isKey(event: KeyboardEvent, keys: string): boolean {
  if (isComposing(event)) return false;
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === parts.includes('Ctrl') &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt') &&
    !event.metaKey
  );
}

/** An IME is composing: the key belongs to it. 229 is what browsers report for keys an IME has taken. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
