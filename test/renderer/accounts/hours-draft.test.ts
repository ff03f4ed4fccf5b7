import { expect, test } from 'vitest';
import { draftOf, readHours } from '../../../renderer/accounts/people/hours-draft.ts';
import { Hours } from '../../../shared/accounts/hours.ts';

test('hours that stand are shown and read back as they are, a night shift and the end of the day too', () => {
  for (const hours of [
    { days: [1, 2, 3, 4, 5], from: 510, until: 1035 },
    { days: [0, 6], from: 1020, until: 510 },
    { days: [3], from: 0, until: 1440 },
  ]) {
    expect(readHours(draftOf(hours))).toEqual({ hours, problems: {} });
    expect(Hours.parse(hours)).toEqual(hours);
  }
  expect(readHours(draftOf(null))).toEqual({ hours: null, problems: {} });
});

test('times are read as offices write them, days in any order', () => {
  const draft = { limited: true, days: [5, 1], from: '８時30分', until: '1715' };
  expect(readHours(draft)).toEqual({ hours: { days: [1, 5], from: 510, until: 1035 }, problems: {} });
});

test.each([
  [{ days: [] }, { days: 'required' }],
  [{ from: '' }, { from: 'required' }],
  [{ from: '24:00' }, { from: 'time-impossible' }],
  [{ until: '25:00' }, { until: 'time-impossible' }],
  [{ until: 'evening' }, { until: 'time-malformed' }],
])('%j is named', (over, problems) => {
  const draft = { limited: true, days: [1], from: '08:30', until: '17:15', ...over };
  expect(readHours(draft)).toEqual({ hours: null, problems });
});
