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
  await waitFor(() => expect(fact('初回パスワードのまま')).toBe('1 名'));
});

test('the trail lists what was done, newest first; one subject alone can be looked at, and each entry opened', async () => {
  await showPage(<TrailPage />);
  await screen.findByText('これで全部です。');
  const items = itemsOf('項目(新しい順)');
  expect(items[0]).toEqual(['16', '2026-04-03 09:40', '入室', '責任 三郎']);
  expect(items.at(-1)).toEqual(['1', '2026-04-01 09:00', '施設を作成', '(プログラム)']);
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: `visit:${main.inside}` } });
  fireEvent.submit(screen.getByRole('form', { name: /^対象で絞り込む/u }));
  await waitFor(() => expect(itemsOf('項目(新しい順)')).toHaveLength(1));
  const details = screen.getByRole('list', { name: '項目(新しい順)' }).querySelector('details');
  if (details === null) throw new Error('no entry');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect((await screen.findByLabelText('内容')).textContent).toContain(INSIDE.name);
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
  await screen.findByText('よく使われるパスワードです。ほかのものにしてください。');
  fill('not-the-present-one', 'quiet-harbour-71-lamp');
  await screen.findByText('今のパスワードが違います。', {}, { timeout: 30_000 });
  fill(people.officer.password, 'quiet-harbour-71-lamp');
  await screen.findByText('パスワードを変えました。', {}, { timeout: 30_000 });
  await call('accounts', 'lock', {});
  expect(await main.signIn('officer', 'quiet-harbour-71-lamp')).toMatchObject({ ok: true });
});
