import { describe, expect, test } from 'vitest';
import { parseDate, parseDateTime } from '../../../renderer/ui/parse-date.ts';
import { fromJst } from '../../../shared/kernel/time.ts';

const now = fromJst(2026, 11, 23, 9, 30) ?? 0;
const at = (...parts: Parameters<typeof fromJst>) => ({ state: 'valid', at: fromJst(...parts) });
const invalid = (code: string) => ({ state: 'invalid', code });

describe('a day and time is read as typed', () => {
  test.each([
    ['2026-11-23 14:05', 2026, 11, 23, 14, 5],
    ['2026/11/23 14:05', 2026, 11, 23, 14, 5],
    ['2026.11.23 1405', 2026, 11, 23, 14, 5],
    ['20261123 0905', 2026, 11, 23, 9, 5],
    ['2026-11-23T14:05', 2026, 11, 23, 14, 5],
    ['2026年11月23日 14時5分', 2026, 11, 23, 14, 5],
    ['R8.11.23 14:05', 2026, 11, 23, 14, 5],
    ['r8/11/23 14:05', 2026, 11, 23, 14, 5],
    ['令和8年11月23日 14:05', 2026, 11, 23, 14, 5],
    ['令和元年5月1日 0:00', 2019, 5, 1, 0, 0],
    ['平成31年4月30日 23:59', 2019, 4, 30, 23, 59],
    ['S64.1.7 12:00', 1989, 1, 7, 12, 0],
    ['11/24 8:00', 2026, 11, 24, 8, 0],
    ['14:05', 2026, 11, 23, 14, 5],
    ['1405', 2026, 11, 23, 14, 5],
    ['２０２６－１１－２３　１４：０５', 2026, 11, 23, 14, 5],
    ['  8:00 ', 2026, 11, 23, 8, 0],
  ] as const)('%s', (typed, year, month, day, hour, minute) => {
    expect(parseDateTime(typed, now)).toEqual(at(year, month, day, hour, minute));
  });

  test.each([
    ['', { state: 'empty' }],
    ['   ', { state: 'empty' }],
    ['2026-11-23', invalid('time-missing')],
    ['明日', invalid('date-malformed')],
    ['2026-11-23 昼', invalid('time-malformed')],
    ['2026-02-30 10:00', invalid('date-impossible')],
    ['2026-11-23 24:00', invalid('time-impossible')],
    ['14:60', invalid('time-impossible')],
    ['平成31年5月1日 10:00', invalid('era-mismatch')],
    ['R1.4.30 10:00', invalid('era-mismatch')],
    ['26-11-23 10:00', invalid('date-ambiguous')],
    ['1969-12-31 10:00', invalid('date-impossible')],
  ])('%j is refused', (typed, expected) => {
    expect(parseDateTime(typed, now)).toEqual(expected);
  });
});

describe('a day alone', () => {
  test('is its beginning in Japan', () => {
    expect(parseDate('R8.11.23', now)).toEqual(at(2026, 11, 23));
    expect(parseDate('11/23', now)).toEqual(at(2026, 11, 23));
  });
  test('has no time behind it', () => {
    expect(parseDate('2026-11-23 14:05', now)).toEqual(invalid('date-malformed'));
  });
});
