/** The element by which a field of the form is entered: its radio in force, its list's button, or its input. */
function entranceOf(field: Element): HTMLElement | null {
  return (
    field.querySelector<HTMLElement>('input[type="radio"]:checked:not(:disabled)') ??
    field.querySelector<HTMLElement>(
      'input:not(:disabled):not([type="hidden"]), textarea:not(:disabled), button[aria-haspopup="listbox"]:not(:disabled)',
    )
  );
}

const fieldsOf = (form: Element): readonly Element[] => [...form.querySelectorAll('[data-field]')];

/** Goes to the first of these fields in the order of the form. False if the form has none of them. */
export function focusFirst(form: Element, wanted: ReadonlySet<string>): boolean {
  const first = fieldsOf(form).find((field) => wanted.has(field.getAttribute('data-field') ?? ''));
  const entrance = first === undefined ? null : entranceOf(first);
  entrance?.focus();
  return entrance !== null;
}

/** Goes to the field after the one that holds `from`. False if it is the last. */
export function focusNext(form: Element, from: Element): boolean {
  const fields = fieldsOf(form);
  const at = fields.findIndex((field) => field.contains(from));
  const next = fields
    .slice(at + 1)
    .map(entranceOf)
    .find((entrance) => entrance !== null);
  next?.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  return next !== undefined;
}
