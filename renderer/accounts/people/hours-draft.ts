import type { Hours } from '../../../shared/accounts/hours.ts';
import { parseTime } from '../../../shared/kernel/dates.ts';
import { timeOfMinutes } from './words.ts';

/** Allowed hours while they are being typed. */
export interface HoursDraft {
  readonly limited: boolean;
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

const OFFICE = { days: [1, 2, 3, 4, 5], from: '08:30', until: '17:15' } as const;

/** What the fields show for hours that stand; null hours offer an office day, not chosen yet. */
export function draftOf(hours: Hours | null): HoursDraft {
  return hours === null
    ? { limited: false, ...OFFICE }
    : {
        limited: true,
        days: hours.days,
        from: timeOfMinutes(hours.from),
        until: timeOfMinutes(hours.until),
      };
}

const END_OF_DAY = 1440;

/** Minutes of the day that a typed time stands for, or the code of what is wrong. 24:00 can end a span. */
function minutesOf(text: string, end: boolean): number | string {
  if (text.trim() === '') return 'required';
  if (end && text.normalize('NFKC').trim() === '24:00') return END_OF_DAY;
  const parsed = parseTime(text);
  return parsed.ok ? parsed.value.hour * 60 + parsed.value.minute : parsed.fault;
}

export interface ReadHours {
  readonly hours: Hours | null;
  /** Codes of what is wrong, by field; nothing when all is well. */
  readonly problems: Readonly<Partial<Record<'days' | 'from' | 'until', string>>>;
}

/** The hours that a draft stands for. */
export function readHours({ limited, days, from, until }: HoursDraft): ReadHours {
  if (!limited) return { hours: null, problems: {} };
  const [begin, end] = [minutesOf(from, false), minutesOf(until, true)];
  const problems = {
    ...(days.length === 0 ? { days: 'required' } : {}),
    ...(typeof begin === 'string' ? { from: begin } : {}),
    ...(typeof end === 'string' ? { until: end } : {}),
  };
  if (typeof begin === 'string' || typeof end === 'string' || days.length === 0)
    return { hours: null, problems };
  return { hours: { days: [...days].toSorted((a, b) => a - b), from: begin, until: end }, problems };
}
