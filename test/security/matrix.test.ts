import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEFORE_PASSWORD_CHANGE, matrix, mayCall } from '../../shared/accounts/matrix.ts';
import { type Role, ROLES } from '../../shared/accounts/model.ts';
import { contracts } from '../../shared/contracts.ts';
import type { AnyChannel } from '../../shared/kernel/contract.ts';
import { refuse } from '../../shared/kernel/result.ts';
import { channelNames } from '../../main/features.ts';
import { dispatcher } from '../../main/ipc/dispatch.ts';
import { ownHead } from '../../main/trail/append.ts';
import { people } from '../main/vault/fixture.ts';
import { type TestDesk, testDesk } from '../main/accounts/desk-fixture.ts';
import { inspectionInputs } from './inspection-inputs.ts';
import { registerInputs } from './register-inputs.ts';
import { requestInputs } from './request-inputs.ts';
import { templateInputs } from './template-inputs.ts';

const reported: string[] = [];

function dispatch(test: TestDesk) {
  return dispatcher(test.desk, (channel, error) => reported.push(`${channel}: ${String(error)}`));
}

function channelOf(name: string): AnyChannel {
  const [feature = '', channel = ''] = name.split('.');
  const found = Object.values(contracts).find((contract) => contract.name === feature);
  const entry = Object.entries<AnyChannel>(found?.channels ?? {}).find(([key]) => key === channel);
  if (entry === undefined) throw new Error(name);
  return entry[1];
}

const sessionChannels = channelNames().filter((name) => channelOf(name).access === 'session');

/** Somebody of the fixture for each role; the officer is also bcp, and nobody is bcp alone. */
const holders: Readonly<Record<'operator' | 'officer' | 'auditor' | 'administrator', keyof typeof people>> = {
  operator: 'operator',
  officer: 'officer',
  auditor: 'auditor',
  administrator: 'admin1',
};

/** Ends the session or opens a dialog of the system: what they do is tested where it can be seen. */
const NOT_CALLED = new Set([
  'accounts.lock',
  'accounts.signOut',
  'entries.chooseImport',
  'media.chooseDrive',
  'media.chooseList',
  'media.exportList',
  'trail.compareFile',
  'trail.export',
  'sheets.savePdf',
  'sheets.print',
  'vault.chooseFolder',
  'vault.chooseDrill',
  'vault.chooseBackup',
]);

describe('the written matrix', () => {
  it('P2 names every channel of the contracts and no other', () => {
    expect(Object.keys(matrix).toSorted()).toEqual([...channelNames()].toSorted());
  });

  it('P2 gives an administrator accounts and backups alone, and an auditor nothing that changes a ledger', () => {
    const of = (role: Role) => sessionChannels.filter((name) => mayCall(name, [role]));
    expect(of('administrator').filter((name) => !/^(?:accounts|vault)\./u.test(name))).toEqual([]);
    const changes = of('auditor').filter(
      (name) => channelOf(name).kind === 'command' && !name.startsWith('accounts.'),
    );
    expect(changes).toEqual([
      'media.exportList',
      'trail.verify',
      'trail.cancelVerify',
      'trail.compareSlip',
      'trail.compareFile',
      'trail.review',
      'trail.export',
      'trail.cancelExport',
      'trail.cancelErasure',
      'vault.lookAgain',
    ]);
  });

  it('P2 gives nobody without a role anything that needs a session', () => {
    expect(sessionChannels.filter((name) => mayCall(name, []))).toEqual([]);
    expect(mayCall('entries.nothing', [...ROLES])).toBe(false);
  });
});

describe.each(Object.entries(holders))('P2 somebody who is %s', (role, who) => {
  let test: TestDesk;
  beforeAll(async () => {
    test = await testDesk();
    await test.signIn(who);
    if (who === 'operator') {
      await test.desk.changePassword(people.operator.password, 'quiet-harbour-71-lamp');
    }
  });
  afterAll(() => test.desk.end('quit'));

  it('is refused every channel that the matrix does not give, before its handler is asked', async () => {
    const roles = people[who].roles;
    const call = dispatch(test);
    expect(roles).toContain(role);
    for (const name of sessionChannels.filter((channel) => !NOT_CALLED.has(channel))) {
      const reply = await call(name, [validInput(name)]);
      const refused = !reply.ok && reply.refusal.code === 'not-allowed';
      expect(refused, name).toBe(!mayCall(name, roles));
    }
  });
});

