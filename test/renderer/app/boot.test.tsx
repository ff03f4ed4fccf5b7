import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { call } from '../../../renderer/api/client.ts';
import { queryClient } from '../../../renderer/api/queries.ts';
import { Boot } from '../../../renderer/app/boot.tsx';
import { pathsIn, people, temporaryFolder } from '../../main/vault/fixture.ts';
import { windowOnMain } from '../window-on-main.tsx';

/** Deriving a key takes a second of processor time by design, and screens are loaded when they are needed. */
const LONG = { timeout: 20_000 };

function boot(): void {
  render(
    <QueryClientProvider client={queryClient}>
      <Boot />
    </QueryClientProvider>,
  );
}

function fill(labels: Readonly<Record<string, string>>): void {
  for (const [label, value] of Object.entries(labels)) {
    fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`, 'u')), { target: { value } });
  }
}
const submit = () => fireEvent.submit(screen.getByRole('form'));
const step = (title: string) => screen.findByRole('form', { name: title }, LONG);

async function founder(title: string, name: string, identifier: string, password: string): Promise<void> {
  await step(title);
  fill({ 氏名: name, '利用者 ID': identifier, 'パスワード(?!\\()': password, 'パスワード\\(もう': password });
  submit();
}

/** The wizard on an empty folder, filled in with three founders and an operator, and sent. */
async function fillWizard(officersPassword: string): Promise<void> {
  const root = temporaryFolder();
  const paths = pathsIn(root);
  await windowOnMain({ folder: { root, paths, people } });
  boot();
  await step('はじめに');
  expect(screen.getByText(paths.ledgerFolder)).toBeDefined();
  submit();
  await step('施設');
  fill({ 施設の名前: '第二浄水場', 部屋: '中央監視室', 施設コード: 'daini' });
  submit();
  await founder('権限管理者 1', '管理 一郎', 'kanri1', people.admin1.password);
  await founder('権限管理者 2', '管理 二葉', 'kanri2', people.admin2.password);
  await founder('情報セキュリティ責任者', '責任 三郎', 'sekinin', officersPassword);
  await step('ほかの利用者');
  fireEvent.click(screen.getByRole('button', { name: '人を追加' }));
  fill({ 氏名: '操田 颯太', '利用者 ID': 'souta' });
  submit();
  await step('確認');
  fireEvent.click(screen.getByRole('button', { name: '施設を作る' }));
}

test('an empty folder: the wizard founds the site, the handed password is shown once and changed before all else', async () => {
  await fillWizard('mizuumi-no-kagi-2026');
  await screen.findByText('施設ができました', {}, LONG);
  const handed = within(screen.getByRole('table')).getAllByRole('cell').at(2)?.textContent ?? '';
  expect(handed).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/u);
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByRole('button', { name: 'サインインへ' }));

  await step('サインイン');
  expect(screen.getByText('第二浄水場')).toBeDefined();
  fill({ '利用者 ID': 'souta', パスワード: handed });
  submit();
  await step('パスワードを変える');
  fill({
    渡されたパスワード: handed,
    '新しいパスワード(?!\\()': 'quiet-harbour-71-lamp',
    '新しいパスワード\\(もう': 'quiet-harbour-71-lamp',
  });
  submit();
  await screen.findByRole('heading', { name: 'ホーム' }, LONG);
  expect(await call('accounts', 'me', {})).toMatchObject({ identifier: 'souta', mustChangePassword: false });
});

test('a file that is missing is named; when it is back in its place, looking again leads to the login', async () => {
  const main = await windowOnMain();
  const { keys } = main.folder.paths;
  renameSync(keys, `${keys}.away`);
  boot();
  await screen.findByText('鍵のファイルがありません。台帳はありますが、開く鍵がありません。', {}, LONG);
  expect(screen.getByText(keys)).toBeDefined();
  renameSync(`${keys}.away`, keys);
  fireEvent.click(screen.getByRole('button', { name: 'もう一度調べる' }));
  await step('サインイン');
});

test('damage found at sign-in is named; when the ledger is back in its place, looking again leads to the login', async () => {
  const main = await windowOnMain();
  const { ledger } = main.folder.paths;
  const whole = readFileSync(ledger);
  writeFileSync(ledger, Buffer.from(whole).fill(0x5a, 1_000, 1_100));
  boot();
  await step('サインイン');
  fill({ '利用者 ID': people.auditor.identifier, パスワード: people.auditor.password });
  submit();
  await screen.findByText('台帳のファイルが傷んでいるか、途中で切れています。', {}, LONG);
  expect(screen.getByText(ledger)).toBeDefined();
  writeFileSync(ledger, whole);
  fireEvent.click(screen.getByRole('button', { name: 'もう一度調べる' }));
  await step('サインイン');
});

test('a password that main alone knows to be common leads back to the step and the field; nothing was founded', async () => {
  await fillWizard('passwordpassword');
  await step('情報セキュリティ責任者');
  expect(screen.getByText('よく使われるパスワードです。ほかのものにしてください。')).toBeDefined();
  expect(await call('accounts', 'gate', {})).toMatchObject({ state: 'unfounded' });
});
