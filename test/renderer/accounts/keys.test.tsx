import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Ledger } from '../../../main/vault/ledger.ts';
import { call } from '../../../renderer/api/client.ts';
import { FIRST_POLICY } from '../../../shared/accounts/policy.ts';
import { STRETCHING } from '../../../shared/kernel/stretching.ts';
import { context } from '../../main/accounts/two-people.ts';
import { SHA256, SHA512 } from '../../main/vault/encryptions.ts';
import { people } from '../../main/vault/fixture.ts';
import { accountWork, decide, fillAndSubmit, LONG, showWork } from './work-on-main.tsx';

const WORDS = { [SHA512]: 'AES-256-CBC + HMAC-SHA-512', [SHA256]: 'AES-256-CBC + HMAC-SHA-256' } as const;

/** What the page says of a fact of the ledger's key. */
function fact(label: string): string | null | undefined {
  return screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
}

/** How the inventory says that an algorithm stands, and how much stands under it. */
function standing(id: string): readonly (string | null)[] {
  const row = within(screen.getByRole('group', { name: '使っている暗号' })).getByRole('row', {
    name: new RegExp(`^${id} `, 'u'),
  });
  return within(row)
    .getAllByRole('cell')
    .slice(-2)
    .map(({ textContent }) => textContent);
}

test('another encryption of the ledger is settled on the page of rules; the page of keys says that a rotation is due, and makes it', async () => {
  const main = await accountWork();
  await showWork('/accounts/policy');
  fireEvent.click(await screen.findByRole('button', { name: '変更を提案する' }));
  const form = await screen.findByRole('form', { name: '共通の決まりの変更' });
  fireEvent.click(within(form).getByRole('button', { name: /台帳の暗号方式/u }));
  fireEvent.click(await screen.findByRole('option', { name: WORDS[SHA256] }));
  // Something reads the ledger meanwhile, as a verification does, and keeps the rotation from starting.
  const held = (context(main).ledger as Ledger).snapshot();
  fillAndSubmit(form, { 理由: '方式の移行', あなたのパスワード: people.admin1.password });
  await screen.findByRole('row', { name: `台帳の暗号方式 ${WORDS[SHA512]} ${WORDS[SHA256]}` }, LONG);
  expect(main.asked('accounts.propose')).toMatchObject([
    {
      content: {
        kind: 'policy',
        policy: { ...FIRST_POLICY, iterations: STRETCHING.least, ledgerEncryption: SHA256 },
      },
    },
  ]);
  await decide('admin2');
  await screen.findByText('管理 一郎 さんが提案し、管理 二葉 さんが確認しました。', {}, LONG);
  cleanup();

  await showWork('/accounts/keys');
  await screen.findByText('今の暗号方式');
  expect([fact('今の暗号方式'), fact('決まりの暗号方式')]).toEqual([WORDS[SHA512], WORDS[SHA256]]);
  expect(fact('替える必要')).toBe(
    '暗号方式が決まりと違うため、必要です。次のサインインでも自動で始まります。',
  );
  expect([standing(SHA512), standing(SHA256)]).toEqual([
    ['使える', '1 個'],
    ['決まりの方式', '0 個'],
  ]);
  expect(await call('accounts', 'waiting', {})).toMatchObject({ rotationDue: true });

  held.close();
  fireEvent.click(screen.getByRole('button', { name: '台帳の鍵を替える' }));
  const asking = await screen.findByRole('dialog', { name: '台帳の鍵を替えますか' });
  fireEvent.click(within(asking).getByRole('button', { name: '台帳の鍵を替える' }));
  await screen.findByText('台帳の鍵を替えました。', {}, LONG);
  await waitFor(() => expect(fact('今の暗号方式')).toBe(WORDS[SHA256]));
  expect(fact('何代目の鍵か')).toBe('2 代目');
  expect(fact('替える必要')).toBe('ありません');
  expect([standing(SHA512), standing(SHA256)]).toEqual([
    ['使える', '0 個'],
    ['決まりの方式', '1 個'],
  ]);
  expect([standing('ed25519')[0], standing('ecdsa-p256-sha256')[0]]).toEqual(['決まりの方式', '使える']);
});
