import { fiscalYear, type Instant, jstDay, jstParts, wareki } from '../../shared/kernel/time.ts';

export interface FormatChoice {
  readonly language: 'ja' | 'en';
  /** Dates in 和暦. */
  readonly era: boolean;
}

export interface Format {
  /** 2026-11-23, or 令和8年11月23日 (R8.11.23 in English). */
  readonly date: (at: Instant) => string;
  /** 2026-11-23, or R8.11.23: for tables. */
  readonly shortDate: (at: Instant) => string;
  /** 14:05, in Japan, 24 hours. */
  readonly time: (at: Instant) => string;
  readonly dateTime: (at: Instant) => string;
  /** The time alone if it is today, otherwise the short date and the time. */
  readonly dayTime: (at: Instant, now: Instant) => string;
  /** Days, hours and minutes; under a minute is 0 minutes. */
  readonly duration: (milliseconds: number) => string;
  /** 2026年度 or 令和8年度; FY2026. */
  readonly fiscalYear: (at: Instant) => string;
  /** 月 to 日; Mon to Sun. */
  readonly weekday: (at: Instant) => string;
  readonly number: (value: number) => string;
  /** 980 KB, 12.3 MB, 1.2 GB: in thousands, as disks are sold. */
  readonly bytes: (value: number) => string;
}

const WEEKDAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

const two = (value: number): string => String(value).padStart(2, '0');

function plainDate(at: Instant): string {
  const { year, month, day } = jstParts(at);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function eraYear(year: number): string {
  return year === 1 ? '元' : String(year);
}

function bytes(value: number, language: FormatChoice['language']): string {
  if (value < 1000) return `${value} B`;
  const units = ['KB', 'MB', 'GB', 'TB'] as const;
  let shown = value / 1000;
  let unit = 0;
  while (shown >= 1000 && unit < units.length - 1) {
    shown /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || shown >= 100 ? 0 : 1;
  return `${shown.toLocaleString(language, { maximumFractionDigits: digits })} ${units[unit]}`;
}

/** Dates and numbers as this person wants them. Everything is shown in Japan Standard Time. */
export function formatFor({ language, era }: FormatChoice): Format {
  const shortDate = (at: Instant): string => {
    const reign = era ? wareki(at) : undefined;
    if (reign === undefined) return plainDate(at);
    const { month, day } = jstParts(at);
    return `${reign.letter}${reign.year}.${month}.${day}`;
  };
  const date = (at: Instant): string => {
    const reign = era ? wareki(at) : undefined;
    if (reign === undefined || language === 'en') return shortDate(at);
    const { month, day } = jstParts(at);
    return `${reign.era}${eraYear(reign.year)}年${month}月${day}日`;
  };
  const time = (at: Instant): string => {
    const { hour, minute } = jstParts(at);
    return `${two(hour)}:${two(minute)}`;
  };
  return {
    date,
    shortDate,
    time,
    dateTime: (at) => `${shortDate(at)} ${time(at)}`,
    dayTime: (at, now) => (jstDay(at) === jstDay(now) ? time(at) : `${shortDate(at)} ${time(at)}`),
    duration: (milliseconds) => {
      const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
      const [days, hours, rest] = [
        Math.floor(minutes / 1440),
        Math.floor((minutes % 1440) / 60),
        minutes % 60,
      ];
      const unit = language === 'ja' ? ['日', '時間', '分'] : [' d', ' h', ' min'];
      const parts = [days > 0 ? `${days}${unit[0]}` : '', hours > 0 ? `${hours}${unit[1]}` : ''];
      if (days === 0) parts.push(rest > 0 || hours === 0 ? `${rest}${unit[2]}` : '');
      return parts.filter((part) => part !== '').join(language === 'ja' ? '' : ' ');
    },
    fiscalYear: (at) => {
      const year = fiscalYear(at);
      if (language === 'en') return `FY${year}`;
      // 1 May, so that the fiscal year in which 令和 began is 令和元年度, as offices write it.
      const reign = era ? wareki(Date.UTC(year, 4, 1)) : undefined;
      return reign === undefined ? `${year}年度` : `${reign.era}${eraYear(reign.year)}年度`;
    },
    weekday: (at) => WEEKDAYS[language][jstParts(at).weekday] ?? '',
    number: (value) => value.toLocaleString(language),
    bytes: (value) => bytes(value, language),
  };
}
