import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordFailure } from '../../../main/vault/attempts.ts';
import { Login } from '../../../renderer/accounts/login.tsx';
import { call } from '../../../renderer/api/client.ts';
import type { Me } from '../../../shared/accounts/model.ts';
import { people } from '../../main/vault/fixture.ts';
import { type WindowOnMain, windowOnMain } from '../window-on-main.tsx';

/** Deriving a key takes a second of processor time by design. */
const LONG = { timeout: 30_000 };

const { identifier, password, accountId } = people.auditor;

/** The login of a founded site at which nobody has signed in. */
async function show(main: WindowOnMain) {
  const signedIn: Me[] = [];
  let faults = 0;
  const gate = await call('accounts', 'gate', {});
  if (gate.state !== 'locked') throw new Error(`the site is ${gate.state}`);
  render(
    <Login
      site={gate.site}
      lastIdentifier={gate.lastIdentifier ?? ''}
      demo={gate.demo}
      onSignedIn={(me) => signedIn.push(me)}
      onRestore={() => undefined}
      onRecover={() => undefined}
      onFault={() => {
        faults += 1;
      }}
    />,
  );
  return { asked: () => main.asked('accounts.signIn'), signedIn, faults: () => faults };
}

const name = () => screen.getByLabelText<HTMLInputElement>('利用者 ID');
const secret = () => screen.getByLabelText<HTMLInputElement>('パスワード');
function submit(typed: string): void {
  fireEvent.change(name(), { target: { value: identifier } });
  fireEvent.change(secret(), { target: { value: typed } });
  fireEvent.submit(screen.getByRole('form'));
}

test('it names the site and says that what is done is recorded; nothing is sent without a password', async () => {
  const { asked } = await show(await windowOnMain());
  expect(screen.getByText('岬浄水場')).toBeDefined();
  expect(screen.getByText('中央監視室')).toBeDefined();
  expect(screen.getByText('サインインとその後の操作は、すべて記録されます。')).toBeDefined();
  submit('');
  expect(asked()).toEqual([]);
});

test('signing in hands over who it is, as it was typed; after a lock the last identifier is offered', async () => {
  const main = await windowOnMain();
  const { asked, signedIn } = await show(main);
  expect(name().value).toBe('');
  submit(password);
  await waitFor(() => expect(signedIn).toHaveLength(1), LONG);
  expect(asked()).toEqual([{ identifier, password }]);
  expect(signedIn).toEqual([await call('accounts', 'me', {})]);
  expect(signedIn[0]).toMatchObject({ accountId, identifier, roles: ['auditor'] });
  await call('accounts', 'lock', {});
  cleanup();
  await show(main);
  expect(name().value).toBe(identifier);
});

test('a refusal does not say which part was wrong, and the password is gone from its field', async () => {
  const { signedIn } = await show(await windowOnMain());
  submit('wrong-password-1');
  await screen.findByText('サインインできません。利用者 ID とパスワードを確かめてください。', {}, LONG);
  expect(secret().value).toBe('');
  expect(signedIn).toEqual([]);
});

test('while main makes one wait, the seconds are shown and nothing is sent', async () => {
  const main = await windowOnMain();
  for (let failure = 0; failure < 9; failure += 1) recordFailure(main.folder.paths, identifier, main.now);
  const { asked } = await show(main);
  submit('wrong-password-1');
  await screen.findByText('あと 32 秒待ってください。');
  submit('wrong-password-2');
  expect(asked()).toEqual([{ identifier, password: 'wrong-password-1' }]);
});

test('a fault of the files has the program ask where it stands, and main says what the fault is', async () => {
  const main = await windowOnMain();
  const { ledger } = main.folder.paths;
  const bytes = readFileSync(ledger);
  bytes.fill(0x5a, 1_000, 1_100);
  writeFileSync(ledger, bytes);
  const { faults } = await show(main);
  submit(password);
  await waitFor(() => expect(faults()).toBe(1), LONG);
  expect(await call('accounts', 'gate', {})).toEqual({
    state: 'refused',
    fault: 'ledger-damaged',
    file: ledger,
  });
});

test('at the wrong time the right password is refused, in words, by the hours that two administrators settled', async () => {
  const main = await windowOnMain();
  main.now = Date.now();
  await main.signIn('admin1');
  // On no weekday but tomorrow's, for an hour.
  const weekday = new Date(main.now + 9 * 3_600_000 + 86_400_000).getUTCDay();
  const { id } = await call('accounts', 'propose', {
    content: {
      kind: 'account-hours',
      accountId,
      hours: { days: [weekday], from: 0, until: 60 },
      reason: '点検の日だけ',
    },
    password: people.admin1.password,
  });
  await call('accounts', 'confirm', {
    proposalId: id,
    identifier: people.admin2.identifier,
    password: people.admin2.password,
  });
  await call('accounts', 'lock', {});
  const { signedIn } = await show(main);
  submit(password);
  await screen.findByText(/^今は、この利用者 ID を使える時間ではありません。/u, {}, LONG);
  expect(signedIn).toEqual([]);
});

test.each([
  ['suspended', /^権限管理者 2 名がこの利用者 ID を停止したため、サインインを終えました。/u],
  ['hours', /^この利用者 ID を使える時間が終わったため、サインインを終えました。/u],
])('a session that ended because %s says so once', async (why, words) => {
  sessionStorage.setItem('suimon.ended', why);
  const main = await windowOnMain();
  await show(main);
  screen.getByText(words);
  cleanup();
  await show(main);
  expect(screen.queryByText(words)).toBeNull();
});
