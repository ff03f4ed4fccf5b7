import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../shared/kernel/time.ts';
import { ACTOR, details, type Door, entering, FIRST, furnish, leaving, MONDAY, openDoor } from './door.ts';

let door: Door;
beforeEach(() => {
  door = openDoor();
});
afterEach(() => door.remove());

const HOUR = 60 * MINUTE;

describe('a visitor at the door', () => {
  it('is in with a badge, stands on the board, cannot leave with the badge, and leaves', async () => {
    const { room, badges } = await furnish(door);
    const { ids } = await door.did(
      'enter',
      entering(details(room), { badgeId: badges[0], expectedUntil: MONDAY + HOUR }),
    );
    const [id = ''] = ids;
    const row = {
      id,
      no: FIRST,
      kind: 'visitor',
      state: 'inside',
      name: '渡邊 一郎',
      reading: 'わたなべ いちろう',
      organisation: '株式会社みなと電機',
      purpose: '監視盤の点検',
      host: '山本 花子',
      escort: '山本 花子',
      areaName: '中央監視室',
      areaLevel: 3,
      badgeLabel: '赤-01',
      badgeOpen: true,
      groupId: null,
      expectedFrom: null,
      expectedUntil: MONDAY + HOUR,
      enteredAt: MONDAY,
      exitedAt: null,
      corrected: false,
      imported: false,
    };
    expect(await door.did('board', {})).toEqual({ inside: [row], unknown: [], badgesOut: [] });
    expect(await door.did('counts', {})).toEqual({ inside: 1, expectedToday: 0, unknown: 0, overdue: 0 });

    door.now = MONDAY + 2 * HOUR;
    expect(await door.did('counts', {})).toEqual({ inside: 1, expectedToday: 0, unknown: 0, overdue: 1 });
    expect(await door.call('leave', leaving(id, { badgeReturned: false }))).toEqual({
      ok: false,
      refusal: {
        code: 'badge-open',
        field: 'visits.0.badgeReturned',
        detail: { badge: '赤-01', name: '渡邊 一郎' },
      },
    });
    await door.did('leave', leaving(id));
    expect(await door.did('board', {})).toEqual({ inside: [], unknown: [], badgesOut: [] });
    expect(await door.did('history', { filter: {}, offset: 0, limit: 50 })).toEqual({
      rows: [{ ...row, state: 'left', badgeOpen: false, exitedAt: MONDAY + 2 * HOUR }],
      total: 1,
    });
    const { visit, group, story } = await door.did('visit', { id });
    expect(visit).toEqual({
      ...row,
      state: 'left',
      badgeOpen: false,
      exitedAt: MONDAY + 2 * HOUR,
      identity: 'drivers-licence',
      areaId: room,
      badgeId: badges[0],
      belongings: '工具箱',
      workReference: 'W-2026-041',
      note: '',
    });
    expect(group).toEqual([]);
    expect(story.map(({ at, actorName, type }) => ({ at, actorName, type }))).toEqual([
      { at: MONDAY, actorName: '操田 颯太', type: 'visit.entered' },
      { at: MONDAY + 2 * HOUR, actorName: '操田 颯太', type: 'visit.left' },
    ]);
    expect(door.differs()).toBeUndefined();
  });

  it('arrives with a party of the same group, each with a badge, and all leave together or none', async () => {
    const { room, badges } = await furnish(door);
    const form = entering(details(room), {
      badgeId: badges[0],
      followIn: 'registered',
      party: [{ name: '佐藤 次郎', reading: 'さとう じろう', badgeId: badges[1] }],
    });
    const { ids } = await door.did('enter', form);
    const [one = '', two = ''] = ids;
    const { visit, group } = await door.did('visit', { id: one });
    expect(visit.groupId).toMatch(/^[0-9a-f-]{36}$/u);
    expect(group.map(({ id, name, groupId }) => ({ id, name, groupId }))).toEqual([
      { id: two, name: '佐藤 次郎', groupId: visit.groupId },
    ]);
    const visits = [...leaving(one).visits, ...leaving(two, { badgeReturned: false }).visits];
    expect(await door.call('leave', { visits })).toMatchObject({
      refusal: { code: 'badge-open', field: 'visits.1.badgeReturned' },
    });
    expect((await door.did('board', {})).inside).toHaveLength(2);
    await door.did('leave', { visits: [...leaving(one).visits, ...leaving(two).visits] });
    expect((await door.did('board', {})).inside).toHaveLength(0);
    expect(door.differs()).toBeUndefined();
  });

  it('who was expected comes in once, and a walk-in of the same name is asked about', async () => {
    const { office } = await furnish(door);
    const { ids } = await door.did('expect', {
      details: details(office),
      party: [],
      expectedFrom: MONDAY + HOUR,
      expectedUntil: null,
    });
    const [id = ''] = ids;
    expect(await door.did('counts', {})).toMatchObject({ expectedToday: 1, inside: 0 });
    const walkIn = entering(
      details(office, { name: '渡辺一郎', organisation: '株式会社ミナト電機'.replace('ミナト', 'みなと') }),
    );
    expect(await door.call('enter', walkIn)).toEqual({
      ok: false,
      refusal: {
        code: 'same-person-expected',
        field: 'details.name',
        detail: { visit: id, no: FIRST, name: '渡辺一郎' },
      },
    });
    await door.did('enter', entering(details(office), { visitId: id }));
    expect(await door.did('expected', {})).toEqual([]);
    expect(await door.call('enter', entering(details(office), { visitId: id }))).toEqual({
      ok: false,
      refusal: { code: 'already-inside', field: 'visitId', detail: { no: FIRST, name: '渡邊 一郎' } },
    });
    expect(await door.call('enter', walkIn)).toMatchObject({ refusal: { code: 'same-person-inside' } });
    await door.did('enter', { ...walkIn, anotherPerson: true });
    expect((await door.did('board', {})).inside.map(({ no }) => no)).toEqual([FIRST, FIRST + 2]);
    expect(door.differs()).toBeUndefined();
  });

  it('whose exit nobody saw stays unknown until it is explained, and no time is invented', async () => {
    const { room, badges } = await furnish(door);
    const { ids } = await door.did('enter', entering(details(room), { badgeId: badges[0] }));
    const [id = ''] = ids;
    door.now = MONDAY + 8 * HOUR;
    await door.did('exitUnknown', { visitId: id, reason: '点呼で不在' });
    const board = await door.did('board', {});
    expect(board.inside).toEqual([]);
    expect(board.unknown.map(({ state, exitedAt, badgeOpen }) => ({ state, exitedAt, badgeOpen }))).toEqual([
      { state: 'unknown', exitedAt: null, badgeOpen: true },
    ]);
    expect(board.badgesOut).toEqual([
      { id: badges[0], label: '赤-01', level: 3, state: 'lent', visitId: id },
    ]);
    await door.did('returnBadge', { badgeId: badges[0] });
    await door.did('explain', {
      visitId: id,
      explanation: '裏口から退出した',
      source: '本人に電話',
      exitedAt: null,
    });
    expect(await door.did('board', {})).toEqual({ inside: [], unknown: [], badgesOut: [] });
    const { visit, story } = await door.did('visit', { id });
    expect(visit).toMatchObject({ state: 'explained', exitedAt: null, badgeOpen: false, badgeId: badges[0] });
    expect(story.map(({ type }) => type)).toEqual([
      'visit.entered',
      'visit.exitUnknown',
      'badge.returned',
      'visit.explained',
    ]);
    expect(door.differs()).toBeUndefined();
  });

  it('is corrected with a reason, and the original stays readable in the story', async () => {
    const { office, room } = await furnish(door);
    const { ids } = await door.did('enter', entering(details(office)));
    const [id = ''] = ids;
    door.now = MONDAY + 10 * MINUTE;
    await door.did('correct', {
      visitId: id,
      changes: { name: '渡部 一郎', areaId: room, enteredAt: MONDAY - MINUTE, purpose: '監視盤の点検' },
      reason: '名刺で確認',
    });
    const { visit, story } = await door.did('visit', { id });
    expect(visit).toMatchObject({
      name: '渡部 一郎',
      areaId: room,
      enteredAt: MONDAY - MINUTE,
      corrected: true,
    });
    expect(story.at(-1)?.data).toEqual({
      before: { name: '渡邊 一郎', areaId: office, enteredAt: MONDAY },
      after: { name: '渡部 一郎', areaId: room, enteredAt: MONDAY - MINUTE },
      reason: '名刺で確認',
    });
    const found = async (text: string) =>
      (await door.did('search', { text, filter: {}, limit: 10 })).rows.map((row) => row.name);
    expect(await found('渡辺')).toEqual([]);
    expect(await found('渡部')).toEqual(['渡部 一郎']);
    const offered = await door.did('suggestVisitors', { text: 'わたなべ', kind: 'visitor' });
    expect(offered.map(({ name, visits }) => ({ name, visits }))).toEqual([{ name: '渡部 一郎', visits: 1 }]);
    expect(door.differs()).toBeUndefined();
  });

  it('leaves once a lost badge is reported, and the badge can be found again', async () => {
    const { room, badges } = await furnish(door);
    const { ids } = await door.did('enter', entering(details(room), { badgeId: badges[0] }));
    await door.did('loseBadge', { badgeId: badges[0], reason: '排水溝に落とした' });
    await door.did('leave', leaving(ids[0] ?? '', { badgeReturned: false }));
    const states = async () => (await door.did('badges', {})).map(({ label, state }) => `${label} ${state}`);
    expect(await states()).toEqual(['白-01 free', '赤-01 lost', '赤-02 free']);
    await door.did('findBadge', { badgeId: badges[0], reason: '清掃で発見' });
    await door.did('retireBadge', { badgeId: badges[1], reason: '破損' });
    expect(await states()).toEqual(['白-01 free', '赤-01 free', '赤-02 retired']);
    expect(door.differs()).toBeUndefined();
  });

  it('who does not come is cancelled, and an area in use is not retired', async () => {
    const { office } = await furnish(door);
    const announced = { details: details(office), party: [], expectedFrom: MONDAY, expectedUntil: null };
    const { ids } = await door.did('expect', announced);
    expect(await door.call('retireArea', { areaId: office, reason: '改修' })).toMatchObject({
      refusal: { code: 'area-expected', detail: { count: 1 } },
    });
    await door.did('cancel', { visitId: ids[0] ?? '', reason: '延期' });
    await door.did('retireArea', { areaId: office, reason: '改修' });
    expect(await door.call('expect', announced)).toMatchObject({ refusal: { code: 'area-retired' } });
    expect(door.differs()).toBeUndefined();
  });
});

