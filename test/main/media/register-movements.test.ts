import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../shared/kernel/time.ts';
import { medium, MONDAY } from './desk.ts';
import { asking, moving, openRequests, PASSWORD, type RequestsDesk } from './requests-desk.ts';

let desk: RequestsDesk;
let mediumId: string;
beforeEach(async () => {
  desk = await openRequests();
  mediumId = (await desk.did('officer', 'registerMedium', medium())).id;
});
afterEach(() => {
  expect(desk.differs()).toBeUndefined();
  desk.remove();
});

const stands = async () => {
  const found = await desk.did('operator', 'medium', { id: mediumId });
  const { state, requestId, keeper, place } = found.medium;
  return { state, requestId, keeper, place };
};
const HOME = { keeper: '渡邊 一郎', place: '中央監視室 保管庫' };

/** A request that takes the medium of the register out. */
const submit = async (kind: 'carry-out' | 'transfer', over: Parameters<typeof asking>[1] = {}) => {
  const details = asking(desk.office, {
    kind,
    medium: { from: 'register', mediumId },
    destination: '本庁 サーバ室',
    means: '職員が運搬',
    until: MONDAY + 5 * DAY,
    returnDue: kind === 'carry-out' ? MONDAY + 4 * DAY : null,
    ...over,
  });
  return (await desk.did('operator', 'submit', { details })).id;
};

describe('a medium of the register that moves under a request', () => {
  it('is out under it, cannot be destroyed meanwhile, and is kept once it is given back', async () => {
    const id = await submit('carry-out');
    expect(await stands()).toEqual({ state: 'kept', requestId: null, ...HOME });
    expect((await desk.did('operator', 'request', { id })).request).toMatchObject({
      mediumName: 'USB-001 監視盤データ移送用',
      mediumKind: 'usb-memory',
      mediumId,
    });
    await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本 花子' });
    expect(await stands()).toEqual({ state: 'out', requestId: id, ...HOME });
    expect(
      await desk.refused('officer', 'destroyMedium', {
        mediumId,
        method: 'crush',
        product: '',
        by: 'あ',
        witness: 'い',
        proof: 'う',
        reason: '故障',
      }),
    ).toEqual({ code: 'medium-out', field: 'mediumId', detail: { number: 'USB-001' } });
    expect(await desk.did('operator', 'registerSummary', {})).toMatchObject({
      states: { kept: 0, out: 1, lost: 0, destroyed: 0 },
    });
    const details = asking(desk.office, {
      kind: 'carry-out',
      medium: { from: 'register', mediumId },
      destination: '本庁',
      returnDue: MONDAY + DAY,
    });
    expect(await desk.refused('operator', 'submit', { details })).toMatchObject({
      code: 'medium-not-kept',
      field: 'details.medium.mediumId',
    });
    await desk.did('operator', 'giveBack', moving(id));
    expect(await stands()).toEqual({ state: 'kept', requestId: null, ...HOME });

    const { story } = await desk.did('operator', 'medium', { id: mediumId });
    expect(story.map(({ type, actorName }) => [type, actorName])).toEqual([
      ['medium.registered', '責任 三郎'],
      ['request.carriedOut', '操田 颯太'],
      ['request.givenBack', '操田 颯太'],
    ]);
  });

  it('is kept where it was delivered, by whom it was delivered to, and is found there', async () => {
    const id = await submit('transfer');
    await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本 花子' });
    await desk.did('operator', 'deliver', { ...moving(id), to: '佐藤 次郎' });
    const moved = { keeper: '佐藤 次郎', place: '本庁 サーバ室' };
    expect(await stands()).toEqual({ state: 'kept', requestId: null, ...moved });
    const found = await desk.did('operator', 'media', {
      filter: { text: '本庁 佐藤' },
      offset: 0,
      limit: 10,
    });
    expect(found.rows.map((row) => row.id)).toEqual([mediumId]);
    expect(await desk.did('operator', 'registerSummary', {})).toMatchObject({
      keepers: ['佐藤 次郎'],
      places: ['本庁 サーバ室'],
    });
  });

  it('lost outside and found is out again, until it is given back', async () => {
    const id = await submit('carry-out');
    await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本 花子' });
    await desk.did('operator', 'loseMedium', { mediumId, circumstances: '電車で', reportedTo: '責任 三郎' });
    expect(await stands()).toEqual({ state: 'lost', requestId: id, ...HOME });
    await desk.did('operator', 'findMedium', { mediumId, where: '駅', note: '' });
    expect(await stands()).toEqual({ state: 'out', requestId: id, ...HOME });
    await desk.did('operator', 'loseMedium', { mediumId, circumstances: '再び', reportedTo: '責任 三郎' });
    await desk.did('operator', 'giveBack', moving(id));
    expect(await stands()).toEqual({ state: 'lost', requestId: null, ...HOME });
    await desk.did('operator', 'findMedium', { mediumId, where: '保管庫', note: '' });
    expect(await stands()).toEqual({ state: 'kept', requestId: null, ...HOME });
  });

  it('does not move with a request that was handed in again for another medium', async () => {
    const other = (await desk.did('officer', 'registerMedium', medium({ number: 'USB-002' }))).id;
    const id = await submit('transfer', {
      classification: { ...asking('').classification, confidentiality: 2 },
      protection: '封筒',
    });
    const { request } = await desk.did('officer', 'request', { id });
    await desk.did('officer', 'decide', {
      requestId: id,
      digest: request.digest,
      decision: 'return',
      conditions: '',
      reason: '媒体が違うため',
      password: PASSWORD,
    });
    await desk.did('operator', 'resubmit', {
      requestId: id,
      details: { ...request.details, medium: { from: 'register', mediumId: other } },
    });
    const again = (await desk.did('officer', 'request', { id })).request;
    await desk.did('officer', 'decide', {
      requestId: id,
      digest: again.digest,
      decision: 'approve',
      conditions: '',
      reason: '',
      password: PASSWORD,
    });
    await desk.did('operator', 'carryOut', { ...moving(id), holder: '山本 花子' });
    expect(await stands()).toMatchObject({ state: 'kept', requestId: null });
    expect((await desk.did('operator', 'medium', { id: other })).medium).toMatchObject({
      state: 'out',
      requestId: id,
    });
  });
});
