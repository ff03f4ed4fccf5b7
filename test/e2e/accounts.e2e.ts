import { expect as see } from './patience.ts';
import { expect, test } from 'vitest';
import { ja as check } from '../../renderer/accounts/check/messages.ja.ts';
import { ja as accounts } from '../../renderer/accounts/messages.ja.ts';
import { ja as people } from '../../renderer/accounts/people/messages.ja.ts';
import { ja as proposals } from '../../renderer/accounts/proposals/messages.ja.ts';
import { ja as app } from '../../renderer/app/messages.ja.ts';
import {
  detail,
  decideAsSecond,
  openAccount,
  proposal,
  propose,
  tabAndType,
  tabTo,
} from './account-steps.ts';
import { someSite, start } from './harness.ts';
import { PASSWORD, PEOPLE } from './site.ts';
import * as steps from './steps.ts';

const administrator = { identifier: PEOPLE.administrator.identifier, password: PASSWORD };
const deputy = { identifier: PEOPLE.deputy.identifier, password: PASSWORD };
const third = { identifier: PEOPLE.third.identifier, password: PASSWORD };
const auditor = { identifier: PEOPLE.auditor.identifier, password: PASSWORD };

/** Keys are derived at every signature, by design for most of a second each. */
const LONG = { timeout: 20_000 };

test('two administrators make an account by keyboard on one page; its owner changes the password on the slip and is in', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, administrator);
  await steps.palette(page, people['palette.create']);
  const form = page.getByRole('form', { name: people['create.title'] });
  await see(form.getByLabel(people['form.name'], { exact: false }).first()).toBeFocused();
  await page.keyboard.type('茜谷 紬');
  await tabAndType(page, form.getByLabel(people['form.reading']), 'あかねや つむぎ');
  await tabAndType(page, form.getByLabel(people['form.identifier']), 'akaneya');
  await tabTo(page, form.getByRole('checkbox', { name: app['role.operator'] }));
  await page.keyboard.press('Space');
  await tabAndType(page, form.getByLabel(people['form.reason']), '四月からの配属');
  await tabAndType(page, form.getByLabel(people['form.password']), PASSWORD);
  await page.keyboard.press('Enter');

  await see(proposal(page).getByRole('heading', { name: '茜谷 紬' })).toBeVisible(LONG);
  await see(proposal(page)).toContainText('四月からの配属');
  await see(proposal(page)).toContainText(proposals['rule.administrator']);
  await decideAsSecond(page, deputy);

  const slip = page.getByRole('dialog', { name: proposals['slip.title'] });
  await see(slip).toBeVisible(LONG);
  await see(slip).toContainText(PEOPLE.administrator.name);
  await see(slip).toContainText(PEOPLE.deputy.name);
  const paper = slip.getByRole('region', { name: '1 / 1 ページ' });
  await see(paper).toContainText('akaneya');
  const handed = (
    await paper.getByRole('group', { name: proposals['slip.password'] }).innerText()
  ).replaceAll(/\s/gu, '');
  expect(handed).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/u);
  await page.keyboard.press('Escape');
  const leaving = page.getByRole('alertdialog', { name: proposals['slip.leave'] });
  await see(leaving).toContainText(proposals['slip.leaveAsk']);
  await page.keyboard.press('Escape');
  await see(leaving).toBeHidden();
  await see(paper).toContainText('akaneya');
  await see.poll(() => slip.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await see(leaving).toBeVisible();
  await tabTo(page, leaving.getByRole('button', { name: proposals['slip.taken'] }));
  await page.keyboard.press('Enter');
  await see(slip).toBeHidden();
  await see(page.locator('body')).not.toContainText(handed);
  await see(proposal(page)).toContainText(
    proposals['done.both']
      .replace('{{maker}}', PEOPLE.administrator.name)
      .replace('{{decider}}', PEOPLE.deputy.name),
  );

  await steps.lock(page);
  await steps.typeCredentials(page, { identifier: 'akaneya', password: handed });
  await see(page.getByText(accounts['password.first'])).toBeVisible(LONG);
  await see(page.getByLabel(accounts['password.handed'])).toBeFocused();
  await page.keyboard.type(handed);
  await page.keyboard.press('Tab');
  await page.keyboard.type('mizu-ga-nagareru-yoru');
  await page.keyboard.press('Tab');
  await page.keyboard.type('mizu-ga-nagareru-yoru');
  await page.keyboard.press('Enter');
  await see(steps.clock(page)).toBeVisible(LONG);
  await see(page.getByRole('banner')).toContainText('茜谷 紬');
  await steps.lock(page);
  await steps.signIn(page, auditor);
  expect(await steps.verifyChain(page)).toContain('検証済み');
});

