import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { people } from '../../main/vault/fixture.ts';
import { accountWork, decide, fillAndSubmit, LONG, showWork } from './work-on-main.tsx';

const names = (): readonly string[] =>
  within(screen.getByRole('listbox', { name: '利用者の一覧' }))
    .getAllByRole('option')
    .map((row) => row.querySelector('strong')?.textContent ?? '');
const fact = (label: string): string =>
  screen.getAllByText(label).find(({ tagName }) => tagName === 'DT')?.nextElementSibling?.textContent ?? '';
const offered = () =>
  Object.fromEntries(
    within(screen.getByRole('group', { name: '次にできること' }))
      .getAllByRole('button')
      .map((button) => [button.textContent ?? '', !button.hasAttribute('disabled')]),
  );

test('the list has everybody in order, and finds an identifier typed in full width', async () => {
  await accountWork();
  await showWork('/accounts');
  await screen.findByText('5 名');
  expect(names()).toEqual(['監査 五月', '管理 一郎', '管理 二葉', '責任 三郎', '操田 颯太']);
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'ＳＥＫＩＮＩＮ' } });
  expect(names()).toEqual(['責任 三郎']);
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nobody' } });
  screen.getByText('当てはまる利用者はいません。');
});

test('a person’s page says what is known; with two administrators neither can be suspended, and the reason is said', async () => {
  await accountWork();
  await showWork(`/accounts/people/${people.admin2.accountId}`);
  await screen.findByRole('heading', { level: 2, name: '管理 二葉' });
  await screen.findByRole('group', { name: '次にできること' });
  expect(fact('利用できる時間')).toBe('いつでも');
  expect(fact('署名鍵')).toBe('Ed25519(EdDSA)');
  expect(offered()).toEqual({
    氏名を直す: false,
    役割を変える: false,
    利用時間を変える: false,
    パスワード再発行: false,
    署名鍵の更新: false,
    停止: false,
    廃止: false,
  });
  screen.getByText(/^確認できる人がいないため、提案できません。/u);
});

test('an auditor reads a person’s page and is offered nothing', async () => {
  await accountWork('auditor');
  await showWork(`/accounts/people/${people.operator.accountId}`);
  await screen.findByRole('heading', { level: 2, name: '操田 颯太' });
  expect(fact('パスワード')).toBe('2026-04-01 09:00 に渡したまま、本人がまだ変えていません');
  await waitFor(async () =>
    expect((await call('accounts', 'proposals', { limit: 9 })).map(({ content }) => content.kind)).toEqual([
      'policy',
    ]),
  );
  expect(screen.queryByRole('group', { name: '次にできること' })).toBeNull();
});

test('hours and roles are proposed from the page as typed; what is, stands beside what is proposed, then in the story, signed', async () => {
  const main = await accountWork();
  await showWork(`/accounts/people/${people.operator.accountId}?propose=account-hours`);
  const hours = await screen.findByRole('form', { name: '操田 颯太' });
  fireEvent.click(within(hours).getByRole('radio', { name: '曜日と時刻を決める' }));
  fillAndSubmit(hours, {
    始まり: '17:15',
    終わり: '８時３０分',
    理由: '夜勤の担当',
    あなたのパスワード: people.admin1.password,
  });
  await screen.findByRole('row', { name: '利用できる時間 いつでも 平日(月〜金) 17:15〜翌 08:30' }, LONG);
  expect(main.asked('accounts.propose')).toEqual([
    {
      content: {
        kind: 'account-hours',
        accountId: people.operator.accountId,
        hours: { days: [1, 2, 3, 4, 5], from: 1035, until: 510 },
        reason: '夜勤の担当',
      },
      password: people.admin1.password,
    },
  ]);
  await decide('admin2');
  await screen.findByText('管理 一郎 さんが提案し、管理 二葉 さんが確認しました。', {}, LONG);
  fireEvent.click(screen.getByRole('link', { name: '操田 颯太' }));
  await waitFor(() => expect(fact('利用できる時間')).toBe('平日(月〜金) 17:15〜翌 08:30'));
  const story = (await screen.findByText('利用時間を変更')).closest('li');
  expect(story?.textContent).toContain('管理 二葉');
  expect(story?.textContent).toContain('署名あり');
  expect(story?.textContent).toContain('利用時間: 平日(月〜金) 17:15〜翌 08:30');
});

test('an officer who asks for the form of a new account is told that it is not theirs', async () => {
  await accountWork('officer');
  await showWork('/accounts/new');
  expect(await screen.findAllByText('この画面は、あなたの役割では見られません')).toHaveLength(2);
});

test('at the transfer of staff those ticked and those pasted are one proposal; a bad line stops it', async () => {
  const main = await accountWork();
  await showWork('/accounts/close');
  fireEvent.click(await screen.findByRole('checkbox', { name: /操田 颯太/u }));
  const paste = screen.getByLabelText(/^利用者 ID を貼り付ける/u);
  fireEvent.change(paste, { target: { value: 'ＫＡＮＳＡ\nnobody\nkanri1' } });
  screen.getByText('2 行目「nobody」: この利用者 ID はありません。');
  screen.getByText('3 行目「kanri1」: 自分自身は廃止できません。別の権限管理者に頼んでください。');
  const form = screen.getByRole('form', { name: '人事異動でまとめて廃止' });
  fillAndSubmit(form, { 理由: '異動', あなたのパスワード: people.admin1.password });
  await within(form).findAllByText(/^貼り付けた行に、廃止できないものがあります。/u);
  expect(main.asked('accounts.propose')).toEqual([]);
  fireEvent.change(paste, { target: { value: 'ＫＡＮＳＡ' } });
  expect(screen.getByRole('checkbox', { name: /監査 五月/u })).toHaveProperty('checked', true);
  fireEvent.submit(form);
  await screen.findByRole('heading', { level: 2, name: /ほか 1 名/u }, LONG);
  expect(main.asked('accounts.propose')).toMatchObject([
    {
      content: {
        kind: 'account-close',
        accountIds: expect.arrayContaining([people.operator.accountId, people.auditor.accountId]),
        reason: '異動',
      },
    },
  ]);
});