/** Something each schema takes, so that the role is what is asked. */
function validInput(name: string): unknown {
  const id = '01990000-0000-7000-8000-0000000000ff';
  const details = {
    kind: 'visitor',
    name: '検査 太郎',
    reading: '',
    organisation: '',
    purpose: '',
    host: '',
    escort: '',
    identity: 'not-seen',
    areaId: id,
    belongings: '',
    workReference: '',
    note: '',
  };
  const area = {
    name: '区域',
    reading: '',
    level: 1,
    escort: 'nobody',
    badge: false,
    identity: false,
    guidance: '',
  };
  const mapping = {
    headerRow: true,
    columns: [],
    kind: 'visitor',
    areaId: null,
    areas: [],
    organisation: '',
    purpose: '',
  };
  const candidates: readonly unknown[] = [
    {},
    { limit: 1 },
    { filter: {}, limit: 1 },
    { seq: 1 },
    { size: '1', head: '0'.repeat(16) },
    { text: 'x' },
    { first: 1, last: 1, head: '0'.repeat(64), findings: 'x', measures: '', password: 'x' },
    { withhold: [] },
    { id },
    { visitId: id, reason: 'x' },
    { badgeId: id },
    { badgeId: id, reason: 'x' },
    { filter: {}, offset: 0, limit: 1 },
    { text: 'x', filter: {}, limit: 1 },
    { text: 'x', kind: 'visitor' },
    { field: 'host', text: 'x' },
    { current: 'x', next: 'quiet-harbour-72-lamp' },
    { draft: null },
    { visits: [{ visitId: id, badgeReturned: false, exitedAt: null, lateReason: '' }] },
    { visitId: id, explanation: 'x', source: 'x', exitedAt: null },
    { visitId: id, changes: {}, reason: 'x' },
    { badges: [{ label: 'x', level: 1 }] },
    area,
    { areaId: id, details: area, reason: 'x' },
    { areaId: id, reason: 'x' },
    { details, party: [], expectedFrom: 1, expectedUntil: null },
    {
      visitId: null,
      details,
      badgeId: null,
      followIn: 'nobody',
      party: [],
      expectedUntil: null,
      enteredAt: null,
      lateReason: '',
      anotherPerson: false,
    },
    { proposalId: id, identifier: null, password: 'x' },
    { proposalId: id, identifier: null, password: 'x', reason: 'x' },
    { proposalId: id, reason: 'x' },
    { share: 'x' },
    { accountId: id },
    { content: { kind: 'account-suspend', accountId: id, reason: 'x' }, password: 'x' },
    { items: [], remarks: '', password: 'x' },
    { folder: null },
    { folder: null, times: null },
    { source: id, password: 'x' },
    { source: id, acknowledged: true },
    { file: id, mapping },
    { file: id, mapping: { ...mapping, exits: 'in-file' } },
    ...registerInputs(id),
    ...requestInputs(id),
    ...templateInputs(id),
    ...inspectionInputs(id),
  ];
  const { input } = channelOf(name);
  const found = candidates.find((candidate) => input.safeParse(candidate).success);
  if (found === undefined) throw new Error(`no valid input for ${name}: add one`);
  return found;
}

describe('a call', () => {
  let test: TestDesk;
  let call: ReturnType<typeof dispatcher>;
  beforeAll(async () => {
    test = await testDesk();
    call = dispatch(test);
  });
  afterAll(() => test.desk.end('quit'));

  it('P1 on an unknown channel, with extra arguments or none, is refused', async () => {
    expect(await call('entries.nothing', [{}])).toEqual(refuse('unknown-channel'));
    expect(await call('__proto__', [{}])).toEqual(refuse('unknown-channel'));
    expect(await call('accounts.gate', [])).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
    expect(await call('accounts.gate', [{}, {}])).toMatchObject({
      ok: false,
      refusal: { code: 'invalid-input' },
    });
    expect(await call('accounts.gate', [{ extra: 1 }])).toMatchObject({
      ok: false,
      refusal: { code: 'invalid-input' },
    });
  });

  it('P2 without a session is refused on every channel that needs one', async () => {
    for (const name of sessionChannels)
      expect(await call(name, [validInput(name)]), name).toEqual(refuse('no-session'));
  });

  it('P2 with a password that was handed out reaches nothing but its change', async () => {
    await test.signIn('operator');
    for (const name of sessionChannels.filter((channel) => mayCall(channel, ['operator']))) {
      if (BEFORE_PASSWORD_CHANGE.has(name)) continue;
      expect(await call(name, [validInput(name)]), name).toEqual(refuse('password-change-first'));
    }
    await test.desk.end('locked');
  });

  it('P3 with fuzzed arguments is refused by type on every channel, writes nothing and breaks nothing', async () => {
    await test.signIn('officer');
    const context = test.desk.context();
    if (context === undefined) throw new Error('no session');
    const before = ownHead(context.read)?.seq;
    reported.length = 0;
    const anything = fc.anything({ maxDepth: 3, withNullPrototype: true, withBigInt: true, withDate: true });
    for (const name of channelNames().filter((channel) => !NOT_CALLED.has(channel))) {
      const { input } = channelOf(name);
      await fc.assert(
        fc.asyncProperty(anything, async (value) => {
          if (input.safeParse(value).success) return;
          const reply = await call(name, [value]);
          expect(reply, name).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
        }),
        { numRuns: 60 },
      );
    }
    expect(reported).toEqual([]);
    expect(ownHead(context.read)?.seq).toBe(before);
    await test.desk.end('locked');
  });

  it('P9 that is refused says nothing of what it carried', async () => {
    const secret = 'himitsu-marker-8841';
    const replies = [
      await call('accounts.signIn', [{ identifier: secret, password: secret }]),
      await call('accounts.signIn', [{ identifier: 'x'.repeat(65), password: secret }]),
      await call('accounts.found', [{ site: { code: secret }, accounts: secret }]),
    ];
    expect(JSON.stringify(replies)).not.toContain(secret);
    expect(reported.join('\n')).not.toContain(secret);
  });
});