test('U3 the session of an administrator who is suspended by two others ends at the next call, and does not open again', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, deputy);
  await openAccount(page, PEOPLE.administrator.name);
  await propose(page, 'account-suspend', '長期の休職', PASSWORD);
  await steps.lock(page);

  await steps.signIn(page, administrator);
  await steps.palette(page, people['palette.proposals']);
  await page.getByRole('option', { name: PEOPLE.administrator.name }).click();
  await see(proposal(page)).toContainText(accounts['refusal.proposal-own-account']);
  await decideAsSecond(page, third);
  await see(steps.login(page)).toBeVisible(LONG);
  await see(page.getByText(accounts['login.ended.suspended'])).toBeVisible();
  const reply = await page.evaluate(() => window.suimon?.accounts.list({}));
  expect(reply).toEqual({ ok: false, refusal: { code: 'no-session' } });

  await page.getByLabel(accounts['login.identifier']).focus();
  await steps.typeCredentials(page, administrator);
  await see(page.getByRole('alert')).toHaveText(accounts['refusal.sign-in-refused'], LONG);
  await page.getByLabel(accounts['login.identifier']).focus();
  await steps.typeCredentials(page, deputy);
  await see(steps.clock(page)).toBeVisible(LONG);
  await openAccount(page, PEOPLE.administrator.name);
  await see(detail(page)).toContainText(people['state.suspended']);
  await see(detail(page)).toContainText('長期の休職');
});

test('U1 whoever proposed cannot confirm, a wrong password changes nothing, and a refusal stands with its reason', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, administrator);
  await openAccount(page, PEOPLE.second.name);
  await propose(page, 'account-suspend', '確認のため', PASSWORD);
  await decideAsSecond(page, administrator);
  await see(proposal(page)).toContainText(accounts['refusal.proposal-own']);
  const identifier = proposal(page).getByLabel(proposals['decide.identifier']);
  const password = proposal(page).getByLabel(proposals['decide.password']);
  await identifier.fill(deputy.identifier);
  await password.fill('not-the-password');
  await password.press('Enter');
  await see(proposal(page)).toContainText(accounts['refusal.attest-refused'], LONG);
  await proposal(page).getByRole('radio', { name: proposals['decide.refuse'] }).press('Space');
  await proposal(page).getByLabel(proposals['decide.reason']).fill('休職は取りやめになった');
  await password.fill(PASSWORD);
  await password.press('Enter');
  await see(proposal(page)).toContainText(proposals['made.refuser'], LONG);
  await see(proposal(page)).toContainText('休職は取りやめになった');
  await openAccount(page, PEOPLE.second.name);
  await see(detail(page)).toContainText(people['state.active']);
});

test('at the transfer of staff pasted identifiers become one proposal; lines that name nobody are named', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, administrator);
  await steps.palette(page, people['palette.close']);
  const paste = page.getByLabel(people['close.paste']);
  await paste.fill(`ＡＯＢＡ\nnobody\n${PEOPLE.bcp.identifier}\n${PEOPLE.administrator.identifier}`);
  const unknown = people['close.unknown'].replace('{{line}}', '2').replace('{{text}}', 'nobody');
  await see(page.getByText(unknown)).toBeVisible();
  await see(page.getByText('4 行目')).toBeVisible();
  await paste.fill(`ＡＯＢＡ\n${PEOPLE.bcp.identifier}`);
  const form = page.getByRole('form', { name: people['close.title'] });
  await form.getByLabel(people['form.reason']).fill('四月の人事異動');
  await form.getByLabel(people['form.password']).fill(PASSWORD);
  await form.getByLabel(people['form.password']).press('Enter');
  await see(proposal(page)).toContainText(PEOPLE.second.name, LONG);
  await see(proposal(page)).toContainText(PEOPLE.bcp.name);
  await decideAsSecond(page, deputy);
  await see(proposal(page)).toContainText(proposals['state.confirmed'], LONG);
  await steps.palette(page, people['palette.list']);
  await see(page.getByRole('option', { name: PEOPLE.bcp.name })).toHaveCount(0);
  await page.getByRole('button', { name: people['state.closed'] }).press('Enter');
  await see(page.getByRole('option', { name: PEOPLE.bcp.name })).toBeVisible();
});

test('the periodic check asks about what stands out, is signed, and leads to the proposal', async () => {
  const { page } = await start(someSite());
  await steps.signIn(page, administrator);
  await steps.palette(page, people['palette.check']);
  const verdict = (name: string, word: string) =>
    page
      .getByRole('group', { name: check['judgementOf'].replace('{{name}}', name) })
      .getByRole('radio', { name: word });
  await see(verdict(PEOPLE.officer.name, check['judge.keep'])).toBeChecked();
  await verdict(PEOPLE.second.name, check['judge.close']).press('Space');
  await page.getByLabel(check.remarks).fill('名簿と照合');
  await page.getByLabel(check.password).fill(PASSWORD);
  await page.getByLabel(check.password).press('Enter');
  await see(page.getByText(check.doneTitle)).toBeVisible(LONG);
  await page.getByRole('link', { name: check.closeAll.replace('{{n}}', '1') }).press('Enter');
  await see(page.getByRole('region', { name: /廃止する人/u }).first()).toContainText(PEOPLE.second.name);
  await steps.palette(page, people['palette.check']);
  await see(page.getByRole('main')).toContainText(PEOPLE.administrator.name);
});
