import { describe, expect, it } from 'vitest';
import {
  type DateFault,
  parseDate,
  parseDateTime,
  parseJapaneseDateTime,
} from '../../../shared/kernel/dates.ts';

const at = (iso: string): number => Date.parse(iso);
const TODAY = at('2026-11-23T12:00:00+09:00');

describe('parseDateTime', () => {
  it.each([
    ['2016-05-31 00:05', '2016-05-31T00:05:00+09:00'],
    ['2016/5/31 0:05:10', '2016-05-31T00:05:10+09:00'],
    ['2016.5.31 9:30', '2016-05-31T09:30:00+09:00'],
    ['20160531 0005', '2016-05-31T00:05:00+09:00'],
    ['201605310005', '2016-05-31T00:05:00+09:00'],
    ['20160531000510', '2016-05-31T00:05:10+09:00'],
    ['2016年5月31日 0時5分', '2016-05-31T00:05:00+09:00'],
    ['2016年5月31日9時', '2016-05-31T09:00:00+09:00'],
    ['2016/5/31(火) 9:30', '2016-05-31T09:30:00+09:00'],
    ['２０１６／５／３１　２３：５９', '2016-05-31T23:59:00+09:00'],
    ['R8.11.23 9:30', '2026-11-23T09:30:00+09:00'],
    ['令和8年11月23日 午後1時5分', '2026-11-23T13:05:00+09:00'],
    ['令和元年5月1日 0:00', '2019-05-01T00:00:00+09:00'],
    ['㍻31年4月30日 10:00', '2019-04-30T10:00:00+09:00'],
    ['H28.5.31 1:05 PM', '2016-05-31T13:05:00+09:00'],
    ['令8.11.23 9:30', '2026-11-23T09:30:00+09:00'],
    ['S64.1.7 10:00', '1989-01-07T10:00:00+09:00'],
    ['2016-05-31T00:05:00Z', '2016-05-31T00:05:00Z'],
    ['2016-05-31T00:05:00.25+01:00', '2016-05-31T00:05:00.250+01:00'],
    ['2016-05-31T00:05:00-0500', '2016-05-31T00:05:00-05:00'],
    [' 2016-05-31 00:05 ', '2016-05-31T00:05:00+09:00'],
    ['2024-02-29 00:00', '2024-02-29T00:00:00+09:00'],
    ['2016-05-31 12:30 AM', '2016-05-31T00:30:00+09:00'],
  ])('reads %s', (text, iso) => {
    expect(parseDateTime(text)).toEqual({ ok: true, value: at(iso) });
  });

  it.each<[string, DateFault]>([
    ['', 'date-malformed'],
    ['yesterday', 'date-malformed'],
    ['42521.0035', 'date-malformed'],
    ['2016-05/31 00:05', 'date-malformed'],
    ['2016-05-311 00:05', 'date-malformed'],
    ['31/05/2016 00:05', 'date-ambiguous'],
    ['05/31/2016 00:05', 'date-ambiguous'],
    ['16/05/31 00:05', 'date-ambiguous'],
    ['5/31 00:05', 'date-ambiguous'],
    ['2016-02-30 00:05', 'date-impossible'],
    ['2023-02-29 00:05', 'date-impossible'],
    ['2016-13-01 00:05', 'date-impossible'],
    ['2016/5/31(水) 9:30', 'date-impossible'],
    ['1969-12-31 00:05', 'date-impossible'],
    ['平成31年5月1日 10:00', 'era-mismatch'],
    ['令和元年4月30日 10:00', 'era-mismatch'],
    ['S64.1.8 10:00', 'era-mismatch'],
    ['令和0年5月1日 10:00', 'date-impossible'],
    ['2016-05-31 24:00', 'time-impossible'],
    ['2016-05-31 23:60', 'time-impossible'],
    ['2016-05-31 午前12時', 'time-impossible'],
    ['2016-05-31 25:00 PM', 'time-impossible'],
    ['2016-05-31 noon', 'time-malformed'],
    ['2016-05-31 10:00+99:00', 'time-malformed'],
    ['2016-05-31', 'time-missing'],
    ['R8.11.23', 'time-missing'],
  ])('refuses %s as %s', (text, fault) => {
    expect(parseDateTime(text)).toEqual({ ok: false, fault });
  });

  it.each([
    ['9:30', '2026-11-23T09:30:00+09:00'],
    ['930', '2026-11-23T09:30:00+09:00'],
    ['0930', '2026-11-23T09:30:00+09:00'],
    ['午後1時5分', '2026-11-23T13:05:00+09:00'],
    ['11/22 18:00', '2026-11-22T18:00:00+09:00'],
    ['11月22日 18:00', '2026-11-22T18:00:00+09:00'],
  ])('reads %s with the day or year of today where today is given', (text, iso) => {
    expect(parseJapaneseDateTime(text, { today: TODAY })).toBe(at(iso));
  });

  it('reads no time that does not exist even where today is given', () => {
    expect(parseJapaneseDateTime('24:00', { today: TODAY })).toBeUndefined();
    expect(parseJapaneseDateTime('31/05 10:00', { today: TODAY })).toBeUndefined();
  });
});

describe('parseDate', () => {
  it('reads a date alone and nothing after it', () => {
    expect(parseDate('令和８年１１月２３日（月）')).toEqual({
      ok: true,
      value: { year: 2026, month: 11, day: 23 },
    });
    expect(parseDate('2026-11-23 10:00')).toEqual({ ok: false, fault: 'date-malformed' });
  });
});
