import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ja as people } from '../../renderer/accounts/people/messages.ja.ts';
import { ja as policy } from '../../renderer/accounts/policy/messages.ja.ts';
import { ja as proposals } from '../../renderer/accounts/proposals/messages.ja.ts';
import { SIZE, violations } from './accessible.ts';
import { decideAsSecond, detail, openAccount, propose } from './account-steps.ts';
import { emptySite, ledgerOf, someSite, start } from './harness.ts';
import * as media from './media-steps.ts';
import { enter, goTo, setLook } from './screens.ts';
import { INSIDE, PASSWORD, PEOPLE } from './site.ts';

test('axe finds nothing in account work: a person, each form, a proposal, its decision and what is handed over', async () => {
  const { page, electron } = await start(someSite());
  await setLook({ electron, page, ...SIZE });
  await enter(page, PEOPLE.administrator.identifier, PASSWORD);
  await openAccount(page, PEOPLE.operator.name);
  const found = [...(await violations(page, 'account'))];
  for (const action of ['account-rename', 'account-roles', 'account-hours', 'account-close'] as const) {
    await detail(page)
      .getByRole('button', { name: people[`action.${action}`], exact: true })
      .press('Enter');
    const dialog = page.getByRole('dialog');
    if (action === 'account-hours')
      await dialog.getByRole('radio', { name: people['hours.limited'] }).press('Space');
    await dialog.getByRole('button', { name: people['form.submit'] }).press('Enter');
    found.push(...(await violations(page, action)));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  await propose(page, 'account-reset', '忘れた', PASSWORD);
  found.push(...(await violations(page, 'proposal')));
  await decideAsSecond(page, { identifier: PEOPLE.deputy.identifier, password: PASSWORD });
  const slip = page.getByRole('dialog', { name: proposals['slip.title'] });
  await slip.getByRole('region').first().waitFor();
  found.push(...(await violations(page, 'slip')));
  await page.keyboard.press('Escape');
  const leaving = page.getByRole('alertdialog');
  await leaving.waitFor();
  found.push(...(await violations(page, 'slip left')));
  await leaving.getByRole('button', { name: proposals['slip.taken'] }).press('Enter');
  await slip.waitFor({ state: 'hidden' });
  found.push(...(await violations(page, 'proposal confirmed')));
  await goTo(page, '/accounts/policy');
  await page.getByRole('button', { name: policy.change }).press('Enter');
  found.push(...(await violations(page, 'policy form')));
  expect(found).toEqual([]);
});

test('axe finds nothing on a request: its form with what is wrong, its page, its decision, what happens at the door', async () => {
  const { page, electron } = await start(someSite());
  await setLook({ electron, page, ...SIZE });
  await enter(page, PEOPLE.operator.identifier, PASSWORD);
  await goTo(page, '/media/new');
  await page.locator('[data-field="details.connection"] input').check({ force: true });
  await page.getByRole('button', { name: media.form['quoted.add'] }).press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').first().waitFor();
  const found = [...(await violations(page, 'form'))];
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
  found.push(...(await violations(page, 'request')));
  await page.keyboard.press('Control+L');
  await enter(page, PEOPLE.officer.identifier, PASSWORD);
  await goTo(page, '/');
  found.push(...(await violations(page, 'home with a request')));
  await media.openRequest(page, 'inbox', '設定書込み用USB');
  await page
    .getByRole('form', { name: media.decision['title'] })
    .getByRole('radio')
    .first()
    .check({ force: true });
  found.push(...(await violations(page, 'decision')));
  await media.decide(page, 'approve', '職員が立ち会う', PASSWORD);
  await media.said(page, /を許可しました/u);
  found.push(...(await violations(page, 'permitted')));
  await media.lookOver({ electron, page }, media.drive());
  found.push(...(await violations(page, 'looked over')));
  await media.openCarryIn(page, INSIDE.name);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(media.door['field.seal']).waitFor();
  found.push(...(await violations(page, 'carry-in')));
  await page.keyboard.press('Enter');
  await media.said(page, /を持ち込みました/u);
  found.push(...(await violations(page, 'visit with a medium')));
  await page.keyboard.press('F8');
  await dialog.getByRole('checkbox').first().check({ force: true });
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: media.door['action.handOver'] }).press('Enter');
  await dialog.getByLabel(media.door['field.to.handOver']).waitFor();
  found.push(...(await violations(page, 'leaving refused, hand-over')));
  expect(found).toEqual([]);
}, 120_000);

test('axe finds nothing on the wizard and on the screen of a fault', async () => {
  const first = await start(emptySite());
  await setLook({ electron: first.electron, page: first.page, ...SIZE });
  const found = [...(await violations(first.page, 'wizard'))];
  await first.close();
  const folder = someSite();
  rmSync(ledgerOf(folder));
  const broken = await start(folder);
  await setLook({ electron: broken.electron, page: broken.page, ...SIZE });
  found.push(...(await violations(broken.page, 'fault')));
  await broken.page.locator('main button').nth(1).click();
  await broken.page.locator('main li[aria-current="step"]').waitFor();
  found.push(...(await violations(broken.page, 'restore')));
  expect(found).toEqual([]);
});
