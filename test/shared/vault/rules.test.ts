import { describe, expect, it, test } from 'vitest';
import { DAY } from '../../../shared/kernel/time.ts';
import { EveryHours, Keep, TypedHead } from '../../../shared/vault/model.ts';
import {
  compareHeads,
  dueAt,
  isDue,
  judgeBackup,
  judgeClock,
  judgeDisk,
  judgeTrail,
} from '../../../shared/vault/rules.ts';

const HOUR = 3_600_000;
const MIB = 1024 * 1024;
const NOW = Date.UTC(2026, 10, 24);

test.each([
  [undefined, 0, 'warn', 'unknown'],
  [0, 0, 'bad', 'almost-full'],
  [200 * MIB - 1, 0, 'bad', 'almost-full'],
  [200 * MIB, 0, 'warn', 'getting-full'],
  [1024 * MIB - 1, 0, 'warn', 'getting-full'],
  [1024 * MIB, 0, 'ok', 'room'],
  [1199, 1000, 'bad', 'almost-full'],
  [5999 * MIB, 5000 * MIB, 'warn', 'getting-full'],
  [6000 * MIB, 5000 * MIB, 'ok', 'room'],
] as const)('a disk with %s bytes free beside a ledger of %s is %s: %s', (free, ledger, light, reason) => {
  expect(judgeDisk(free, ledger)).toEqual({ light, reason });
});

const DAILY = { everyHours: 24 };

/** Ages in hours; undefined where there is none. */
test.each([
  [undefined, undefined, undefined, 2, 'warn', 'none'],
  [undefined, undefined, undefined, 25, 'bad', 'none'],
  [undefined, 1, DAILY, 2, 'bad', 'failed'],
  [1, undefined, DAILY, 100, 'ok', 'fresh'],
  [36, undefined, DAILY, 100, 'ok', 'fresh'],
  [37, undefined, DAILY, 100, 'warn', 'overdue'],
  [72, undefined, DAILY, 100, 'warn', 'overdue'],
  [73, undefined, DAILY, 100, 'bad', 'overdue'],
  [5, 1, DAILY, 100, 'warn', 'failed'],
  [73, 1, DAILY, 100, 'bad', 'failed'],
  [1, 5, DAILY, 100, 'ok', 'fresh'],
  [4, undefined, { everyHours: 1 }, 100, 'warn', 'overdue'],
  [25, undefined, { everyHours: 1 }, 100, 'bad', 'overdue'],
  [1, undefined, undefined, 100, 'warn', 'not-scheduled'],
  [49, undefined, undefined, 100, 'warn', 'old'],
  [169, undefined, undefined, 400, 'bad', 'old'],
] as const)(
  'a backup %s h old, failure %s h ago, schedule %o, founded %s h ago: %s, %s',
  (made, failed, schedule, founded, light, reason) => {
    const ago = (hours: number | undefined) => (hours === undefined ? undefined : NOW - hours * HOUR);
    const facts = { madeAt: ago(made), failedAt: ago(failed), schedule, foundedAt: NOW - founded * HOUR };
    expect(judgeBackup(facts, NOW)).toEqual({ light, reason });
  },
);

test('the clock is judged by the last entry and by when it last went back', () => {
  expect(judgeClock(undefined, undefined, NOW)).toEqual({ light: 'ok', reason: 'right' });
  expect(judgeClock(NOW, NOW - DAY, NOW)).toEqual({ light: 'ok', reason: 'right' });
  expect(judgeClock(NOW, NOW - DAY + 1, NOW)).toEqual({ light: 'warn', reason: 'went-back' });
  expect(judgeClock(NOW + 1, undefined, NOW)).toEqual({ light: 'bad', reason: 'behind-last-entry' });
});

test('the trail is judged by whether it can be written and whether entries are missing', () => {
  expect(judgeTrail(undefined, false)).toEqual({ light: 'ok', reason: 'whole' });
  expect(judgeTrail(undefined, true)).toEqual({ light: 'bad', reason: 'shortfall' });
  expect(judgeTrail('disk-full', true)).toEqual({ light: 'bad', reason: 'read-only' });
});

test('a scheduled backup is due at once, then so many hours after the last; one in the future counts for nothing', () => {
  expect(dueAt(DAILY, undefined)).toBe(0);
  expect(dueAt(DAILY, NOW)).toBe(NOW + DAY);
  expect(isDue(DAILY, undefined, NOW)).toBe(true);
  expect(isDue(DAILY, NOW - DAY + 1, NOW)).toBe(false);
  expect(isDue(DAILY, NOW - DAY, NOW)).toBe(true);
  expect(isDue(DAILY, NOW + 1, NOW)).toBe(true);
});

describe('a chain compared with what is known of it', () => {
  const hashes = ['aa', 'bb', 'cc'].map((byte) => byte.repeat(32));
  const found = { size: 3, hashAt: (seq: number) => hashes[seq - 1] };
  it('lacks nothing where the known entries stand, whole or by their first digits', () => {
    const known = [
      { size: 2, head: 'bb'.repeat(32) },
      { size: 3, head: 'cc'.repeat(8) },
    ];
    expect(compareHeads(found, known)).toEqual({ missing: 0 });
    expect(compareHeads(found, [])).toEqual({ missing: 0 });
  });
  it('A4 lacks as many as the longest known is longer', () => {
    const known = [4, 10, 7].map((size) => ({ size, head: 'dd' }));
    expect(compareHeads(found, known)).toEqual({ missing: 7 });
  });
  it('U8 is another history where one entry differs', () => {
    const known = [
      { size: 9, head: 'dd' },
      { size: 2, head: 'cc'.repeat(32) },
    ];
    expect(compareHeads(found, known)).toBe('other-history');
  });
});

test.each([
  ['AB12 cd34-ef56.7890', 'ab12cd34ef567890'],
  ['ａｂ１２ｃｄ３４ｅｆ５６７８９０', 'ab12cd34ef567890'],
  ['ab12cd34ef56789', undefined],
  ['ab12cd34ef56789g', undefined],
  ['a'.repeat(65), undefined],
])('a hash typed as %s is read as %s', (typed, read) => {
  expect(TypedHead.safeParse(typed).data).toBe(read);
});

test('a schedule is within its bounds', () => {
  expect([0, 1, 744, 745, 1.5, Number.NaN].map((n) => EveryHours.safeParse(n).success)).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([0, 1, 400, 401].map((n) => Keep.safeParse(n).success)).toEqual([false, true, true, false]);
});