describe('lists', () => {
  it('show on the board the overdue first, then the most sensitive area, then who came first', async () => {
    const { office, room, badges } = await furnish(door);
    const enter = (name: string, areaId: string, badgeId: string | null, until: number | null) =>
      door.did('enter', entering(details(areaId, { name }), { badgeId, expectedUntil: until }));
    await enter('事務 一', office, null, null);
    await enter('監視 二', room, badges[0], MONDAY + 9 * HOUR);
    door.now += MINUTE;
    await enter('事務 三', office, null, MONDAY + HOUR);
    await enter('監視 四', room, badges[1], null);
    const order = async () => (await door.did('board', {})).inside.map(({ name }) => name);
    expect(await order()).toEqual(['監視 二', '監視 四', '事務 一', '事務 三']);
    door.now = MONDAY + 2 * HOUR;
    expect(await order()).toEqual(['事務 三', '監視 二', '監視 四', '事務 一']);
  });

  it('show who is expected, the nearest first, by reading at one time, and count those of today over several days', async () => {
    const { office } = await furnish(door);
    const announce = (name: string, reading: string, from: number, until: number | null = null) =>
      door.did('expect', {
        details: details(office, { name, reading }),
        party: [],
        expectedFrom: from,
        expectedUntil: until,
      });
    await announce('明日', 'あした', MONDAY + 24 * HOUR);
    await announce('和田', 'わだ', MONDAY + HOUR);
    await announce('青木', 'アオキ', MONDAY + HOUR);
    await announce('三日', 'みっか', MONDAY, MONDAY + 50 * HOUR);
    const names = (await door.did('expected', {})).map(({ name }) => name);
    expect(names).toEqual(['三日', '青木', '和田', '明日']);
    expect((await door.did('counts', {})).expectedToday).toBe(3);
    door.now = MONDAY + 24 * HOUR;
    expect((await door.did('counts', {})).expectedToday).toBe(2);
  });
});

