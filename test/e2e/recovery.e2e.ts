import type { Page } from 'playwright';
import { expect } from './patience.ts';
import { test } from 'vitest';
import { ja as keys } from '../../renderer/accounts/keys/messages.ja.ts';
import { ja as accounts } from '../../renderer/accounts/messages.ja.ts';
import { ja as people } from '../../renderer/accounts/people/messages.ja.ts';
import { ja as proposals } from '../../renderer/accounts/proposals/messages.ja.ts';
import { decideAsSecond } from './account-steps.ts';
import { someSite, start } from './harness.ts';
import { goTo } from './screens.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import { lock, login, signIn, typeCredentials } from './steps.ts';

const credentials = (who: keyof typeof PEOPLE) => ({
  identifier: PEOPLE[who].identifier,
  password: PASSWORD,
});

/** Reads the rows of the share on the sheet that is open, puts the sheet aside, and answers them as they are typed. */
async function takeShare(page: Page, half: 'A' | 'B'): Promise<string> {
  const title = proposals['share.title'].replace('{{pair}}', '1').replace('{{half}}', half);
  const sheet = page.getByRole('dialog', { name: title });
  const rows = sheet.getByRole('group', { name: proposals['share.rows'] }).last();
  await expect(rows).toBeVisible({ timeout: 30_000 });
  const text = (await rows.innerText()).replaceAll(/\s/gu, '');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').getByRole('button', { name: proposals['slip.taken'] }).press('Enter');
  await expect(sheet).toBeHidden();
  return text;
}

/** Types a share into the field that has the focus, and has it checked. */
async function typeShare(page: Page, share: string): Promise<void> {
  await page.getByLabel(keys['share.field']).fill(share);
  await page.getByRole('button', { name: keys['share.enter'] }).press('Enter');
}

test('two administrators issue recovery sheets; with both, and with neither alone, an administrator who cannot sign in gets back in', async () => {
  const { page } = await start(someSite());
  await signIn(page, credentials('administrator'));
  await goTo(page, '/accounts/keys');
  await page.getByRole('button', { name: keys['pairs.issue'] }).press('Enter');
  const dialog = page.getByRole('dialog', { name: keys['issue.title'] });
  await dialog.getByLabel(keys['issue.first']).fill('場長 甲子');
  await dialog.getByLabel(keys['issue.second']).fill('課長 乙女');
  await dialog.getByLabel(people['form.reason']).fill('年度はじめの発行');
  await dialog.getByLabel(people['form.password']).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await decideAsSecond(page, credentials('deputy'));
  const [a, b] = [await takeShare(page, 'A'), await takeShare(page, 'B')];
  expect(a).not.toBe(b);
  await lock(page);

  await page.getByRole('button', { name: accounts['login.recover'] }).press('Enter');
  await page.getByRole('button', { name: keys['recovery.start'] }).press('Enter');
  await typeShare(page, `${a.startsWith('0') ? '1' : '0'}${a.slice(1)}`);
  await expect(page.getByText(/1 行目に打ち間違い/u)).toBeVisible();
  await typeShare(page, a.toLowerCase());
  await page.getByRole('button', { name: keys['share.next'] }).press('Enter');
  await typeShare(page, a);
  await expect(page.getByText(/同じ側の用紙/u)).toBeVisible();
  await typeShare(page, b);
  await page.getByRole('radio', { name: new RegExp(PEOPLE.deputy.name, 'u') }).press('Space');
  await page.getByRole('button', { name: keys['recovery.run'] }).press('Enter');
  const handed = page.getByRole('group', { name: keys['recovery.password'] });
  await expect(handed).toBeVisible({ timeout: 30_000 });
  const password = (await handed.innerText()).replaceAll(/\s/gu, '');
  await page.getByRole('button', { name: keys['recovery.finish'] }).press('Enter');

  await expect(login(page)).toBeVisible();
  await typeCredentials(page, { identifier: PEOPLE.deputy.identifier, password });
  await expect(page.getByRole('heading', { name: accounts['password.title'] })).toBeVisible({
    timeout: 20_000,
  });
});
