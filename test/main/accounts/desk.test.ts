import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { trailStatus } from '../../../main/trail/queries.ts';
import { written } from '../trail/ledger.ts';
import { people } from '../vault/fixture.ts';
import { testDesk, type TestDesk } from './desk-fixture.ts';

function context(test: TestDesk) {
  const found = test.desk.context();
  if (found === undefined) throw new Error('no session');
  return found;
}

/** The last entries of the chain, oldest first, as `type` and data. */
function last(test: TestDesk, count: number) {
  return written(context(test).read, count)
    .toReversed()
    .map(({ type, data }) => [type, data]);
}

describe('signing in', () => {
  it('opens a session of the person, records it, and locks again', async () => {
    const test = await testDesk();
    expect(test.desk.gate()).toMatchObject({ state: 'locked', site: { code: 'misaki' } });
    expect(await test.signIn('officer')).toEqual(
      ok({
        accountId: people.officer.accountId,
        identifier: 'sekinin',
        name: '責任 三郎',
        roles: ['officer', 'bcp'],
        site: { code: 'misaki', name: '岬浄水場', room: '中央監視室' },
        demo: false,
        failedSince: 0,
        mustChangePassword: false,
        passwordMin: 12,
        idleMinutes: 10,
      }),
    );
    expect(last(test, 1)).toEqual([['session.opened', {}]]);
    await test.desk.end('locked');
    expect(test.desk.context()).toBeUndefined();
    expect(test.pushed).toEqual(['accounts.sessionEnded {"why":"locked"}']);
    expect(test.desk.gate()).toMatchObject({ state: 'locked', lastIdentifier: 'sekinin' });
    await test.signIn('officer');
    expect(last(test, 2)).toEqual([
      ['session.closed', { why: 'locked' }],
      ['session.opened', {}],
    ]);
    await test.desk.end('quit');
  });

  it('A1 refuses a wrong password and an unknown identifier in the same words, and records both at the next opening', async () => {
    const test = await testDesk();
    expect(await test.signIn('auditor', 'wrong-password-1')).toEqual(refuse('sign-in-refused'));
    expect(await test.desk.signIn('nobody', 'wrong-password-1')).toEqual(refuse('sign-in-refused'));
    expect(await test.desk.signIn('my password, typed here', 'x')).toEqual(refuse('sign-in-refused'));
    const signedIn = await test.signIn('auditor');
    expect(signedIn).toMatchObject({ ok: true, value: { failedSince: 1 } });
    const at = test.now;
    expect(last(test, 4)).toEqual([
      ['session.refused', { identifier: 'kansa', times: 1, first: at, last: at }],
      ['session.refused', { identifier: 'nobody', times: 1, first: at, last: at }],
      ['session.refused', { identifier: '(malformed)', times: 1, first: at, last: at }],
      ['session.opened', {}],
    ]);
    await test.desk.end('quit');
  });

  it('U6 slows guessing down, also over a restart', async () => {
    const test = await testDesk();
    for (let guess = 0; guess < 4; guess += 1) {
      expect(await test.signIn('auditor', 'wrong-password-1')).toEqual(refuse('sign-in-refused'));
    }
    const again = await testDesk(test.folder);
    again.now = test.now;
    expect(await again.signIn('auditor')).toEqual(refuse('sign-in-wait', { detail: { seconds: 1 } }));
    again.now += 1_000;
    expect(await again.signIn('auditor')).toMatchObject({ ok: true });
    await again.desk.end('quit');
  });

  it('makes a checkpoint when an officer or auditor signs in, and none for an operator', async () => {
    const test = await testDesk();
    await test.signIn('operator');
    expect(trailStatus(context(test).read)?.lastCheckpoint).toBeUndefined();
    await test.signIn('auditor');
    const status = trailStatus(context(test).read);
    expect(status?.lastCheckpoint).toEqual({ at: test.now, size: status?.size });
    await test.desk.end('quit');
  });

  it('asks for a new password where one was handed out, and takes it', async () => {
    const test = await testDesk();
    const current = people.operator.password;
    expect(await test.signIn('operator')).toMatchObject({ ok: true, value: { mustChangePassword: true } });
    expect(await test.desk.changePassword(current, 'passwordpassword')).toEqual(
      refuse('password-common', { field: 'next' }),
    );
    expect(await test.desk.changePassword(current, 'x-souta-harbour-71')).toEqual(
      refuse('password-holds-name', { field: 'next' }),
    );
    expect(await test.desk.changePassword('not-the-current', 'quiet-harbour-71-lamp')).toEqual(
      refuse('password-wrong', { field: 'current' }),
    );
    expect(await test.desk.changePassword(current, 'quiet-harbour-71-lamp')).toEqual(ok(null));
    expect(context(test).me.mustChangePassword).toBe(false);
    await test.desk.end('locked');
    expect(await test.signIn('operator')).toEqual(refuse('sign-in-refused'));
    expect(await test.signIn('operator', 'quiet-harbour-71-lamp')).toMatchObject({
      value: { mustChangePassword: false },
    });
    await test.desk.end('quit');
  });
});

describe('an idle session', () => {
  it('locks after ten minutes without attention and not before', async () => {
    const test = await testDesk();
    await test.signIn('auditor');
    test.now += 9 * 60_000;
    test.desk.attend();
    test.now += 10 * 60_000;
    await test.desk.tick(test.now);
    expect(test.desk.context()).toBeDefined();
    test.now += 1;
    await test.desk.tick(test.now);
    expect(test.desk.context()).toBeUndefined();
    expect(test.pushed.at(-1)).toBe('accounts.sessionEnded {"why":"idle"}');
  });
});

describe('a ledger that is older than this machine saw it', () => {
  it('A4 raises the alarm when the whole file was rolled back, and records it', async () => {
    const test = await testDesk();
    await test.signIn('auditor');
    await test.desk.end('locked');
    cpSync(test.folder.paths.ledgerFolder, `${test.folder.root}/old`, { recursive: true });
    test.now += 60_000;
    await test.signIn('auditor');
    const size = trailStatus(context(test).read)?.size ?? 0;
    await test.desk.end('locked');
    rmSync(test.folder.paths.ledgerFolder, { recursive: true });
    cpSync(`${test.folder.root}/old`, test.folder.paths.ledgerFolder, { recursive: true });

    const again = await testDesk(test.folder);
    again.now = test.now + 60_000;
    expect(await again.signIn('auditor')).toMatchObject({
      ok: true,
      value: { shortfall: { expected: size + 1, found: size - 1 } },
    });
    expect(last(again, 2)).toMatchObject([
      ['trail.shortfall', { expectedSize: size + 1, foundSize: size - 1 }],
      ['session.opened', {}],
    ]);
    expect(trailStatus(context(again).read)?.shortfalls).toBe(1);
    await again.desk.end('quit');
  });
});

describe('a file that cannot be opened', () => {
  it('is told before sign-in, each fault by its name', async () => {
    const test = await testDesk();
    const { ledger, keys } = test.folder.paths;
    rmSync(keys);
    expect(test.desk.gate()).toEqual({ state: 'refused', fault: 'keys-missing', file: keys });
    rmSync(ledger);
    writeFileSync(ledger, 'SQLite format 3\0'.padEnd(4096, '\0'));
    expect(test.desk.gate()).toMatchObject({ state: 'refused' });
  });
});
