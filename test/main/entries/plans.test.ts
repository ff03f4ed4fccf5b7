import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISIT_KINDS, VISIT_STATES } from '../../../shared/entries/model.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { rows } from '../../../main/vault/db.ts';
import { details, type Door, entering, furnish, leaving, MONDAY, openDoor } from './door.ts';

const heard = new Set<string>();
let door: Door;

beforeAll(async () => {
  door = openDoor((sql) => heard.add(sql));
  const { office, room, badges } = await furnish(door);
  const form = entering(details(room), {
    badgeId: badges[0],
    followIn: 'registered',
    party: [{ name: '佐藤 次郎', reading: '', badgeId: badges[1] }],
  });
  const { ids } = await door.did('enter', form);
  const [one = '', two = ''] = ids;
  await door.did('correct', {
    visitId: one,
    changes: { name: '渡部 一郎', purpose: '試験' },
    reason: '誤記',
  });
  await door.did('leave', leaving(one));
  await door.did('exitUnknown', { visitId: two, reason: '不在' });
  await door.did('returnBadge', { badgeId: badges[1] });
  await door.did('explain', { visitId: two, explanation: '裏口', source: '本人', exitedAt: null });
  const expected = await door.did('expect', {
    details: details(office, { name: '高橋 三郎' }),
    party: [{ name: '﨑山 四郎', reading: '' }],
    expectedFrom: MONDAY,
    expectedUntil: null,
  });
  const [three = '', four = ''] = expected.ids;
  await door.did('enter', entering(details(office, { name: '高橋 三郎' }), { visitId: three }));
  await door.did('cancel', { visitId: four, reason: '延期' });
  await door.did('loseBadge', { badgeId: badges[2], reason: '紛失' });
  await door.did('findBadge', { badgeId: badges[2], reason: '発見' });
  await door.did('retireBadge', { badgeId: badges[2], reason: '破損' });
  await door.call('retireArea', { areaId: office, reason: '改修' });
  await door.did('saveDraft', { draft: 'x' });
  for (let n = 0; n < 60; n += 1) {
    const about = details(office, { name: `訪問者 ${n}` });
    await door.did('enter', entering(about));
  }

  await Promise.all(
    (['board', 'counts', 'expected', 'repeatable', 'areas', 'badges', 'draft'] as const).map((name) =>
      door.did(name, {}),
    ),
  );
  await door.did('visit', { id: one });
  await door.did('suggestVisitors', { text: 'さ', kind: 'visitor' });
  for (const field of ['organisation', 'purpose', 'host', 'escort'] as const) {
    await door.did('suggestWords', { field, text: '' });
    await door.did('suggestWords', { field, text: '点' });
  }
  for (const areaId of [undefined, office]) {
    for (const state of [undefined, VISIT_STATES[1]]) {
      for (const kind of [undefined, VISIT_KINDS[0]]) {
        for (const times of [{}, { from: MONDAY - 400 * DAY, until: MONDAY + 400 * DAY + 1 }]) {
          const filter = {
            ...times,
            ...(areaId && { areaId }),
            ...(state && { state }),
            ...(kind && { kind }),
          };
          await door.did('history', { filter, offset: 5, limit: 20 });
          await door.did('search', { text: '訪', filter, limit: 20 });
        }
      }
    }
  }
}, 60_000);
afterAll(() => door.remove());

/** Tables that stay small, by name or alias: areas, badges, what waits to be indexed or remembered, sites. */
const SMALL =
  /^SCAN (?:a|b|r|entries_area|entries_recent|entries_badge|entries_search_wait|trail_wait|json_each|chain_site|CONSTANT ROW)\b/u;
/** An index of few rows; an FTS lookup; the newest rows by key, cut off by LIMIT; a subquery cut off by LIMIT. */
const BOUNDED = /USING (?:COVERING )?INDEX entries_visit_(?:inside|expected|unknown)\b|VIRTUAL TABLE INDEX/u;
/** A search along the times of all visits that is bounded on one side alone. */
const OPEN_ENDED = /entries_visit_time \(sort_at[<>]\?\)/u;

describe('no statement of the entry log reads through a large table', () => {
  it('neither a query, nor a command, nor the projection', () => {
    const statements = [...heard].filter(
      (sql) => /entries_|trail_(?:about|wait)/u.test(sql) && /^\s*(?:SELECT|UPDATE|DELETE|INSERT)/u.test(sql),
    );
    expect(statements.length).toBeGreaterThan(80);
    const found = statements.flatMap((sql) => {
      const values = Array.from(sql.matchAll(/\?/gu), () => null);
      return rows<{ detail: string }>(door.test.ledger.write, `EXPLAIN QUERY PLAN ${sql}`, ...values)
        .map(({ detail }) => detail)
        .filter(
          (detail) =>
            OPEN_ENDED.test(detail) ||
            (detail.startsWith('SCAN') && !SMALL.test(detail) && !BOUNDED.test(detail)),
        )
        .filter((detail) => !(detail === 'SCAN entries_visit' && sql.includes('ORDER BY no DESC LIMIT 200')))
        .map((detail) => `${detail} <- ${sql}`);
    });
    expect(found).toEqual([]);
  });

  it('and a list is sorted by its index, not after reading it', () => {
    const lists = [...heard].filter((sql) =>
      /ORDER BY v\.sort_at DESC, v\.no DESC LIMIT \? OFFSET/u.test(sql),
    );
    expect(lists.length).toBe(8);
    for (const sql of lists) {
      const values = Array.from(sql.matchAll(/\?/gu), () => null);
      const plan = rows<{ detail: string }>(door.test.ledger.write, `EXPLAIN QUERY PLAN ${sql}`, ...values);
      expect(plan.map(({ detail }) => detail)).toEqual([
        'SEARCH v USING INDEX entries_visit_time (sort_at>? AND sort_at<?)',
        'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)',
        'SEARCH b USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
      ]);
    }
  });
});
