import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import OwnPasswordPage from '../../../renderer/accounts/own-password-page.tsx';
import { call } from '../../../renderer/api/client.ts';
import { FIRST_POLICY } from '../../../shared/accounts/policy.ts';
import { people } from '../../main/vault/fixture.ts';
import { showPage } from '../window-on-main.tsx';
import { accountWork, decide, fillAndSubmit, LONG, showWork } from './work-on-main.tsx';

test('a value out of range is named at its field and nothing is sent; what two settled holds for the next password', async () => {
  const main = await accountWork();
  await showWork('/accounts/policy');
  fireEvent.click(await screen.findByRole('button', { name: '変更を提案する' }));
  const form = await screen.findByRole('form', { name: '共通の決まりの変更' });
  const signed = { 理由: '長さの見直し', あなたのパスワード: people.admin1.password };
  fillAndSubmit(form, { パスワードの長さ: '８', ...signed });
  within(form).getByText('整数で入力してください(12 〜 64 文字)。');
  expect(main.asked('accounts.propose')).toEqual([]);
  fillAndSubmit(form, { パスワードの長さ: '12' });
  await within(form).findAllByText('今と同じ内容です。変えるところを直してください。');
  expect(main.asked('accounts.propose')).toEqual([]);

  fillAndSubmit(form, { パスワードの長さ: '１６', 鍵導出の反復回数: '1,000,000', 操作がないとき: '5' });
  await screen.findByRole('row', { name: 'パスワードの長さ 12 文字以上 16 文字以上' }, LONG);
  expect(main.asked('accounts.propose')).toMatchObject([
    {
      content: {
        kind: 'policy',
        policy: { ...FIRST_POLICY, passwordMin: 16, idleMinutes: 5, iterations: 1_000_000 },
      },
    },
  ]);
  await decide('admin2');
  await screen.findByText('管理 一郎 さんが提案し、管理 二葉 さんが確認しました。', {}, LONG);
  await waitFor(async () =>
    expect(await call('accounts', 'me', {})).toMatchObject({ passwordMin: 16, idleMinutes: 5 }),
  );
  cleanup();
  await showPage(<OwnPasswordPage />);
  screen.getByText(/^16 文字以上。/u);
  fillAndSubmit(screen.getByRole('form'), {
    今のパスワード: people.admin1.password,
    '新しいパスワード(?!\\()': 'fifteen-letters',
    '新しいパスワード\\(もう': 'fifteen-letters',
  });
  await screen.findByText('16 文字以上にしてください。');
  expect(main.asked('accounts.changePassword')).toEqual([]);
});
