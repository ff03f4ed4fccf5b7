import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { refuse } from '../../../shared/kernel/result.ts';
import { dispatcher } from '../../../main/ipc/dispatch.ts';
import { accountRow, rotationOf } from '../../../main/accounts/queries.ts';
import { propose } from '../../../main/accounts/proposals/commands.ts';
import { written } from '../trail/ledger.ts';
import { openLedger } from '../../../main/vault/open-ledger.ts';
import { openOwnSlot } from '../../../main/vault/own-slot.ts';
import { parseKeysFile } from '../../../main/vault/keys-file.ts';
import { people } from '../vault/fixture.ts';
import { testDesk, type TestDesk } from './desk-fixture.ts';
import { confirmAs, context, NEWCOMER, proposeAs, together, valueOf, verified } from './two-people.ts';

const { admin1, admin2, operator } = people;
const reason = '不正使用のおそれ';

/** Waits until the ledger stands under the key of this epoch. */
async function rotated(test: TestDesk, epoch: number): Promise<void> {
  await vi.waitFor(
    () => {
      const session = test.desk.context();
      if (session === undefined || rotationOf(session.read).epoch !== epoch) throw new Error('not yet');
    },
    { timeout: 20_000, interval: 20 },
  );
}

/** A third administrator, whose password handed over has been replaced, at a desk that is locked again. */
async function withThird(
  test: TestDesk,
): Promise<{ readonly accountId: string; readonly identifier: string; readonly password: string }> {
  valueOf(await test.signIn('admin1'));
  const { handed } = await together(test, { ...NEWCOMER, roles: ['administrator'] });
  const [third] = handed;
  if (third === undefined) throw new Error('nothing was handed over');
  await test.desk.end('locked');
  valueOf(await test.desk.signIn(third.identifier, third.password));
  const password = 'daisan-no-kagi-2026';
  valueOf(await test.desk.changePassword(third.password, password));
  await test.desk.end('locked');
  return { ...third, password };
}

describe('suspending somebody', () => {
  it('A10 takes their slot at once, puts the ledger under a new key, and no older file opens anything', async () => {
    const test = await testDesk();
    const { paths } = test.folder;
    const before = join(test.folder.root, 'before');
    valueOf(await test.signIn('admin1'));
    cpSync(paths.ledgerFolder, before, { recursive: true });
    const oldKeys = readFileSync(paths.keys);
    const secret = readFileSync(paths.secret);
    const old = await openOwnSlot(
      parseKeysFile(oldKeys, paths.keys),
      operator.identifier,
      operator.password,
      secret,
    );
    if (old === undefined) throw new Error('no slot');

    await together(test, { kind: 'account-suspend', accountId: operator.accountId, reason });
    expect(
      context(test)
        .keys()
        .slots.some(({ accountId }) => accountId === operator.accountId),
    ).toBe(false);
    await rotated(test, 2);
    expect(rotationOf(context(test).read)).toMatchObject({ epoch: 2, dueSince: null });
    expect(written(context(test).read, 1)).toMatchObject([
      { type: 'keys.rotated', actor: 'system', data: { epoch: 2, why: 'removal' } },
    ]);
    expect(await verified(test)).toMatchObject({ state: 'verified' });
    await test.desk.end('locked');

    // The key that the operator's slot held opens the copy of before, and not the ledger of now.
    openLedger(join(before, 'ledger.suimon'), old.secrets.ledgerKey, 'write').close();
    expect(() => openLedger(paths.ledger, old.secrets.ledgerKey, 'write')).toThrow('ledger-damaged');
    expect(await test.signIn('operator')).toEqual(refuse('sign-in-refused'));
    const current = readFileSync(paths.keys);
    writeFileSync(paths.keys, oldKeys);
    expect(await test.signIn('operator')).toEqual(
      refuse('sign-in-fault', { detail: { fault: 'ledger-damaged' } }),
    );
    writeFileSync(paths.keys, current);
    for (const who of ['admin1', 'admin2', 'officer', 'auditor'] as const) {
      valueOf(await test.signIn(who));
      await test.desk.end('locked');
    }
  });

  it('is undone by two people with a new password, under the same identifier', async () => {
    const test = await testDesk();
    valueOf(await test.signIn('admin1'));
    await together(test, { kind: 'account-suspend', accountId: operator.accountId, reason });
    await rotated(test, 2);
    const { handed } = await together(test, {
      kind: 'account-restore',
      accountId: operator.accountId,
      reason,
    });
    expect(handed).toMatchObject([{ identifier: 'souta', name: operator.name }]);
    await test.desk.end('locked');
    expect(await test.signIn('operator')).toEqual(refuse('sign-in-refused'));
    expect(valueOf(await test.desk.signIn('souta', handed[0]?.password ?? ''))).toMatchObject({
      accountId: operator.accountId,
      mustChangePassword: true,
    });
    await test.desk.end('quit');
  });

  it('U3 ends the live session of whoever is suspended at its next call, a dialog that waits included', async () => {
    const test = await testDesk();
    const third = await withThird(test);
    valueOf(await test.signIn('admin2'));
    const { id } = valueOf(
      await propose(context(test), {
        content: { kind: 'account-suspend', accountId: admin1.accountId, reason },
        password: admin2.password,
      }),
    );
    await test.desk.end('locked');
    valueOf(await test.signIn('admin1'));
    const call = dispatcher(test.desk, () => undefined);
    const held = context(test);
    expect(await call('accounts.list', [{}])).toMatchObject({ ok: true });
    valueOf(await confirmAs(test, id, third));
    expect(await call('accounts.list', [{}])).toEqual(refuse('no-session'));
    // What was begun before has kept its context, and changes nothing with it.
    expect(await propose(held, { content: NEWCOMER, password: admin1.password })).toMatchObject({
      ok: false,
    });
    await vi.waitFor(() => expect(test.pushed.at(-1)).toBe('accounts.sessionEnded {"why":"suspended"}'), {
      timeout: 20_000,
    });
    expect(await test.signIn('admin1')).toEqual(refuse('sign-in-refused'));
    valueOf(await test.signIn('admin2'));
    expect(accountRow(context(test).read, admin1.accountId)?.state).toBe('suspended');
    await test.desk.end('quit');
  });

  it('U2 makes void what they proposed before, also once they are back', async () => {
    const test = await testDesk();
    const third = await withThird(test);
    valueOf(await test.signIn('admin1'));
    const { id } = valueOf(await proposeAs(test, { ...NEWCOMER, identifier: 'ato' }));
    await test.desk.end('locked');
    valueOf(await test.signIn('admin2'));
    const suspending = valueOf(
      await propose(context(test), {
        content: { kind: 'account-suspend', accountId: admin1.accountId, reason },
        password: admin2.password,
      }),
    );
    valueOf(await confirmAs(test, suspending.id, third));
    expect(await confirmAs(test, id, third)).toEqual(refuse('proposal-void'));
    await rotated(test, 2);
    const restoring = valueOf(
      await propose(context(test), {
        content: { kind: 'account-restore', accountId: admin1.accountId, reason },
        password: admin2.password,
      }),
    );
    valueOf(await confirmAs(test, restoring.id, third));
    expect(await confirmAs(test, id, third)).toEqual(refuse('proposal-void'));
    expect(await verified(test)).toMatchObject({ state: 'verified' });
    await test.desk.end('quit');
  });
});
