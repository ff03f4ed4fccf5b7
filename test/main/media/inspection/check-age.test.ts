import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../../../main/vault/db.ts';
import { DAY } from '../../../../shared/kernel/time.ts';
import { FIRST_MEDIA_POLICY } from '../../../../shared/media/policy.ts';
import type { RequestDetails } from '../../../../shared/media/requests/model.ts';
import { medium } from '../desk.ts';
import { asking, classified, HOUR, MONDAY, moving, PASSWORD } from '../requests-desk.ts';
import { checked, type InspectionDesk, openInspections } from './desk.ts';

let desk: InspectionDesk;
beforeEach(async () => {
  desk = await openInspections();
  // Content lists are another matter.
  const policy = { ...FIRST_MEDIA_POLICY, contentList: false };
  await desk.did('officer', 'setPolicy', { policy, reason: '見直し', password: PASSWORD });
});
afterEach(() => desk.remove());

const record = (requestId: string, over: Parameters<typeof checked>[1] = {}) =>
  desk.lookRefused('operator', 'recordCheck', { requestId, check: checked(desk.now, over) });
const inspect = (requestId: string) => desk.looked('auditor', 'inspection', { requestId });
const OUT = { kind: 'carry-out', destination: '本庁', returnDue: MONDAY + DAY } as const;
let visit: string | undefined;
beforeEach(() => {
  visit = undefined;
});
const visitor = async (): Promise<string> => (visit ??= await desk.letIn());
const carryIn = async (requestId: string) =>
  desk.refused('operator', 'carryIn', { ...moving(requestId), visitId: await visitor() });
const carryOut = (requestId: string) =>
  desk.refused('operator', 'carryOut', { ...moving(requestId), holder: '操田 颯太' });
const giveBack = (requestId: string) => desk.refused('operator', 'giveBack', moving(requestId));

describe('a check grows old', () => {
  it('is good for the hours of the policy, to the millisecond, and refused by name after', async () => {
    const id = await desk.permitted({ until: MONDAY + 3 * DAY });
    expect(await record(id)).toBeUndefined();
    expect(await inspect(id)).toMatchObject({
      goodUntil: { entry: MONDAY + 24 * HOUR, exit: null },
      missing: { entry: [] },
      checks: [{ goodUntil: MONDAY + 24 * HOUR, leftSince: false, counts: true }],
    });
    desk.now = MONDAY + 24 * HOUR + 1;
    expect((await inspect(id)).missing.entry).toEqual(['check-too-old']);
    expect(await carryIn(id)).toMatchObject({ code: 'check-too-old', detail: { medium: '保守用USB' } });
    expect(await record(id)).toBeUndefined();
    expect(await carryIn(id)).toBeUndefined();
    expect(desk.differs()).toBeUndefined();
  });

  it('counts at its last moment, by when the medium moved and not by when that was recorded', async () => {
    const id = await desk.permitted({ until: MONDAY + 3 * DAY });
    expect(await record(id)).toBeUndefined();
    const visitId = await visitor();
    desk.now = MONDAY + 25 * HOUR;
    const move = (at: number) =>
      desk.refused('operator', 'carryIn', { ...moving(id), at, lateReason: '記録が遅れたため', visitId });
    expect(await move(MONDAY + 24 * HOUR + 1)).toMatchObject({ code: 'check-too-old' });
    expect(await move(MONDAY + 24 * HOUR)).toBeUndefined();
  });

  it('with two products, by the one that ends first, whichever is newest of each', async () => {
    const id = await desk.permitted({ classification: classified(3), until: MONDAY + 3 * DAY });
    expect(
      await record(id, { checkedAt: MONDAY - 5 * HOUR, definitionsAt: MONDAY - 5 * HOUR }),
    ).toBeUndefined();
    expect(await record(id, { product: 'Microsoft Defender' })).toBeUndefined();
    expect((await inspect(id)).goodUntil.entry).toBe(MONDAY + 19 * HOUR);
    desk.now = MONDAY + 20 * HOUR;
    expect(await carryIn(id)).toMatchObject({ code: 'check-too-old' });
    expect(await record(id)).toBeUndefined();
    expect((await inspect(id)).goodUntil.entry).toBe(MONDAY + 24 * HOUR);
    expect(await carryIn(id)).toBeUndefined();
  });

  it('by the policy in force when it moves: fewer hours make it too old, more good again; out of bounds they are refused', async () => {
    const id = await desk.permitted();
    expect(await record(id)).toBeUndefined();
    desk.now += 2 * HOUR;
    const set = (checkHours: number) =>
      desk.did('officer', 'setPolicy', {
        policy: { ...FIRST_MEDIA_POLICY, contentList: false, checkHours },
        reason: '見直し',
        password: PASSWORD,
      });
    await set(1);
    expect((await inspect(id)).missing.entry).toEqual(['check-too-old']);
    await set(2);
    expect((await inspect(id)).missing.entry).toEqual([]);
    await expect(set(0)).rejects.toThrow(/policy-range/u);
    await expect(set(169)).rejects.toThrow(/policy-range/u);
  });

  it('not for what came in in an emergency: its way in is behind it', async () => {
    const { id } = await desk.did('operator', 'emergency', {
      details: asking(desk.office, { until: MONDAY + 3 * DAY }),
      reason: '停止',
      allowedBy: '課長',
      visitId: await desk.letIn(),
      seal: '',
    });
    expect(await record(id)).toBeUndefined();
    desk.now += 2 * DAY;
    expect((await inspect(id)).missing).toEqual({ entry: [], exit: [] });
  });
});

