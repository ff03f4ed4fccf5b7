import type { Locator, Page } from 'playwright';
import { expect } from './patience.ts';
import { ja as people } from '../../renderer/accounts/people/messages.ja.ts';
import { ja as proposals } from '../../renderer/accounts/proposals/messages.ja.ts';
import { type Credentials, palette } from './steps.ts';

/** Goes on with Tab until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Tabs to a field and types into it. */
export async function tabAndType(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

export const detail = (page: Page) => page.getByRole('region', { name: people['list.detail'] });
export const proposal = (page: Page) => page.getByRole('region', { name: proposals['page.detail'] });

/** Opens somebody's page from the list of accounts. */
export async function openAccount(page: Page, name: string): Promise<void> {
  await palette(page, people['palette.list']);
  await page.getByRole('listbox', { name: people['list.label'] }).getByRole('option', { name }).click();
  await expect(detail(page).getByRole('heading', { level: 2, name })).toBeVisible();
}

/** Proposes something about the account that is open, with a reason and one's own password; ends on the proposal. */
export async function propose(
  page: Page,
  action: 'account-suspend' | 'account-reset' | 'account-close' | 'account-key',
  reason: string,
  password: string,
): Promise<void> {
  await detail(page)
    .getByRole('button', { name: people[`action.${action}`], exact: true })
    .press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(people['form.reason']).fill(reason);
  await dialog.getByLabel(people['form.password']).fill(password);
  await dialog.getByLabel(people['form.password']).press('Enter');
  await expect(proposal(page).getByText(proposals['what.title'])).toBeVisible({ timeout: 20_000 });
}

/** A second person decides on the page of the first, with the keyboard. */
export async function decideAsSecond(page: Page, { identifier, password }: Credentials): Promise<void> {
  await tabAndType(page, proposal(page).getByLabel(proposals['decide.identifier']), identifier);
  await tabAndType(page, proposal(page).getByLabel(proposals['decide.password']), password);
  await page.keyboard.press('Enter');
}
