import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { ja as people } from '../../renderer/accounts/people/messages.ja.ts';
import { ja as policy } from '../../renderer/accounts/policy/messages.ja.ts';
import { ja as proposals } from '../../renderer/accounts/proposals/messages.ja.ts';
import { decideAsSecond, detail, openAccount, propose } from './account-steps.ts';
import { ledgerOf, emptySite, someSite, start } from './harness.ts';
import * as media from './media-steps.ts';
import { enter, goTo, SCREENS, setLook, settled } from './screens.ts';
import { INSIDE, PASSWORD, PEOPLE } from './site.ts';
import { rmSync } from 'node:fs';

/** The rules to which the theme makes a difference: the dark one is looked at by these, what is on a screen stays the same. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the page as it stands. Legacy mode: Electron opens no second page for it. */
async function violations(page: Page, screen: string, dark: boolean): Promise<readonly string[]> {
  await settled(page);
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: found } = await (dark ? axe.withRules(COLOUR_RULES) : axe).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`),
  );
}

/** The tests of every screen in one theme; a file for each, so that they run beside each other. */
export function accessibleScreens(theme: 'light' | 'dark'): void {
  const dark = theme === 'dark';
  const size = { language: 'ja' as const, dark, width: 1280, height: 800 };

  test(`axe finds nothing on any screen of a session, its dialogs and the sign-in, ${theme}`, async () => {
    const { page, electron } = await start(someSite());
    await setLook({ electron, page, ...size });
    const found = [...(await violations(page, 'login', dark))];
    await enter(page, PEOPLE.officer.identifier, PASSWORD);
    const screensOf = async (person: string): Promise<void> => {
      for (const [screen, { at, who }] of Object.entries(SCREENS)) {
        if (who !== person) continue;
        await goTo(page, at);
        found.push(...(await violations(page, screen, dark)));
      }
    };
    await screensOf('hayase');
    await goTo(page, '/entries');
    await page.locator('main [role="option"]').first().click();
    found.push(...(await violations(page, 'visit', dark)));
    for (const key of ['F8', 'F9', 'Control+E', 'Control+K']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      found.push(...(await violations(page, `dialog ${key}`, dark)));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await page.locator('header button[aria-haspopup="dialog"]').first().click();
    await page.getByRole('dialog').waitFor();
    found.push(...(await violations(page, 'health', dark)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+L');
    await enter(page, PEOPLE.administrator.identifier, PASSWORD);
    await screensOf('tachibana');
    expect(found).toEqual([]);
  }, 240_000);

  test(`axe finds nothing in account work: a person, each form, a proposal, its decision and what is handed over, ${theme}`, async () => {
    const { page, electron } = await start(someSite());
    await setLook({ electron, page, ...size });
    await enter(page, PEOPLE.administrator.identifier, PASSWORD);
    await openAccount(page, PEOPLE.operator.name);
    const found = [...(await violations(page, 'account', dark))];
    for (const action of ['account-rename', 'account-roles', 'account-hours', 'account-close'] as const) {
      await detail(page)
        .getByRole('button', { name: people[`action.${action}`], exact: true })
        .press('Enter');
      const dialog = page.getByRole('dialog');
      if (action === 'account-hours')
        await dialog.getByRole('radio', { name: people['hours.limited'] }).press('Space');
      await dialog.getByRole('button', { name: people['form.submit'] }).press('Enter');
      found.push(...(await violations(page, action, dark)));
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    await propose(page, 'account-reset', '忘れた', PASSWORD);
    found.push(...(await violations(page, 'proposal', dark)));
    await decideAsSecond(page, { identifier: PEOPLE.deputy.identifier, password: PASSWORD });
    const slip = page.getByRole('dialog', { name: proposals['slip.title'] });
    await slip.getByRole('region').first().waitFor();
    found.push(...(await violations(page, 'slip', dark)));
    await page.keyboard.press('Escape');
    const leaving = page.getByRole('alertdialog');
    await leaving.waitFor();
    found.push(...(await violations(page, 'slip left', dark)));
    await leaving.getByRole('button', { name: proposals['slip.taken'] }).press('Enter');
    await slip.waitFor({ state: 'hidden' });
    found.push(...(await violations(page, 'proposal confirmed', dark)));
    await goTo(page, '/accounts/policy');
    await page.getByRole('button', { name: policy.change }).press('Enter');
    found.push(...(await violations(page, 'policy form', dark)));
    expect(found).toEqual([]);
  });

  test(`axe finds nothing on a request: its form with what is wrong, its page, its decision, what happens at the door, ${theme}`, async () => {
    const { page, electron } = await start(someSite());
    await setLook({ electron, page, ...size });
    await enter(page, PEOPLE.operator.identifier, PASSWORD);
    await goTo(page, '/media/new');
    await page.locator('[data-field="details.connection"] input').check({ force: true });
    await page.getByRole('button', { name: media.form['quoted.add'] }).press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').first().waitFor();
    const found = [...(await violations(page, 'form', dark))];
    await goTo(page, '/');
    await media.ask(page, {
      medium: '設定書込み用USB',
      owner: INSIDE.organisation,
      purpose: 'ポンプ制御盤の設定変更',
      asset: '2号ポンプ制御盤',
      area: '中央監視室',
      bearer: INSIDE.name,
      organisation: INSIDE.organisation,
      contents: '設定ファイル',
      confidentiality: 2,
      from: Date.now() - 3_600_000,
      until: Date.now() + 3_600_000,
    });
    found.push(...(await violations(page, 'request', dark)));
    await page.keyboard.press('Control+L');
    await enter(page, PEOPLE.officer.identifier, PASSWORD);
    await goTo(page, '/');
    found.push(...(await violations(page, 'home with a request', dark)));
    await media.openRequest(page, 'inbox', '設定書込み用USB');
    await page
      .getByRole('form', { name: media.decision['title'] })
      .getByRole('radio')
      .first()
      .check({ force: true });
    found.push(...(await violations(page, 'decision', dark)));
    await media.decide(page, 'approve', '職員が立ち会う', PASSWORD);
    await media.said(page, /を許可しました/u);
    found.push(...(await violations(page, 'permitted', dark)));
    await media.lookOver({ electron, page }, media.drive());
    found.push(...(await violations(page, 'looked over', dark)));
    await media.openCarryIn(page, INSIDE.name);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(media.door['field.seal']).waitFor();
    found.push(...(await violations(page, 'carry-in', dark)));
    await page.keyboard.press('Enter');
    await media.said(page, /を持ち込みました/u);
    found.push(...(await violations(page, 'visit with a medium', dark)));
    await page.keyboard.press('F8');
    await dialog.getByRole('checkbox').first().check({ force: true });
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: media.door['action.handOver'] }).press('Enter');
    await dialog.getByLabel(media.door['field.to.handOver']).waitFor();
    found.push(...(await violations(page, 'leaving refused, hand-over', dark)));
    expect(found).toEqual([]);
  }, 120_000);

  test(`axe finds nothing on the wizard and on the screen of a fault, ${theme}`, async () => {
    const first = await start(emptySite());
    await setLook({ electron: first.electron, page: first.page, ...size });
    const found = [...(await violations(first.page, 'wizard', dark))];
    await first.close();
    const folder = someSite();
    rmSync(ledgerOf(folder));
    const broken = await start(folder);
    await setLook({ electron: broken.electron, page: broken.page, ...size });
    found.push(...(await violations(broken.page, 'fault', dark)));
    await broken.page.locator('main button').nth(1).click();
    await broken.page.locator('main li[aria-current="step"]').waitFor();
    found.push(...(await violations(broken.page, 'restore', dark)));
    expect(found).toEqual([]);
  });
}
