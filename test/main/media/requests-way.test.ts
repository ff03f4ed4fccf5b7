import { afterAll, expect, it } from 'vitest';
import { dispatcher } from '../../../main/ipc/dispatch.ts';
import type { AreaDetails } from '../../../shared/entries/model.ts';
import { testDesk } from '../accounts/desk-fixture.ts';
import { context, valueOf, verified } from '../accounts/two-people.ts';
import { people } from '../vault/fixture.ts';
import { asking } from './requests-desk.ts';

const test = await testDesk();
afterAll(() => test.desk.end('quit'));
const reported: string[] = [];
const call = dispatcher(test.desk, (channel, error) => reported.push(`${channel}: ${String(error)}`));
const ROOM: AreaDetails = {
  name: '中央監視室',
  reading: '',
  level: 3,
  escort: 'visitors',
  badge: false,
  identity: false,
  guidance: '',
};

it('a request goes from an operator’s session to an officer’s signature by the real password, and is verified', async () => {
  valueOf(await test.signIn('officer'));
  const area = await call('entries.defineArea', [ROOM]);
  const areaId = area.ok ? (area.value as { id: string }).id : '';
  const details = asking(areaId, { from: test.now, until: test.now + 86_400_000 });
  await test.desk.end('locked');

  valueOf(await test.signIn('operator'));
  valueOf(await test.desk.changePassword(people.operator.password, 'quiet-harbour-71-lamp'));
  const submitted = await call('media.submit', [{ details }]);
  const requestId = submitted.ok ? (submitted.value as { id: string }).id : '';
  const decision = { requestId, decision: 'approve', conditions: '立会いのこと', reason: '' };
  const asked = { ...decision, digest: '0'.repeat(64), password: 'x' };
  expect(await call('media.decide', [asked])).toMatchObject({ refusal: { code: 'not-allowed' } });
  await test.desk.end('locked');

  valueOf(await test.signIn('officer'));
  const read = await call('media.request', [{ id: requestId }]);
  const { digest } = read.ok ? (read.value as { request: { digest: string } }).request : { digest: '' };
  const { password } = people.officer;
  expect(await call('media.decide', [{ ...decision, digest, password: 'wrong' }])).toMatchObject({
    refusal: { code: 'attest-refused', field: 'password' },
  });
  test.now += 60_000;
  expect(await call('media.decide', [{ ...decision, digest, password }])).toMatchObject({ ok: true });
  expect(await call('media.request', [{ id: requestId }])).toMatchObject({
    value: {
      request: {
        state: 'approved',
        requestedBy: people.operator.name,
        decisions: [{ officerName: people.officer.name, conditions: '立会いのこと', signatureHolds: true }],
      },
    },
  });
  expect(await verified(test)).toMatchObject({ state: 'verified', viewsCompared: true });
  expect(context(test).me.name).toBe(people.officer.name);
  expect(reported).toEqual([]);
});
