import { describe, expect, it } from 'vitest';
import { FIRST_POLICY } from '../../../shared/accounts/policy.ts';
import { DAY } from '../../../shared/kernel/time.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { refuseProposed, withdraw } from '../../../main/accounts/proposals/commands.ts';
import { accountRow, listAccounts, listProposals, proposalById } from '../../../main/accounts/queries.ts';
import { written } from '../trail/ledger.ts';
import { people } from '../vault/fixture.ts';
import { testDesk, type TestDesk } from './desk-fixture.ts';
import { confirmAs, context, NEWCOMER, proposeAs, together, valueOf, verified } from './two-people.ts';

const { admin1, admin2, auditor, officer, operator } = people;

async function signedIn(): Promise<TestDesk> {
  const test = await testDesk();
  valueOf(await test.signIn('admin1'));
  return test;
}

function last(test: TestDesk, count: number) {
  return written(context(test).read, count)
    .toReversed()
    .map(({ type, actor }) => [type, actor]);
}

describe('two people', () => {
  it('make an account together, both signing; its holder changes the password handed over and then has a key of their own', async () => {
    const test = await signedIn();
    const { id } = valueOf(await proposeAs(test, NEWCOMER));
    expect(listAccounts(context(test).read).some(({ identifier }) => identifier === 'shinjin')).toBe(false);
    const { handed, shares } = valueOf(await confirmAs(test, id));
    expect(shares).toEqual([]);
    expect(last(test, 3)).toEqual([
      ['proposal.made', admin1.accountId],
      ['proposal.confirmed', admin2.accountId],
      ['account.registered', admin2.accountId],
    ]);
    const [{ accountId, password } = { accountId: '', password: '' }] = handed;
    expect(handed).toEqual([{ accountId, identifier: 'shinjin', name: '新人 六郎', password }]);
    expect(password).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/u);
    expect(proposalById(context(test).read, id, test.now)).toMatchObject({
      state: 'confirmed',
      madeByName: admin1.name,
      decidedByName: admin2.name,
    });
    expect(context(test).me.name).toBe(admin1.name);

    await test.desk.end('locked');
    expect(valueOf(await test.desk.signIn('SHINJIN', password))).toMatchObject({ mustChangePassword: true });
    expect(await test.desk.changePassword(password, 'minato-no-akari-71')).toEqual(ok(null));
    expect(accountRow(context(test).read, accountId)).toMatchObject({
      keyAlgorithm: 'ed25519',
      keyWanted: false,
      mustChangePassword: false,
    });
    expect(last(test, 2)).toEqual([
      ['account.keyMade', accountId],
      ['account.passwordChanged', accountId],
    ]);
    // Nobody who holds the site's keys was there yet.
    expect(
      context(test)
        .keys()
        .slots.find((slot) => slot.accountId === accountId)?.holdsSite,
    ).toBe(false);
    await test.desk.end('locked');
    valueOf(await test.signIn('auditor'));
    expect(
      context(test)
        .keys()
        .slots.find((slot) => slot.accountId === accountId)?.holdsSite,
    ).toBe(true);
    expect(await verified(test)).toMatchObject({ state: 'verified', viewsCompared: true });
    await test.desk.end('quit');
  });

  it('U1 refuses to confirm one’s own proposal, in one’s own session or as the second on the page, and by somebody of another role', async () => {
    const test = await signedIn();
    const { id } = valueOf(await proposeAs(test, NEWCOMER));
    expect(await confirmAs(test, id, admin1)).toEqual(refuse('proposal-own'));
    expect(await confirmAs(test, id, officer)).toEqual(refuse('not-allowed'));
    expect(await confirmAs(test, id, operator)).toEqual(refuse('attest-no-key', { field: 'identifier' }));
    expect(await confirmAs(test, id, { ...admin2, password: 'not-hers-at-all' })).toEqual(
      refuse('attest-refused', { field: 'password' }),
    );
    expect(await proposeAs(test, NEWCOMER, 'not-mine-at-all')).toEqual(
      refuse('attest-refused', { field: 'password' }),
    );
    expect(listAccounts(context(test).read)).toHaveLength(5);
    await test.desk.end('quit');
  });

  it('a proposal is refused with a reason by the second, withdrawn by its maker alone, and ends after seven days', async () => {
    const test = await signedIn();
    const first = valueOf(await proposeAs(test, NEWCOMER));
    expect(await proposeAs(test, NEWCOMER)).toEqual(refuse('proposal-open-already'));
    const { identifier, password } = admin2;
    const refusing = { proposalId: first.id, identifier, password, reason: '綴りが違います' };
    expect(await refuseProposed(context(test), refusing)).toEqual(ok(null));
    expect(await confirmAs(test, first.id)).toEqual(refuse('proposal-refused'));
    const second = valueOf(await proposeAs(test, NEWCOMER));
    expect(await withdraw(context(test), { proposalId: second.id, reason: '取り下げます' })).toEqual(
      ok(null),
    );
    expect(await confirmAs(test, second.id)).toEqual(refuse('proposal-withdrawn'));
    const third = valueOf(await proposeAs(test, NEWCOMER));
    test.now += 7 * DAY - 1;
    expect(proposalById(context(test).read, third.id, test.now)?.state).toBe('open');
    test.now += 1;
    expect(await confirmAs(test, third.id)).toEqual(refuse('proposal-expired'));
    expect(listProposals(context(test).read, 10, test.now).map(({ state }) => state)).toEqual([
      'expired',
      'withdrawn',
      'refused',
      'confirmed',
    ]);
    expect(await verified(test)).toMatchObject({ state: 'verified' });
    await test.desk.end('quit');
  });

  it('U4 an identifier is never given again: not in another case or width, not after its account was closed', async () => {
    const test = await signedIn();
    expect(await proposeAs(test, { ...NEWCOMER, identifier: 'souta' })).toEqual(
      refuse('identifier-taken', { field: 'identifier' }),
    );
    await together(test, { kind: 'account-close', accountIds: [operator.accountId], reason: '退職' });
    expect(await proposeAs(test, { ...NEWCOMER, identifier: 'souta' })).toEqual(
      refuse('identifier-taken', { field: 'identifier' }),
    );
    await test.desk.end('quit');
  });

  it('U5 neither of the last two administrators, nor the last officer, can be suspended, closed or given other roles', async () => {
    const test = await signedIn();
    const reason = '試し';
    expect(await proposeAs(test, { kind: 'account-suspend', accountId: officer.accountId, reason })).toEqual(
      refuse('last-officer'),
    );
    expect(
      await proposeAs(test, { kind: 'account-roles', accountId: officer.accountId, roles: ['bcp'], reason }),
    ).toEqual(refuse('last-officer'));
    expect(
      await proposeAs(test, {
        kind: 'account-close',
        accountIds: [auditor.accountId, officer.accountId],
        reason,
      }),
    ).toEqual(refuse('last-officer'));
    // With two administrators nobody is left to confirm what concerns one of them.
    expect(await proposeAs(test, { kind: 'account-suspend', accountId: admin2.accountId, reason })).toEqual(
      refuse('proposal-nobody-to-confirm'),
    );
    await test.desk.end('quit');
  });

  it('an administrator’s identifier does no other work, and what changes nothing is not proposed', async () => {
    const test = await signedIn();
    const reason = '試し';
    const roles = ['administrator', 'operator'] as const;
    expect(await proposeAs(test, { ...NEWCOMER, roles: [...roles] })).toEqual(
      refuse('administrator-ledger-role', { field: 'roles' }),
    );
    const same = {
      kind: 'account-roles',
      accountId: operator.accountId,
      roles: ['operator'],
      reason,
    } as const;
    expect(await proposeAs(test, { ...same, roles: [...same.roles] })).toEqual(
      refuse('proposal-nothing-changes', { field: 'roles' }),
    );
    await test.desk.end('quit');
  });

  it('settle rules for everybody: the length of passwords, idle minutes, and the age at which a password is replaced', async () => {
    const test = await signedIn();
    const policy = { ...FIRST_POLICY, passwordMin: 16, passwordMaxDays: 30, idleMinutes: 3 };
    await together(test, { kind: 'policy', policy, reason: '内規の改定' });
    expect(context(test).me).toMatchObject({ passwordMin: 16, idleMinutes: 3, mustChangePassword: false });
    expect(await test.desk.changePassword(admin1.password, 'short-but-12')).toEqual(
      refuse('password-too-short', { field: 'next', detail: { min: 16 } }),
    );
    test.now += 3 * 60_000 + 1;
    await test.desk.tick(test.now);
    expect(test.desk.context()).toBeUndefined();
    test.now += 31 * DAY;
    expect(valueOf(await test.signIn('admin2'))).toMatchObject({ mustChangePassword: true });
    await test.desk.end('quit');
  });

  it('set hours: outside them the right password is refused and recorded, and a session ends with them', async () => {
    const test = await signedIn();
    // The fixture's day is a Thursday, nine in the morning in Japan.
    const hours = { days: [4], from: 8 * 60, until: 17 * 60 };
    await together(test, { kind: 'account-hours', accountId: auditor.accountId, hours, reason: '日勤のみ' });
    await test.desk.end('locked');
    valueOf(await test.signIn('auditor'));
    test.now += 8 * 3_600_000 - 60_000;
    test.desk.attend();
    await test.desk.tick(test.now);
    expect(test.desk.context()).toBeDefined();
    test.now += 60_000;
    test.desk.attend();
    await test.desk.tick(test.now);
    expect(test.desk.context()).toBeUndefined();
    expect(test.pushed.at(-1)).toBe('accounts.sessionEnded {"why":"hours"}');
    expect(await test.signIn('auditor')).toEqual(refuse('sign-in-hours'));
    valueOf(await test.signIn('officer'));
    expect(written(context(test).read, 3)).toContainEqual(
      expect.objectContaining({
        type: 'session.refused',
        data: { identifier: 'kansa', times: 1, first: test.now, last: test.now },
      }),
    );
    await test.desk.end('quit');
  });
});
