import type { ImportProblemCode } from '../../../shared/entries/import-refusals.ts';
import type { ImportField } from '../../../shared/entries/import-model.ts';
import { instantOf, parseDate, parseDateTime, parseTime } from '../../../shared/kernel/dates.ts';
import { type Instant, jstParts } from '../../../shared/kernel/time.ts';

/** The text of the one column that fills a field; undefined if no column does. */
export type CellOf = (field: ImportField) => string | undefined;

export type Moment =
  | { readonly at: Instant | null }
  | { readonly field: ImportField; readonly problem: ImportProblemCode };

/** A moment from a date and a time that stand in columns of their own. */
function joined(dateField: ImportField, date: string, timeField: ImportField, time: string): Moment {
  const day = parseDate(date);
  if (!day.ok) return { field: dateField, problem: date === '' ? 'required' : day.fault };
  const clock = parseTime(time);
  if (!clock.ok) return { field: timeField, problem: time === '' ? 'time-missing' : clock.fault };
  const at = instantOf(day.value, clock.value);
  return at === undefined ? { field: dateField, problem: 'date-impossible' } : { at };
}

function whole(field: ImportField, text: string): Moment {
  const parsed = parseDateTime(text);
  return parsed.ok ? { at: parsed.value } : { field, problem: parsed.fault };
}

/** When somebody came in, as the row has it. */
export function enteredMoment(cell: CellOf): Moment {
  const text = cell('enteredAt');
  if (text !== undefined) {
    return text === '' ? { field: 'enteredAt', problem: 'required' } : whole('enteredAt', text);
  }
  return joined('enteredDate', cell('enteredDate') ?? '', 'enteredTime', cell('enteredTime') ?? '');
}

/**
 * When they left; null where the row does not say. A time without a date of its own is one of the day of coming in:
 * past midnight that is before the entry, and refused, as the file does not say which day it was.
 */
export function exitedMoment(cell: CellOf, entered: Instant): Moment {
  const text = cell('exitedAt');
  if (text !== undefined) return text === '' ? { at: null } : whole('exitedAt', text);
  const time = cell('exitedTime') ?? '';
  const date = cell('exitedDate');
  if (time === '')
    return date === undefined || date === ''
      ? { at: null }
      : { field: 'exitedTime', problem: 'time-missing' };
  if (date !== undefined) return joined('exitedDate', date, 'exitedTime', time);
  const clock = parseTime(time);
  if (!clock.ok) return { field: 'exitedTime', problem: clock.fault };
  const at = instantOf(jstParts(entered), clock.value);
  return at === undefined ? { field: 'exitedTime', problem: 'time-impossible' } : { at };
}
