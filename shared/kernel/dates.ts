import { fromJst, type Instant, jstParts, wareki } from './time.ts';

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Why a text is no date or time; `time-missing`: a date stands there alone where a time is needed too. */
export type DateFault =
  | 'date-malformed'
  | 'date-ambiguous'
  | 'date-impossible'
  | 'era-mismatch'
  | 'time-malformed'
  | 'time-impossible'
  | 'time-missing';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: DateFault };

export interface DateOptions {
  /** Where it is given, a month and day without year and a time without date are read as of its day or year in Japan. */
  readonly today?: Instant;
}

const fail = (fault: DateFault): { readonly ok: false; readonly fault: DateFault } => ({ ok: false, fault });
const pass = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

const plain = (text: string): string => text.normalize('NFKC').trim();

const WESTERN =
  /^(?<year>\d{4})(?:(?<sep>[-/.])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})(?!\d)|\s*年\s*(?<month2>\d{1,2})\s*月\s*(?<day2>\d{1,2})\s*日)/u;
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=$|[\sT(]|\d{4}$|\d{6}$)/iu;
const ERA =
  /^(?<era>令和|平成|昭和|大正|明治|[令平昭大明RHSTM])\s*(?<year>元|\d{1,2})(?:(?<sep>[-/.])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})(?!\d)|\s*年\s*(?<month2>\d{1,2})\s*月\s*(?<day2>\d{1,2})\s*日)/iu;
const NO_YEAR =
  /^(?:(?<month>\d{1,2})\/(?<day>\d{1,2})|(?<month2>\d{1,2})\s*月\s*(?<day2>\d{1,2})\s*日)(?![\d/])/u;
const AMBIGUOUS = /^\d{1,2}(?<sep>[-/.])\d{1,2}\k<sep>(?:\d{4}|\d{2})(?!\d)/u;
const WEEKDAY = /^\s*\((?<weekday>[日月火水木金土])(?:曜日?)?\)/u;
const WEEKDAYS = '日月火水木金土';

const ERA_YEARS: Readonly<Record<string, number>> = {
  令和: 2019,
  平成: 1989,
  昭和: 1926,
  大正: 1912,
  明治: 1868,
};
const ERA_SHORT: Readonly<Record<string, string>> = {
  R: '令和',
  H: '平成',
  S: '昭和',
  T: '大正',
  M: '明治',
  令: '令和',
  平: '平成',
  昭: '昭和',
  大: '大正',
  明: '明治',
};

interface Read<T> {
  readonly value: T;
  readonly rest: string;
}

function startOf({ year, month, day }: CalendarDate): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? at - 9 * 3_600_000 : undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function monthAndDay(groups: Groups): { month: number; day: number } {
  return {
    month: Number(groups['month'] ?? groups['month2']),
    day: Number(groups['day'] ?? groups['day2']),
  };
}

function dateFrom(groups: Groups, today: Instant | undefined): Parsed<CalendarDate> {
  const { month, day } = monthAndDay(groups);
  const letters = groups['era'];
  if (letters !== undefined) {
    const era = ERA_SHORT[letters.toUpperCase()] ?? letters;
    const count = groups['year'] === '元' ? 1 : Number(groups['year']);
    const date = { year: (ERA_YEARS[era] ?? 0) + count - 1, month, day };
    const start = startOf(date);
    if (start === undefined || count === 0) return fail('date-impossible');
    return wareki(start)?.era === era ? pass(date) : fail('era-mismatch');
  }
  const year = groups['year'];
  if (year === undefined && today === undefined) return fail('date-ambiguous');
  const date = { year: year === undefined ? jstParts(today ?? 0).year : Number(year), month, day };
  return startOf(date) === undefined ? fail('date-impossible') : pass(date);
}

/** Reads a date at the beginning of a text that {@link plain} has been applied to. */
function readDate(text: string, today: Instant | undefined): Parsed<Read<CalendarDate>> {
  if (AMBIGUOUS.test(text)) return fail('date-ambiguous');
  const match = WESTERN.exec(text) ?? COMPACT.exec(text) ?? ERA.exec(text) ?? NO_YEAR.exec(text);
  if (match?.groups === undefined) return fail('date-malformed');
  const date = dateFrom(match.groups, today);
  if (!date.ok) return date;
  const rest = text.slice(match[0].length);
  const weekday = WEEKDAY.exec(rest);
  if (weekday === null) return pass({ value: date.value, rest });
  const named = WEEKDAYS.indexOf(weekday.groups?.['weekday'] ?? '');
  const { year, month, day } = date.value;
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDay() !== named) return fail('date-impossible');
  return pass({ value: date.value, rest: rest.slice(weekday[0].length) });
}

