import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../../main/vault/db.ts';
import { registerEvents } from '../../../shared/media/register/events.ts';
import { type MediumFilter } from '../../../shared/media/register/contract.ts';
import { MEDIUM_KINDS, STOCKTAKE_MAX } from '../../../shared/media/register/model.ts';
import { type MediaDesk, medium, MONDAY, openMedia } from './desk.ts';

const nobody = '01990000-0000-7000-8000-00000000ffff';
const witnessed = {
  method: 'overwrite',
  product: '消去ソフト 2',
  by: '渡邊 一郎',
  witness: '山本 花子',
  proof: '証明書 12',
} as const;

let desk: MediaDesk;
beforeAll(() => {
  desk = openMedia();
});
afterAll(() => desk.remove());

const numbers = async (filter: MediumFilter, offset = 0, limit = 200) => {
  const { rows: found, total } = await desk.did('media', { filter, offset, limit });
  return { numbers: found.map(({ number }) => number), total };
};

describe('the register', () => {
  it('goes its whole way, and a replay gives the same tables after every kind of event', async () => {
    const same = () => expect(desk.differs()).toBeUndefined();
    const { id } = await desk.did('registerMedium', medium());
    const stands = async () => (await desk.did('medium', { id })).medium;
    expect(await stands()).toEqual({
      ...medium(),
      id,
      state: 'kept',
      registeredAt: MONDAY,
      stocktakenAt: null,
      missedAt: null,
      erasedAt: null,
      requestId: null,
    });
    same();
    desk.now += 1000;
    const second = await desk.did('registerMedium', medium({ number: 'USB-10', kind: 'tape' }));
    const details = medium({ number: 'USB-2', keeper: '山本 花子', seal: 'S-7' });
    await desk.did('changeMedium', { mediumId: id, details, reason: '保管者の交代' });
    expect(await stands()).toMatchObject(details);
    same();
    desk.now += 1000;
    await desk.did('stocktake', {
      lines: [
        { mediumId: id, seen: false, sealIntact: null, note: '' },
        { mediumId: second.id, seen: true, sealIntact: true, note: '' },
      ],
    });
    expect(await stands()).toMatchObject({ stocktakenAt: null, missedAt: MONDAY + 2000 });
    same();
    await desk.did('loseMedium', { mediumId: id, circumstances: '棚卸で見当たらない', reportedTo: '山本' });
    expect(await stands()).toMatchObject({ state: 'lost', missedAt: MONDAY + 2000 });
    same();
    await desk.did('findMedium', { mediumId: id, where: '事務室の机', note: '' });
    expect(await stands()).toMatchObject({ state: 'kept', missedAt: null });
    same();
    await desk.did('eraseMedium', { mediumId: id, ...witnessed });
    expect(await stands()).toMatchObject({ state: 'kept', erasedAt: MONDAY + 2000 });
    same();
    await desk.did('destroyMedium', { mediumId: id, ...witnessed, method: 'crush', reason: '故障' });
    expect(await stands()).toMatchObject({ state: 'destroyed' });
    same();

    const { story } = await desk.did('medium', { id });
    expect(story.map(({ type }) => type)).toEqual([
      'medium.registered',
      'medium.changed',
      'medium.stocktaken',
      'medium.lost',
      'medium.found',
      'medium.erased',
      'medium.destroyed',
    ]);
    expect(story.map(({ type }) => type)).toEqual(expect.arrayContaining(Object.keys(registerEvents)));
    expect(story[1]).toMatchObject({ at: MONDAY + 1000, data: { details, reason: '保管者の交代' } });
    expect(await desk.did('registerSummary', {})).toEqual({
      states: { kept: 1, out: 0, lost: 0, destroyed: 1 },
      keepers: ['渡邊 一郎'],
      places: ['中央監視室 保管庫'],
    });
    await desk.did('destroyMedium', { mediumId: second.id, ...witnessed, reason: '返却' });
  });

  it('keeps the number of what was destroyed, and changes nothing where it refuses', async () => {
    const before = desk.test.ledger.read;
    const head = () => rows(before, 'SELECT count(*) AS n FROM chain_payload');
    const stood = head();
    expect(await desk.call('registerMedium', medium({ number: 'ｕｓｂ－２' }))).toEqual({
      ok: false,
      refusal: {
        code: 'medium-number-taken',
        field: 'number',
        detail: { number: 'USB-2', name: '監視盤データ移送用' },
      },
    });
    expect(await desk.call('loseMedium', { mediumId: nobody, circumstances: 'x', reportedTo: 'y' })).toEqual({
      ok: false,
      refusal: { code: 'medium-missing', field: 'mediumId' },
    });
    expect(await desk.call('medium', { id: nobody })).toEqual({
      ok: false,
      refusal: { code: 'medium-missing', field: 'id' },
    });
    const { id } = await desk.did('registerMedium', medium({ number: 'HD-1', kind: 'external-drive' }));
    expect(
      await desk.call('stocktake', {
        lines: [
          { mediumId: id, seen: true, sealIntact: null, note: '' },
          { mediumId: nobody, seen: true, sealIntact: null, note: '' },
        ],
      }),
    ).toEqual({ ok: false, refusal: { code: 'medium-missing', field: 'lines.1.mediumId' } });
    expect((await desk.did('medium', { id })).medium.stocktakenAt).toBeNull();
    expect(head()).toEqual([{ n: (stood[0] as { n: number }).n + 1 }]);
  });

  it('lists by number as people count, narrowed by state, kind and text in any writing', async () => {
    for (const number of ['MO-10', 'MO-9', 'ＭＯ－１００'])
      await desk.did('registerMedium', medium({ number, kind: 'optical-disc', keeper: '斎藤 サーバ担当' }));
    expect(await numbers({ kind: 'optical-disc' })).toEqual({
      numbers: ['MO-9', 'MO-10', 'ＭＯ－１００'],
      total: 3,
    });
    expect(await numbers({ state: 'destroyed' })).toEqual({ numbers: ['USB-2', 'USB-10'], total: 2 });
    expect(await numbers({ state: 'kept', kind: 'optical-disc', text: 'mo-1' })).toEqual({
      numbers: ['MO-10', 'ＭＯ－１００'],
      total: 2,
    });
    expect(await numbers({ text: '齋藤 サーバー' })).toMatchObject({ total: 3 });
    expect(await numbers({ text: '担当監視' })).toEqual({ numbers: [], total: 0 });
    expect(await numbers({ text: "%' OR 1=1 --" })).toEqual({ numbers: [], total: 0 });
    expect(await numbers({}, 1, 2)).toEqual({ numbers: ['MO-9', 'MO-10'], total: 6 });
    expect(desk.differs()).toBeUndefined();
  });

  it('gives a stocktake what is in use at one place or everywhere, and takes as many lines as it allows', async () => {
    await desk.did('registerMedium', medium({ number: 'T-1', place: '別館' }));
    const everywhere = await desk.did('stocktakeList', {});
    expect(everywhere.map(({ number }) => number)).toEqual(['HD-1', 'MO-9', 'MO-10', 'ＭＯ－１００', 'T-1']);
    const there = await desk.did('stocktakeList', { place: '別館' });
    expect(there).toEqual([
      {
        id: everywhere[4]?.id,
        number: 'T-1',
        kind: 'usb-memory',
        name: '監視盤データ移送用',
        keeper: '渡邊 一郎',
        place: '別館',
        seal: '',
        state: 'kept',
        stocktakenAt: null,
      },
    ]);
    const line = { mediumId: nobody, seen: true, sealIntact: null, note: '' };
    await expect(
      desk.call('stocktake', { lines: Array.from({ length: STOCKTAKE_MAX + 1 }, () => line) }),
    ).rejects.toThrow('too-many');
  });

  it('keeps a stocktake that is not recorded yet until it is', async () => {
    const [first] = await desk.did('stocktakeList', {});
    const line = { mediumId: first?.id ?? '', seen: true, sealIntact: null, note: '' };
    await desk.did('saveStocktakeDraft', { draft: '{"seen":[]}' });
    expect(await desk.did('stocktakeDraft', {})).toBe('{"seen":[]}');
    await desk.call('stocktake', { lines: [line, line] });
    expect(await desk.did('stocktakeDraft', {})).toBe('{"seen":[]}');
    await desk.did('stocktake', { lines: [line] });
    expect(await desk.did('stocktakeDraft', {})).toBeNull();
  });

  it('reads no list but by an index that sorts it', () => {
    const order = 'ORDER BY number_key, no LIMIT 50 OFFSET 0';
    const plan = (where: string) =>
      rows<{ detail: string }>(
        desk.test.ledger.read,
        `EXPLAIN QUERY PLAN SELECT * FROM media_register ${where} ${order}`,
      ).map(({ detail }) => detail);
    expect(plan('')).toEqual(['SCAN media_register USING INDEX media_register_number']);
    expect(plan("WHERE state = 'kept'")).toEqual([
      'SEARCH media_register USING INDEX media_register_state (state=?)',
    ]);
    expect(plan(`WHERE kind = '${MEDIUM_KINDS[0]}'`)).toEqual([
      'SEARCH media_register USING INDEX media_register_kind (kind=?)',
    ]);
    expect(plan("WHERE state = 'kept' AND kind = 'tape'")).toEqual([
      'SEARCH media_register USING INDEX media_register_both (state=? AND kind=?)',
    ]);
  });
});
