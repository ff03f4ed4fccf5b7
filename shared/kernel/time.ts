import { z } from './zod.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. Every stored time is one of these; Japan Standard Time is a way of showing it. */
export type Instant = number;

const MAX_INSTANT = 253_402_300_799_999;
export const Instant = z.int().min(0).max(MAX_INSTANT);

/** Japan has no summer time: JST is always nine hours ahead. */
const JST_OFFSET = 9 * 3_600_000;
export const DAY = 86_400_000;
export const MINUTE = 60_000;

/** The day in Japan as a count of days since 1970-01-01 (JST). */
export function jstDay(at: Instant): number {
  return Math.floor((at + JST_OFFSET) / DAY);
}

/** The instant at which a day in Japan (as counted by {@link jstDay}) begins. */
export function startOfJstDay(day: number): Instant {
  return day * DAY - JST_OFFSET;
}

export interface JstParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** Calendar and clock fields of an instant in Japan. */
export function jstParts(at: Instant): JstParts {
  const date = new Date(at + JST_OFFSET);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
  };
}

/** The instant of a wall-clock time in Japan; undefined if there is no such date or time (February 30, 24:01). */
export function fromJst(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): Instant | undefined {
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - JST_OFFSET;
  const parts = jstParts(at);
  const same =
    parts.year === year &&
    parts.month === month &&
    parts.day === day &&
    parts.hour === hour &&
    parts.minute === minute &&
    parts.second === second;
  return same && at >= 0 && at <= MAX_INSTANT ? at : undefined;
}

/** The Japanese fiscal year (年度) an instant falls in: April to March, named by the year it begins in. */
export function fiscalYear(at: Instant): number {
  const { year, month } = jstParts(at);
  return month >= 4 ? year : year - 1;
}

interface Era {
  readonly name: string;
  readonly letter: string;
  readonly firstYear: number;
  readonly start: Instant;
}

function eraStart(year: number, month: number, day: number): Instant {
  return Date.UTC(year, month - 1, day) - JST_OFFSET;
}

/** Eras (元号) of the calendar since Meiji 6, newest first, with the first day of each. */
const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', firstYear: 2019, start: eraStart(2019, 5, 1) },
  { name: '平成', letter: 'H', firstYear: 1989, start: eraStart(1989, 1, 8) },
  { name: '昭和', letter: 'S', firstYear: 1926, start: eraStart(1926, 12, 25) },
  { name: '大正', letter: 'T', firstYear: 1912, start: eraStart(1912, 7, 30) },
  { name: '明治', letter: 'M', firstYear: 1868, start: eraStart(1868, 1, 25) },
];

/** The era and its year (1 is 元年) of an instant; undefined before Meiji. */
export function wareki(
  at: Instant,
): { readonly era: string; readonly letter: string; readonly year: number } | undefined {
  const era = ERAS.find((candidate) => at >= candidate.start);
  if (era === undefined) return undefined;
  return { era: era.name, letter: era.letter, year: jstParts(at).year - era.firstYear + 1 };
}

/** Gives the time of now. Main passes the machine's clock, tests one that stands still. */
export type Clock = () => Instant;
