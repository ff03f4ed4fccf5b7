import { beforeAll, expect, test } from 'vitest';
import { call, RefusalError, whenSessionEnded } from '../../../renderer/api/client.ts';
import { FOUNDED_AT } from '../../main/accounts/desk-fixture.ts';
import { people } from '../../main/vault/fixture.ts';
import { type WindowOnMain, windowOnMain } from '../window-on-main.tsx';

let main: WindowOnMain;
let ended = 0;
beforeAll(async () => {
  main = await windowOnMain();
  whenSessionEnded(() => {
    ended += 1;
  });
  await main.signIn('admin1');
});

test('a value comes through as it is', async () => {
  const accounts = await call('accounts', 'list', {});
  expect(accounts.find(({ identifier }) => identifier === people.auditor.identifier)).toEqual({
    id: people.auditor.accountId,
    identifier: 'kansa',
    name: '監査 五月',
    reading: '',
    roles: ['auditor'],
    state: 'active',
    stateSince: FOUNDED_AT,
    hours: null,
    createdAt: FOUNDED_AT,
    lastSignIn: null,
    passwordAt: FOUNDED_AT,
    mustChangePassword: false,
    keyAlgorithm: 'ed25519',
    keyWanted: false,
  });
});

test('a refusal is thrown with its code, field and feature, and the session goes on', async () => {
  const thrown: unknown = await call('accounts', 'changePassword', {
    current: people.admin1.password,
    next: people.admin1.password,
  }).catch((error: unknown) => error);
  if (!(thrown instanceof RefusalError)) throw new Error('no refusal');
  expect([thrown.feature, thrown.code, thrown.refusal]).toEqual([
    'accounts',
    'password-same',
    { code: 'password-same', field: 'next' },
  ]);
  expect(ended).toBe(0);
});

test('a refusal for want of a session ends the session in the window', async () => {
  await main.desk.end('idle');
  await expect(call('accounts', 'list', {})).rejects.toThrow('no-session');
  expect(ended).toBe(1);
});
