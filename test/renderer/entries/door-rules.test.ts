import { expect, test } from 'vitest';
import { badgeRun } from '../../../renderer/entries/areas/badge-run.ts';
import { badgesFor, inOrder } from '../../../renderer/entries/door/badges.ts';
import {
  emptyDraft,
  fillFromKnown,
  isBlank,
  newMember,
  packDraft,
  readDraft,
} from '../../../renderer/entries/door/draft.ts';
import { problemsOf } from '../../../renderer/entries/door/problems.ts';
import { beginningOf } from '../../../renderer/entries/log/FilterBar.tsx';
import { en } from '../../../renderer/entries/messages.en.ts';
import { ja } from '../../../renderer/entries/messages.ja.ts';
import { AREA, BADGES, badge, REMEMBERED } from './samples.ts';

test('the next free badge of the lowest level that will do is proposed, to each of a party another', () => {
  const draft = {
    ...emptyDraft(),
    areaId: AREA.id,
    party: [newMember('甲'), { ...newMember('乙'), badge: 'none' as const }],
  };
  const level2 = { ...AREA, level: 2 as const };
  expect(badgesFor(draft, BADGES, level2)).toEqual([BADGES[2]?.id, BADGES[1]?.id, null]);
  expect(badgesFor(draft, BADGES, AREA)).toEqual([BADGES[1]?.id, null, null]);
});

test('a badge chosen by hand is not proposed to another, and staff get none', () => {
  const free = [badge(1, '赤-1', 3), badge(2, '赤-2', 3)];
  const draft = {
    ...emptyDraft(),
    areaId: AREA.id,
    party: [{ ...newMember('甲'), badge: free[0]?.id ?? 'auto' }],
  };
  expect(badgesFor(draft, free, AREA)).toEqual([free[1]?.id, free[0]?.id]);
  expect(badgesFor({ ...emptyDraft('enter', 'staff'), areaId: AREA.id }, free, AREA)).toEqual([null]);
});

test('badges hang in the order of their figures', () => {
  const labels = inOrder([badge(1, '赤-10', 3), badge(2, '赤-9', 3), badge(3, '青-1', 3)]).map(
    ({ label }) => label,
  );
  expect(labels.indexOf('赤-9')).toBeLessThan(labels.indexOf('赤-10'));
});

test('a run of badges is numbered with as many figures as its last one has', () => {
  expect(badgeRun('赤-', 1, 3, 3)).toEqual([
    { label: '赤-01', level: 3 },
    { label: '赤-02', level: 3 },
    { label: '赤-03', level: 3 },
  ]);
  expect(badgeRun('赤-', 99, 2, 1).map(({ label }) => label)).toEqual(['赤-099', '赤-100']);
  expect([badgeRun('', 0, 3, 1), badgeRun('', 1, 201, 1), badgeRun('', 1, Number.NaN, 1)]).toEqual([
    [],
    [],
    [],
  ]);
});

test('a draft comes back as it was kept; an empty, foreign or older one does not', () => {
  const draft = { ...emptyDraft(), name: '渡邊', party: [newMember('甲')], expectedUntil: 1_795_000_000_000 };
  expect(readDraft(packDraft(draft))).toEqual(draft);
  expect(packDraft(emptyDraft())).toBeNull();
  expect([readDraft(null), readDraft('{'), readDraft('{"name":"a"}'), readDraft('null')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(packDraft({ ...draft, note: 'あ'.repeat(20_001) })).toBeNull();
  expect(isBlank({ ...emptyDraft('expect', 'staff') })).toBe(true);
});

test('somebody remembered from an area that was retired leaves the area open', () => {
  expect(fillFromKnown(emptyDraft(), REMEMBERED, [{ ...AREA, retired: true }]).areaId).toBeNull();
  expect(fillFromKnown(emptyDraft(), REMEMBERED, [AREA]).areaId).toBe(AREA.id);
});

test('what the area demands is asked in the order of the form', () => {
  const codes = problemsOf({ ...emptyDraft(), areaId: AREA.id, name: '渡邊' }, AREA, []).map(
    ({ field, code }) => [field, code],
  );
  expect(codes).toEqual([
    ['details.purpose', 'purpose-required'],
    ['details.host', 'host-required'],
    ['details.escort', 'escort-required'],
    ['details.identity', 'identity-required'],
    ['badgeId', 'badge-required'],
    ['followIn', 'required'],
  ]);
});

test('to announce somebody neither escort, badge, identity nor follow-in is asked', () => {
  const draft = { ...emptyDraft('expect'), areaId: AREA.id, name: '渡邊', purpose: '打合せ', host: '木村' };
  expect(problemsOf(draft, AREA, BADGES)).toEqual([{ field: 'expectedFrom', code: 'required' }]);
  expect(problemsOf({ ...draft, expectedFrom: undefined }, AREA, BADGES)).toEqual([
    { field: 'expectedFrom', code: 'date-form' },
  ]);
  expect(problemsOf({ ...draft, expectedFrom: 1_795_000_000_000 }, AREA, BADGES)).toEqual([]);
});

test('an earlier time needs the time and the reason; a party contradicts that nobody follows in', () => {
  const draft = {
    ...emptyDraft('enter', 'staff'),
    areaId: AREA.id,
    name: '渡邊',
    purpose: '点検',
    late: true,
    followIn: 'nobody' as const,
    joining: '甲',
  };
  expect(problemsOf(draft, AREA, []).map(({ field, code }) => [field, code])).toEqual([
    ['followIn', 'follow-in-unregistered'],
    ['enteredAt', 'required'],
    ['lateReason', 'late-reason-required'],
  ]);
});

test('periods begin at midnight in Japan and the fiscal year in April', () => {
  const now = Date.UTC(2027, 1, 3, 16, 30); // 4 February 2027, 01:30 in Japan
  const midnight = Date.UTC(2027, 1, 3, 15, 0);
  expect(beginningOf('today', now)).toBe(midnight);
  expect(beginningOf('week', now)).toBe(midnight - 6 * 86_400_000);
  expect(beginningOf('year', now)).toBe(Date.UTC(2026, 2, 31, 15, 0));
});

test('both languages fill the same placeholders', () => {
  const holes = (text: string): readonly string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '').toSorted();
  const differing = Object.entries(ja)
    .filter(([key, text]) => holes(text).join() !== holes(en[key as keyof typeof en]).join())
    .map(([key]) => key);
  expect(differing).toEqual([]);
});