describe('a check made before the medium was last outside', () => {
  const registered = async (): Promise<RequestDetails['medium']> => {
    const { id } = await desk.did('officer', 'registerMedium', medium());
    return { from: 'register', mediumId: id };
  };

  it('does not count for its return: the check of the way back is made after it went', async () => {
    const id = await desk.permitted({ ...OUT, medium: await registered() });
    expect(await record(id)).toBeUndefined();
    desk.now += HOUR;
    expect(await carryOut(id)).toBeUndefined();
    desk.now += HOUR;
    expect(await record(id, { way: 'exit', checkedAt: MONDAY })).toBeUndefined();
    expect((await inspect(id)).checks.map(({ leftSince }) => leftSince)).toEqual([true, true]);
    expect(await giveBack(id)).toMatchObject({ code: 'check-before-leaving' });
    expect(await record(id, { way: 'exit' })).toBeUndefined();
    expect(await giveBack(id)).toBeUndefined();
  });

  it('does not count for the next request on it, though it was recorded there', async () => {
    const own = await registered();
    const first = await desk.permitted({ ...OUT, medium: own });
    const next = await desk.permitted({ ...OUT, medium: own });
    expect(await record(first)).toBeUndefined();
    expect(await record(next)).toBeUndefined();
    desk.now += HOUR;
    expect(await carryOut(first)).toBeUndefined();
    desk.now += HOUR;
    expect(await record(first, { way: 'exit' })).toBeUndefined();
    expect(await giveBack(first)).toBeUndefined();
    expect(await carryOut(next)).toMatchObject({ code: 'check-before-leaving' });
    expect(await record(next)).toBeUndefined();
    expect(await carryOut(next)).toBeUndefined();
    expect(desk.differs()).toBeUndefined();
  });

  it('of a visitor, told by its serial number; without one nobody can tell', async () => {
    for (const [serial, expected] of [
      ['S-9', 'check-before-leaving'],
      ['', undefined],
    ] as const) {
      const described: RequestDetails['medium'] = {
        from: 'described',
        kind: 'usb-memory',
        name: '保守用USB',
        serial,
        owner: '株式会社みなと電機',
        encryption: 'software',
      };
      const first = await desk.permitted({ medium: described });
      const next = await desk.permitted({ medium: described });
      expect(await record(first)).toBeUndefined();
      expect(await record(next)).toBeUndefined();
      expect(await carryIn(first)).toBeUndefined();
      desk.now += HOUR;
      expect(await desk.refused('operator', 'takeOut', moving(first))).toBeUndefined();
      const again = await carryIn(next);
      expect(again).toEqual(expected === undefined ? undefined : expect.objectContaining({ code: expected }));
    }
  });

  it('is found through an index, however many requests there are', () => {
    const plan = rows<{ detail: string }>(
      desk.test.ledger.read,
      `EXPLAIN QUERY PLAN SELECT CASE r.kind WHEN 'carry-in' THEN r.ended_at ELSE r.carried_at END AS at
       FROM media_inspected i CROSS JOIN media_request r ON r.id = i.request WHERE i.medium = ?`,
      'x',
    ).map(({ detail }) => detail);
    expect(plan).toEqual([
      expect.stringMatching(/^SEARCH i USING .*INDEX media_inspected_medium \(medium=\?\)/u),
      expect.stringMatching(/^SEARCH r USING INDEX \S+ \(id=\?\)/u),
    ]);
  });
});
