import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { handedOver, useHandover } from '../../../renderer/accounts/proposals/handover-store.ts';
import { call } from '../../../renderer/api/client.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import { people } from '../../main/vault/fixture.ts';
import { accountWork, decide, fillAndSubmit, LONG, showWork } from './work-on-main.tsx';

const NEW = { 氏名: '新井 あらた', よみ: 'あらい あらた', '利用者 ID': 'ＡＲＡＩ', 理由: '四月からの配属' };

async function proposeArai(): Promise<void> {
  await showWork('/accounts/new');
  const form = await screen.findByRole('form', { name: '利用者を登録' });
  fireEvent.click(within(form).getByRole('checkbox', { name: '制御室職員' }));
  fillAndSubmit(form, { ...NEW, あなたのパスワード: people.admin1.password });
  await screen.findByRole('heading', { level: 2, name: '新井 あらた' }, LONG);
}

test('two administrators make an account on one page; the password is shown once and opens the account', async () => {
  const main = await accountWork();
  await proposeArai();
  expect(main.asked('accounts.propose')).toEqual([
    {
      content: {
        kind: 'account-create',
        identifier: 'arai',
        name: '新井 あらた',
        reading: 'あらい あらた',
        roles: ['operator'],
        hours: null,
        reason: '四月からの配属',
      },
      password: people.admin1.password,
    },
  ]);
  screen.getByText('提案した人とは別の権限管理者が確認します。対象の本人は、提案も確認もできません。');
  screen.getByText('確認できる人: 管理 二葉');
  await decide('admin2');
  const slip = await screen.findByRole('dialog', { name: '初期パスワード通知書' }, LONG);
  const paper = within(await within(slip).findByRole('region', { name: '1 / 1 ページ' }));
  for (const [label, value] of [
    ['氏名', '新井 あらた'],
    ['利用者 ID', 'arai'],
    ['提案した人', '管理 一郎'],
    ['確認した人', '管理 二葉'],
  ] as const)
    expect(paper.getByRole('rowheader', { name: label }).nextElementSibling?.textContent).toBe(value);
  const password = paper.getByRole('group', { name: '初期パスワード' }).textContent ?? '';
  expect(password).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/u);

  fireEvent.keyDown(slip, { key: 'Escape' });
  const leaving = await screen.findByRole('alertdialog', { name: 'もう表示されません' });
  expect(useHandover.getState().waiting).toHaveLength(1);
  fireEvent.click(within(leaving).getByRole('button', { name: '印刷か書き写しを済ませた' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(useHandover.getState().waiting).toEqual([]);
  await screen.findByText('管理 一郎 さんが提案し、管理 二葉 さんが確認しました。');
  expect(document.body.textContent).not.toContain(password);
  expect(
    JSON.stringify(
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ),
  ).not.toContain(password);
  expect(await call('accounts', 'list', {})).toContainEqual(
    expect.objectContaining({ identifier: 'arai', mustChangePassword: true, state: 'active' }),
  );
  await call('accounts', 'lock', {});
  expect(await main.desk.signIn('arai', password)).toMatchObject({
    ok: true,
    value: { name: '新井 あらた', mustChangePassword: true },
  });
});

test('what is handed over is not lost when the page is left before main answers', async () => {
  await accountWork();
  await proposeArai();
  await decide('admin2');
  cleanup();
  await waitFor(() => expect(useHandover.getState().waiting).toHaveLength(1), LONG);
  expect(useHandover.getState().waiting[0]).toMatchObject({
    kind: 'password',
    maker: '管理 一郎',
    decider: '管理 二葉',
    handed: { identifier: 'arai', name: '新井 あらた' },
  });
  handedOver();
});

test('U1 the proposer who types their own identifier is told so before anything is sent; a wrong password changes nothing', async () => {
  const main = await accountWork();
  await proposeArai();
  screen.getByText('サインイン中の 管理 一郎 さんは判断できません。');
  await decide('admin1');
  expect(
    await screen.findAllByText('提案した本人は、確認も却下もできません。別の権限のある人が行ってください。'),
  ).toHaveLength(2);
  expect(main.asked('accounts.confirm')).toEqual([]);
  fillAndSubmit(screen.getByRole('form', { name: '判断' }), {
    '判断する人の利用者 ID': people.admin2.identifier,
    判断する人のパスワード: 'not-the-password',
  });
  await screen.findByText('パスワードか利用者 ID が違います。何も変わっていません。', {}, LONG);
  expect((await call('accounts', 'proposals', { limit: 10 })).map(({ state }) => state)).toEqual([
    'open',
    'confirmed',
  ]);
});

test('a refusal needs its reason, is the holder’s where the rules let them, and stands with both names', async () => {
  const main = await accountWork();
  await proposeArai();
  const [made] = await call('accounts', 'proposals', { limit: 10 });
  await call('accounts', 'lock', {});
  cleanup();
  queryClient.clear();
  await main.signIn('admin2');
  await showWork(`/accounts/proposals/${made?.id ?? ''}`);
  const form = await screen.findByRole('form', { name: '判断' });
  expect(within(form).queryByLabelText(/^判断する人の利用者 ID/u)).toBeNull();
  fireEvent.click(within(form).getByRole('radio', { name: '却下する' }));
  fillAndSubmit(form, { あなたのパスワード: people.admin2.password });
  await within(form).findByText('入力してください。');
  expect(main.asked('accounts.refuse')).toEqual([]);
  fillAndSubmit(form, { 却下の理由: '配属が取りやめになった' });
  await screen.findByText('却下した人', {}, LONG);
  screen.getByText('配属が取りやめになった');
  expect((await call('accounts', 'proposals', { limit: 10 }))[0]).toMatchObject({
    state: 'refused',
    madeByName: '管理 一郎',
    decidedByName: '管理 二葉',
    reason: '配属が取りやめになった',
  });
});

test('whoever proposed takes it back with a reason; it cannot be confirmed any more', async () => {
  await accountWork();
  await proposeArai();
  fireEvent.click(screen.getByRole('button', { name: '提案を取り下げる' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText(/^理由/u), { target: { value: '人違い' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '提案を取り下げる' }));
  await screen.findByText('取り下げた人', {}, LONG);
  screen.getByText('人違い');
  expect(screen.queryByRole('form', { name: '判断' })).toBeNull();
});

test('a form says what is missing at each field and together; what the rules refuse is said without asking main', async () => {
  const main = await accountWork();
  await showWork('/accounts/new');
  const form = await screen.findByRole('form', { name: '利用者を登録' });
  fireEvent.submit(form);
  const summary = await within(form).findByRole('alert');
  expect(summary.textContent).toContain('5 件の項目を直してください');
  expect([...summary.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    '氏名: 入力してください。',
    '利用者 ID: 入力してください。',
    '役割: 役割を 1 つ以上選んでください。',
    '理由: 入力してください。',
    'あなたのパスワード: 入力してください。',
  ]);
  fireEvent.click(within(form).getByRole('checkbox', { name: '制御室職員' }));
  fillAndSubmit(form, { ...NEW, '利用者 ID': 'ＫＡＮＳＡ', あなたのパスワード: people.admin1.password });
  await within(form).findByText('この利用者 ID は、ほかの人が使っています。1 人に 1 つです。');
  expect(main.asked('accounts.propose')).toEqual([]);
});
