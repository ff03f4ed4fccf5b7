import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { people } from '../../main/vault/fixture.ts';
import { accountWork, LONG, showWork, fillAndSubmit } from './work-on-main.tsx';

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name, 'u') });
const judged = (name: string): string | undefined =>
  within(row(name))
    .getAllByRole<HTMLInputElement>('radio')
    .find(({ checked }) => checked)?.parentElement?.textContent ?? undefined;

test('only where nothing stands out is a judgement set; the rest has to be made, is signed, and leads to the proposals', async () => {
  const main = await accountWork();
  await showWork('/accounts/check');
  await screen.findByRole('row', { name: /管理 一郎/u });
  expect(judged('管理 一郎')).toBe('このまま');
  expect(judged('操田 颯太')).toBeUndefined();
  expect(row('操田 颯太').textContent).toContain('初期パスワードのまま');
  expect(row('監査 五月').textContent).toContain('一度も使われていない');
  screen.getByText('判断していない人: 4 名');
  const form = screen.getByRole('form', { name: '利用者の点検' });
  fillAndSubmit(form, { 所見: '在籍名簿と照合', あなたのパスワード: people.admin1.password });
  await screen.findByText('まだ判断していない利用者が 4 名います。全員の判断を選んでください。');
  expect(main.asked('accounts.check')).toEqual([]);

  for (const [name, word] of [
    ['監査 五月', '変える'],
    ['管理 二葉', 'このまま'],
    ['責任 三郎', 'このまま'],
    ['操田 颯太', '廃止する'],
  ] as const)
    fireEvent.click(within(row(name)).getByRole('radio', { name: word }));
  fireEvent.change(screen.getByLabelText('操田 颯太 さんについてのメモ'), { target: { value: '退職済み' } });
  fireEvent.submit(form);
  await screen.findByText('点検を終えました', {}, LONG);
  const [sent] = main.asked('accounts.check');
  expect(sent).toMatchObject({ remarks: '在籍名簿と照合' });
  expect(sent).toHaveProperty(
    'items',
    expect.arrayContaining([
      { accountId: people.operator.accountId, judgement: 'close', note: '退職済み' },
      { accountId: people.auditor.accountId, judgement: 'change', note: '' },
    ]),
  );
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toContain(`/accounts/close?ids=${people.operator.accountId}`);
  expect(links).toContain(`/accounts/people/${people.auditor.accountId}?propose=account-roles`);
  const { lastAt, lastByName } = await call('accounts', 'toCheck', {});
  expect([lastAt, lastByName]).toEqual([main.now, '管理 一郎']);

  fireEvent.click(screen.getByRole('button', { name: '点検の画面に戻る' }));
  await screen.findByText(/管理 一郎 さん\)/u);
});

test('an auditor reads what stands out and is asked for no judgement', async () => {
  await accountWork('auditor');
  await showWork('/accounts/check');
  await screen.findByText('点検に署名するのは権限管理者です。');
  expect(screen.queryAllByRole('radio')).toEqual([]);
  expect(row('操田 颯太').textContent).toContain('一度も使われていない');
});
