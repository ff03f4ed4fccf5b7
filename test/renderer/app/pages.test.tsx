import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import OwnPasswordPage from '../../../renderer/accounts/own-password-page.tsx';
import { call } from '../../../renderer/api/client.ts';
import { Home } from '../../../renderer/app/home.tsx';
import TrailPage from '../../../renderer/trail/trail-page.tsx';
import { people } from '../../main/vault/fixture.ts';
import { type DoorOnMain, doorOnMain, INSIDE } from '../entries/door-on-main.ts';
import { showPage } from '../window-on-main.tsx';

let main: DoorOnMain;
beforeAll(async () => {
  main = await doorOnMain();
});

const fact = (label: string): string | null | undefined =>
  screen.getAllByText(label).find(({ tagName }) => tagName === 'DT')?.nextElementSibling?.textContent;

const itemsOf = (list: string): readonly (readonly (string | null)[])[] =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((item) => [...item.querySelectorAll('summary > span')].map(({ textContent }) => textContent));

test('the first page counts who is inside, the entries of the chain and the passwords handed over, as main has them', async () => {
  await showPage(<Home />);
  await waitFor(() => expect(fact('在室')).toBe('1 名'));
  const { size } = await call('trail', 'status', {});
  await waitFor(() => expect(fact('件数')).toBe(String(size)));
  await screen.findByText('初期パスワードのまま', {}, { timeout: 30_000 });
  expect(fact('初期パスワードのまま')).toBe('1 名');
});

test('the trail lists what was done, newest first; one subject alone can be looked at, and each entry opened', async () => {
  await showPage(<TrailPage />);
  await screen.findByText('これで全部です。');
  const items = itemsOf('項目(新しい順)');
  expect(items[0]).toEqual(['19', '2026-04-03 09:40', `入室責任 三郎来訪 ${INSIDE.name}`]);
  expect(items.at(-1)).toEqual(['1', '2026-04-01 09:00', '施設を作成(プログラム)施設 岬浄水場']);
  fireEvent.click(screen.getByRole('button', { name: '絞り込み' }));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: `visit:${main.inside}` } });
  fireEvent.submit(screen.getByRole('form', { name: /^対象で絞り込む/u }));
  await waitFor(() => expect(itemsOf('項目(新しい順)')).toHaveLength(1));
  const details = screen.getByRole('list', { name: '項目(新しい順)' }).querySelector('details');
  if (details === null) throw new Error('no entry');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect((await screen.findByLabelText('内容')).textContent).toContain(INSIDE.name);
});

test('the trail is narrowed by kind, then by who did it, and shows everything again', async () => {
  await showPage(<TrailPage />);
  await screen.findByText('これで全部です。');
  const all = itemsOf('項目(新しい順)').length;
  fireEvent.click(screen.getByRole('button', { name: 'サインイン' }));
  await waitFor(() =>
    expect(itemsOf('項目(新しい順)').map(([, , what]) => what)).toEqual(['サインイン責任 三郎利用者']),
  );
  fireEvent.click(screen.getByRole('button', { name: '利用者' }));
  await waitFor(() => expect(itemsOf('項目(新しい順)')).toHaveLength(9));
  fireEvent.click(screen.getByRole('button', { name: '絞り込みをやめる' }));
  await waitFor(() => expect(itemsOf('項目(新しい順)')).toHaveLength(all));
});

/** The machine may be busy with other tests. */
const SOON = { timeout: 10_000 };

test('a slip that was typed is compared, and what was read of it is shown', async () => {
  await showPage(<TrailPage />);
  fireEvent.click(screen.getByRole('tab', { name: '照合' }));
  const form = await screen.findByRole('form', { name: '検証点の控えとの照合' });
  const { size, head } = (await call('trail', 'checkpoint', {})) ?? { size: 0, head: '' };
  const type = (number: string, hash: string): void => {
    fireEvent.change(within(form).getByLabelText(/^番号/u), { target: { value: number } });
    fireEvent.change(within(form).getByLabelText(/^ハッシュ/u), { target: { value: hash } });
    fireEvent.submit(form);
  };
  type('', head);
  await screen.findByText('番号として読めません。控えの「番号(件数)」を数字で入力してください。', {}, SOON);
  type(String(size), head.slice(0, 20).toUpperCase());
  await screen.findByText(`一致しました。${size} 件目までは、控えた時と同じ証跡です。`, {}, SOON);
  type(String(size), `${head.startsWith('0') ? '1' : '0'}${head.slice(1)}`);
  await screen.findByText('違います。この証跡は、控えた時のものではありません。', {}, SOON);
  type('9999', head);
  await screen.findByText(/^この台帳に 9,999 件目はありません。/u, {}, SOON);
});

test('the checkpoint to be kept elsewhere is shown as it is signed', async () => {
  await showPage(<TrailPage />);
  fireEvent.click(screen.getByRole('button', { name: '検証点を表示' }));
  const shown = await screen.findByLabelText('検証点(署名付き)', { selector: 'pre' });
  expect(shown.textContent).toBe((await call('trail', 'checkpoint', {}))?.note);
});

test('a new password is refused at its field, or taken; from then on it alone opens the ledger', async () => {
  const fill = (current: string, next: string): void => {
    for (const [label, value] of [
      [/^今のパスワード/u, current],
      [/^新しいパスワード(?!\()/u, next],
      [/^新しいパスワード\(もう/u, next],
    ] as const)
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fireEvent.submit(screen.getByRole('form'));
  };
  await showPage(<OwnPasswordPage />);
  fill(people.officer.password, 'passwordpassword');
  await screen.findByText('よく使われるパスワードです。ほかのものにしてください。', {}, { timeout: 30_000 });
  fill('not-the-present-one', 'quiet-harbour-71-lamp');
  await screen.findByText('今のパスワードが違います。', {}, { timeout: 30_000 });
  fill(people.officer.password, 'quiet-harbour-71-lamp');
  await screen.findByText('パスワードを変えました。', {}, { timeout: 30_000 });
  await call('accounts', 'lock', {});
  expect(await main.signIn('officer', 'quiet-harbour-71-lamp')).toMatchObject({ ok: true });
});
