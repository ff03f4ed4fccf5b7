import type { FormField } from '../proposals/proposal-form.tsx';
import type { usePeopleText } from './text.ts';

type FieldOf = (name: string, label: string) => FormField;
type Text = ReturnType<typeof usePeopleText>;

// A form has to know all its fields before it is drawn, so that what is wrong with each is told in its summary.

/** The fields of somebody's name. */
export function nameFields(field: FieldOf, t: Text): Readonly<Record<'name' | 'reading', FormField>> {
  return { name: field('name', t('form.name')), reading: field('reading', t('form.reading')) };
}

/** The fields of allowed hours. */
export function hoursFields(field: FieldOf, t: Text): Readonly<Record<'days' | 'from' | 'until', FormField>> {
  return {
    days: field('days', t('hours.days')),
    from: field('from', t('hours.from')),
    until: field('until', t('hours.until')),
  };
}
