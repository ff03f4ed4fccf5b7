const DAY = 86_400;
/** Days from 1899-12-30 and 1904-01-01 to 1970-01-01. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** 1900-02-29, which Excel has and the calendar has not. */
const FALSE_LEAP = 60;
/** 9999-12-31. */
const LAST = 2_958_465;

const two = (value: number): string => String(value).padStart(2, '0');

function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** How a number format shows a point of time. */
export type DateForm = 'date' | 'time' | 'moment' | 'elapsed';

/**
 * A serial number of Excel as `2026-04-01`, `09:05` or both, to the second; undefined where it stands for no day. The days
 * from 1900 count a 29 February 1900 that never was: before it they are one day off, and itself it is no day.
 */
export function serialText(serial: number, form: DateForm, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST + 1) return undefined;
  const total = Math.round(serial * DAY);
  if (form === 'elapsed') return clock(total);
  const day = Math.floor(total / DAY);
  const time = clock(total % DAY);
  if (day === 0 && form === 'time') return time;
  if (!from1904 && (day === FALSE_LEAP || day === 0)) return undefined;
  const shift = from1904 ? EPOCH_1904 : day < FALSE_LEAP ? EPOCH_1900 - 1 : EPOCH_1900;
  const date = new Date((day - shift) * DAY * 1000).toISOString().slice(0, 10);
  // A time of day that a format hides is lost to nobody: the person saw a day. A day that it hides may be wanted.
  return form === 'date' ? date : `${date} ${time}`;
}