describe('what the door remembers', () => {
  it('completes a visitor by kanji, kana, romaji or organisation, and forgets nobody of another kind', async () => {
    const { office } = await furnish(door);
    await door.did('enter', entering(details(office)));
    await door.did(
      'enter',
      entering(
        details(office, {
          kind: 'delivery',
          name: '大坂 通',
          reading: 'おおさか とおる',
          organisation: '早川運輸',
        }),
      ),
    );
    const offered = async (text: string, kind: 'visitor' | 'delivery') =>
      (await door.did('suggestVisitors', { text, kind })).map(({ name }) => name);
    for (const text of [
      '渡',
      '渡辺',
      '渡邉一',
      'わた',
      'ワタナベ',
      'watan',
      'ﾜﾀ',
      'みなと',
      'minato',
      '株式会社み',
    ]) {
      expect([text, await offered(text, 'visitor')]).toEqual([text, ['渡邊 一郎']]);
    }
    for (const text of ['osaka', 'oosaka', 'おおさか', '早川']) {
      expect([text, await offered(text, 'delivery')]).toEqual([text, ['大坂 通']]);
    }
    expect(await offered('大坂', 'visitor')).toEqual([]);
    expect(await door.did('suggestWords', { field: 'purpose', text: '' })).toEqual(['監視盤の点検']);
    expect(await door.did('suggestWords', { field: 'organisation', text: 'みなと' })).toEqual([
      '株式会社みなと電機',
    ]);
    expect(await door.did('suggestWords', { field: 'organisation', text: 'mina' })).toEqual([
      '株式会社みなと電機',
    ]);
    expect(await door.did('suggestWords', { field: 'host', text: '佐' })).toEqual([]);
  });

  it("offers the visitors of the last day there were any, each once, today's not", async () => {
    const { office } = await furnish(door);
    const enter = async (name: string) => {
      const { ids } = await door.did('enter', entering(details(office, { name })));
      await door.did('leave', leaving(ids[0] ?? '', { badgeReturned: false }));
    };
    await enter('一日目 一');
    door.now = MONDAY + 24 * HOUR;
    await enter('二日目 一');
    door.now += MINUTE;
    await enter('二日目 二');
    await enter('二日目 一');
    door.now = MONDAY + 96 * HOUR;
    await enter('今日 一');
    expect((await door.did('repeatable', {})).map(({ name, visits }) => `${name} ${visits}`)).toEqual([
      '二日目 一 2',
      '二日目 二 1',
    ]);
  });

  it('keeps a draft for the account alone, and forgets it when told', async () => {
    expect(await door.did('draft', {})).toBeNull();
    await door.did('saveDraft', { draft: '{"name":"渡"}' });
    await door.did('saveDraft', { draft: '{"name":"渡邊"}' });
    expect(await door.did('draft', {})).toBe('{"name":"渡邊"}');
    expect(ACTOR).toHaveLength(36);
    await door.did('saveDraft', { draft: null });
    expect(await door.did('draft', {})).toBeNull();
  });
});
