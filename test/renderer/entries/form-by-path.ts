import { act, fireEvent, screen } from '@testing-library/react';

/** The field of the form with this path. */
export const field = (path: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-field="${path}"]`);
  if (found === null) throw new Error(`no field ${path}`);
  return found;
};

/** What is typed into at a path. */
export const entry = (path: string): HTMLInputElement => {
  const found = field(path).querySelector<HTMLInputElement>('input, textarea');
  if (found === null) throw new Error(`nothing to type into at ${path}`);
  return found;
};

/** The path of the field that has the focus. */
export const focused = (): string | null =>
  document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null;

/** Types a text at a path. */
export const type = (path: string, text: string): void => {
  act(() => entry(path).focus());
  fireEvent.change(entry(path), { target: { value: text } });
};

/** Presses a key where the focus is. */
export const press = (key: string, more: object = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
};

/** Chooses an option by its words at a path. */
export async function choose(path: string, option: string): Promise<void> {
  const button = field(path).querySelector('button');
  if (button === null) throw new Error(`nothing to choose at ${path}`);
  fireEvent.click(button);
  fireEvent.click(await screen.findByRole('option', { name: option }));
}
