import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { VisitFilter } from '../../../shared/entries/contract.ts';
import {
  VISIT_KINDS,
  VISIT_STATES,
  type VisitDetails,
  type VisitRow,
} from '../../../shared/entries/model.ts';
import { matches } from '../../../shared/kernel/folding/tokens.ts';
import { DAY, MINUTE } from '../../../shared/kernel/time.ts';
import type { NewSuimonEvent } from '../../../shared/events.ts';
import { details, type Door, FIRST, furnish, MONDAY, openDoor } from './door.ts';

const NAMES = ['渡辺 一郎', '渡邊 二郎', '渡邉 三郎', '佐藤 四郎', '斎藤 五郎', '髙橋 六郎', 'ﾜﾀﾅﾍﾞ 七郎'];
const COUNT = 1500;

// Hundreds of pages and searches, each compared with going through everything.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let door: Door;
let all: readonly VisitRow[];
let areas: readonly string[];

/** A number from 0 up to `below`, always the same for the same seed (xorshift). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

beforeAll(async () => {
  door = openDoor();
  const { office, room } = await furnish(door);
  areas = [office, room];
  const pick = chance(20260406);
  const events: NewSuimonEvent[] = [];
  for (let n = 0; n < COUNT; n += 1) {
    const about: VisitDetails = details(areas[pick(5) === 0 ? 1 : 0] ?? '', {
      kind: VISIT_KINDS[pick(3)] ?? 'visitor',
      name: NAMES[pick(NAMES.length)] ?? '',
      note: `記録 ${n}`,
    });
    // A day at which forty come, days at which nobody does, and some at one instant.
    const enteredAt = pick(20) === 0 ? MONDAY : MONDAY - pick(200) * DAY + pick(24 * 60) * MINUTE;
    const fate = pick(12);
    events.push({
      type: 'visit.imported',
      version: 1,
      subject: `visit:01990000-0000-7000-9000-${String(n).padStart(12, '0')}`,
      data: {
        details: about,
        enteredAt,
        exitedAt: fate > 1 ? enteredAt + 30 * MINUTE : null,
        exitRecorded: fate === 1,
        file: 'log.csv',
        sha256: '0'.repeat(64),
        row: n + 1,
      },
    });
  }
  await door.append(events);
  const pages: VisitRow[] = [];
  for (let offset = 0; offset < COUNT; offset += 100) {
    pages.push(...(await door.did('history', { filter: {}, offset, limit: 100 })).rows);
  }
  all = pages;
});
afterAll(() => door.remove());

function passes(filter: VisitFilter, visit: VisitRow): boolean {
  const at = visit.enteredAt ?? visit.expectedFrom ?? 0;
  return (
    at >= (filter.from ?? 0) &&
    at < (filter.until ?? Number.MAX_SAFE_INTEGER) &&
    (filter.areaId === undefined || (visit.areaName === '事務室') === (filter.areaId === areas[0])) &&
    (filter.kind === undefined || filter.kind === visit.kind) &&
    (filter.state === undefined || filter.state === visit.state)
  );
}

function filters(): VisitFilter[] {
  const times = [
    {},
    { from: MONDAY - 90 * DAY },
    { until: MONDAY - 3 * DAY + 17 * MINUTE },
    { from: MONDAY - 100 * DAY + MINUTE, until: MONDAY - 10 * DAY - MINUTE },
    { from: MONDAY - 9 * 60 * MINUTE, until: MONDAY + 15 * 60 * MINUTE },
    { from: MONDAY, until: MONDAY + 1 },
    { from: MONDAY + 60 * MINUTE, until: MONDAY + 61 * MINUTE },
    { from: MONDAY, until: MONDAY },
    { from: MONDAY, until: MONDAY - DAY },
  ];
  return times.flatMap((time) =>
    [undefined, ...areas].flatMap((areaId) =>
      [undefined, 'delivery' as const].flatMap((kind) =>
        [undefined, 'left' as const, 'unknown' as const, 'passed' as const].map((state) => ({
          ...time,
          ...(areaId && { areaId }),
          ...(kind && { kind }),
          ...(state && { state }),
        })),
      ),
    ),
  );
}

describe('the history', () => {
  it('holds every visit once, newest first, the last recorded first at one instant', () => {
    expect(all).toHaveLength(COUNT);
    expect(new Set(all.map(({ id }) => id)).size).toBe(COUNT);
    const sorted = all.toSorted((a, b) => (b.enteredAt ?? 0) - (a.enteredAt ?? 0) || b.no - a.no);
    expect(all.map(({ no }) => no)).toEqual(sorted.map(({ no }) => no));
  });

  it('gives for each combination of filters, at any position, what going through all of it gives', async () => {
    for (const filter of filters()) {
      const expected = all.filter((visit) => passes(filter, visit));
      for (const offset of [
        0,
        1,
        37,
        Math.floor(expected.length / 2),
        Math.max(0, expected.length - 5),
        expected.length,
      ]) {
        const page = await door.did('history', { filter, offset, limit: 20 });
        expect({ filter, offset, total: page.total, rows: page.rows.map(({ no }) => no) }).toEqual({
          filter,
          offset,
          total: expected.length,
          rows: expected.slice(offset, offset + 20).map(({ no }) => no),
        });
      }
    }
  });

  it('knows of no state or area that it has not', async () => {
    for (const state of VISIT_STATES.filter((one) => !['left', 'unknown', 'passed'].includes(one))) {
      expect(await door.did('history', { filter: { state }, offset: 0, limit: 20 })).toEqual({
        rows: [],
        total: 0,
      });
    }
    const areaId = '01990000-0000-7000-8000-00000000ffff';
    expect(await door.did('history', { filter: { areaId }, offset: 0, limit: 20 })).toEqual({
      rows: [],
      total: 0,
    });
  });
});

describe('the search', () => {
  it('finds what going through all of it finds, exact first, the last recorded first, under every filter', async () => {
    const byNumber = all.toSorted((a, b) => b.no - a.no);
    const fields = (visit: VisitRow) => [
      visit.name,
      visit.reading,
      visit.organisation,
      visit.purpose,
      visit.host,
      visit.escort,
    ];
    for (const text of ['渡', '渡邊', '髙橋', '高橋', 'わたなべ 七', '監視盤', 'nobody', '郎']) {
      for (const filter of filters().filter((_, index) => index % 5 === 0)) {
        const passing = byNumber.filter((visit) => passes(filter, visit) && matches(fields(visit), text));
        const exact = passing.filter((visit) => matches(fields(visit), text, 'exact'));
        const expected = [...exact, ...passing.filter((visit) => !exact.includes(visit))];
        const found = await door.did('search', { text, filter, limit: 15 });
        expect({ text, filter, more: found.more, rows: found.rows.map(({ no }) => no) }).toEqual({
          text,
          filter,
          more: expected.length > 15,
          rows: expected.slice(0, 15).map(({ no }) => no),
        });
        expect(found.rows.map(({ exact: one }) => one)).toEqual(
          expected.slice(0, 15).map((visit) => exact.includes(visit)),
        );
      }
    }
  });

  it('finds by note and work reference too', async () => {
    const found = await door.did('search', { text: '記録１２３４', filter: {}, limit: 100 });
    expect(found.rows.map(({ no }) => no)).toEqual([1234 + FIRST]);
    expect((await door.did('search', { text: 'w-2026-041', filter: {}, limit: 1 })).more).toBe(true);
  });
});

it('is the same after a replay', () => {
  expect(door.differs()).toBeUndefined();
});