const TIME =
  /^(?:(?<half>午前|午後|[AP]M)\s*)?(?:(?<hour>\d{1,2})(?::(?<minute>\d{1,2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?|\s*時\s*(?:(?<minute2>\d{1,2})\s*分\s*(?:(?<second2>\d{1,2})\s*秒)?)?)|(?<compact>\d{4}|\d{6}))(?:\s*(?<half2>[AP]M))?$/iu;

/** The hour of a day of 24 for one of a half day. 午前12時 and 午後12時 mean noon to some and midnight to others: neither. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  const later = half === '午後' || half.toUpperCase() === 'PM' ? 12 : 0;
  if (hour <= 11) return hour + later;
  return hour === 12 && !half.startsWith('午') ? later : undefined;
}

function readTime(text: string): Parsed<ClockTime> {
  const groups = TIME.exec(text)?.groups;
  if (groups === undefined) return fail('time-malformed');
  const compact = groups['compact'];
  const fields =
    compact === undefined
      ? [
          groups['hour'],
          groups['minute'] ?? groups['minute2'] ?? '0',
          groups['second'] ?? groups['second2'] ?? '0',
        ]
      : [compact.slice(0, 2), compact.slice(2, 4), compact.slice(4) || '0'];
  const [typed = Number.NaN, minute = 0, second = 0] = fields.map(Number);
  const hour = hourOf(typed, groups['half'] ?? groups['half2']);
  if (hour === undefined || minute > 59 || second > 59) return fail('time-impossible');
  const millisecond = Number((groups['fraction'] ?? '0').padEnd(3, '0').slice(0, 3));
  return pass({ hour, minute, second, millisecond });
}

/**
 * A date of the calendar as offices write it: 2016-05-31, 2016/5/31, 2016.5.31, 20160531, 2016年5月31日, R8.11.23,
 * 令和8年11月23日, 平成元年…, with or without (火), in any width. An era has to be the one of that day: 平成31年5月1日 is
 * `era-mismatch`. 31/05/2016 and 16/05/31 are `date-ambiguous`; so is 5/31, unless `today` gives the year.
 */
export function parseDate(text: string, options: DateOptions = {}): Parsed<CalendarDate> {
  const read = readDate(plain(text), options.today);
  if (!read.ok) return read;
  return read.value.rest.trim() === '' ? pass(read.value.value) : fail('date-malformed');
}

/** A time of the day: 0:05, 00:05:10, 0005, 000510, 0時5分, 午後1時5分, 1:05 PM. 24:00 is `time-impossible`. */
export function parseTime(text: string): Parsed<ClockTime> {
  return readTime(plain(text));
}

/** The instant of a date and time in Japan; undefined before 1970 and after 9999. */
export function instantOf(date: CalendarDate, time: ClockTime): Instant | undefined {
  const at = fromJst(date.year, date.month, date.day, time.hour, time.minute, time.second);
  return at === undefined ? undefined : at + time.millisecond;
}

const ZONE = /\s*(?<zone>Z|[+-]\d{2}:?\d{2})$/iu;

/** Minutes east of Greenwich; undefined if there is no such offset. */
function offsetOf(zone: string): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function momentOf(date: CalendarDate, rest: string): Parsed<Instant> {
  const zone = ZONE.exec(rest);
  const time = readTime(zone === null ? rest : rest.slice(0, zone.index));
  if (!time.ok) return time;
  const at = instantOf(date, time.value);
  if (at === undefined) return fail('date-impossible');
  const name = zone?.groups?.['zone'];
  if (name === undefined) return pass(at);
  const offset = offsetOf(name);
  if (offset === undefined) return fail('time-malformed');
  const moved = at + (9 * 60 - offset) * 60_000;
  return moved < 0 ? fail('date-impossible') : pass(moved);
}

/**
 * A date with a time, as {@link parseDate} and {@link parseTime} read them, apart by white space or T, or 12 or 14 digits in
 * one; also ISO 8601 with Z or an offset. Without an offset it is Japan Standard Time. A date alone is `time-missing`: no
 * time is ever made up. With `today`, a time alone is one of today.
 */
export function parseDateTime(text: string, options: DateOptions = {}): Parsed<Instant> {
  const whole = plain(text);
  const { today } = options;
  if (today !== undefined) {
    const alone = /^\d{3}$/u.test(whole) ? `0${whole}` : whole;
    const moment = momentOf(jstParts(today), alone);
    if (moment.ok || moment.fault === 'time-impossible') return moment;
  }
  const read = readDate(whole, today);
  if (!read.ok) return read;
  const rest = read.value.rest.replace(/^(?:T|\s+)/iu, '').trim();
  return rest === '' ? fail('time-missing') : momentOf(read.value.value, rest);
}

/** The instant that a typed text stands for ({@link parseDateTime}); undefined if it stands for none. */
export function parseJapaneseDateTime(text: string, options: DateOptions = {}): Instant | undefined {
  const parsed = parseDateTime(text, options);
  return parsed.ok ? parsed.value : undefined;
}
