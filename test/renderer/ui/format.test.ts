import { describe, expect, test } from 'vitest';
import { formatFor } from '../../../renderer/ui/format.ts';
import { fromJst, MINUTE } from '../../../shared/kernel/time.ts';

const at = fromJst(2026, 11, 23, 4, 5) ?? 0;
const ja = formatFor({ language: 'ja', era: false });
const wareki = formatFor({ language: 'ja', era: true });
const en = formatFor({ language: 'en', era: false });

describe('dates', () => {
  test('are shown in Japan, 24 hours, in the calendar chosen', () => {
    expect(ja.dateTime(at)).toBe('2026-11-23 04:05');
    expect(wareki.date(at)).toBe('令和8年11月23日');
    expect(wareki.dateTime(at)).toBe('R8.11.23 04:05');
    expect(formatFor({ language: 'en', era: true }).date(at)).toBe('R8.11.23');
    expect([ja.weekday(at), en.weekday(at)]).toEqual(['月', 'Mon']);
  });
  test('call the first year of an era 元年', () => {
    expect(wareki.date(fromJst(2019, 5, 1) ?? 0)).toBe('令和元年5月1日');
    expect(wareki.date(fromJst(2019, 4, 30) ?? 0)).toBe('平成31年4月30日');
  });
  test('of today show the time alone', () => {
    expect(ja.dayTime(at, fromJst(2026, 11, 23, 23, 59) ?? 0)).toBe('04:05');
    expect(ja.dayTime(at, fromJst(2026, 11, 24, 0, 0) ?? 0)).toBe('2026-11-23 04:05');
  });
});

test('the fiscal year begins in April', () => {
  const march = fromJst(2027, 3, 31, 23, 59) ?? 0;
  const april = fromJst(2027, 4, 1) ?? 0;
  expect([ja.fiscalYear(march), ja.fiscalYear(april)]).toEqual(['2026年度', '2027年度']);
  expect([wareki.fiscalYear(march), en.fiscalYear(march)]).toEqual(['令和8年度', 'FY2026']);
  expect(wareki.fiscalYear(fromJst(2019, 4, 1) ?? 0)).toBe('令和元年度');
});

test('durations leave out what is nothing', () => {
  expect([0, 59_999, 61 * MINUTE, 120 * MINUTE, 1440 * MINUTE, 1505 * MINUTE].map(ja.duration)).toEqual([
    '0分',
    '0分',
    '1時間1分',
    '2時間',
    '1日',
    '1日1時間',
  ]);
  expect([61 * MINUTE, -5].map(en.duration)).toEqual(['1 h 1 min', '0 min']);
});
